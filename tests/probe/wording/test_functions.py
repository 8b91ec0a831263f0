import pytest

from probe.wording import Wording

BASE = """
list-comma = { $first }, { $second }
list-and = { $first } and { $second }
list-or = { $first } or { $second }
range = { $first } to { $second }
"""


@pytest.mark.parametrize(
    ("call", "value", "expected"),
    [
        ("UNIT($x)", 0.5, ".50"),
        ("UNIT($x, places: 3)", 0.5, ".500"),
        ("UNIT($x)", None, "–"),
        ("SIGNED($x)", 0.98, "+0.98"),
        ("SIGNEDUNIT($x)", -0.5, "−.50"),
        ("DECIMAL($x, places: 0)", 12.5, "13"),
        ("PERCENT($x)", 29 / 200, "15\u00a0%"),
        ("PERCENT($x)", 1, "100\u00a0%"),
        ("POINTS($x)", -0.15, "−15"),
        ("SIGNEDPOINTS($x)", 29 / 200, "+15"),
        ("RATE($x)", 0.001, "0.1\u00a0%"),
        ("COUNT($x)", 1236, "1,236"),
        ("PLAIN($x)", 0.05, "0.05"),
        ("SHARE($x)", 0.0125, "1.3\u00a0%"),
        ("SHARE($x)", "1.25%", "1.25%"),
        ("SIGNIFICANT($x, digits: 2)", 0.5678, "0.57"),
        ("SIGNIFICANT($x)", "0.57", "0.57"),
        ("SCIENTIFIC($x)", 0.00012, "1.2e-04"),
        ("SCIENTIFIC($x)", "1.2e-04", "1.2e-04"),
        ("UNITS($x)", (0.7, 0.5, 0.6), ".50 to .70"),
        ("UNITS($x)", (0.501, 0.499), ".50"),
        ("PERCENTS($x)", (0.99, 0.97), "97 to 99\u00a0%"),
        ("PERCENTS($x)", (0.97,), "97\u00a0%"),
        ("LIST($x)", ("a",), "a"),
        ('APART("a", $x)', "b", "ab"),
        ('APART($x, "和", $x)', "moco.demo", "moco.demo 和 moco.demo"),
        ('APART($x, "和", $x)', "4 m", "4 m 和 4 m"),
        ('APART($x, "和", $x)', "180°", "180° 和 180°"),
        ('APART($x, "和", $x)', "d′", "d′ 和 d′"),
        ('APART($x, "和", $x)', "朝向", "朝向和朝向"),
        ('APART($x, "和", $x)', "-", "-和-"),
        ('APART($x, "和", $x)', "", "和"),
        ("LIST($x)", ("a", "b"), "a and b"),
        ('LIST($x, word: "or")', ("a", "b", "c"), "a, b or c"),
        ("JOIN($x)", ("a", "b"), "a b"),
        ('JOIN($x, with: "; ")', ("a", "b"), "a; b"),
        ("LOWERED($x)", "Distance", "distance"),
        ("LOWERED($x)", "ID card", "ID card"),
        ("CAPITAL($x)", "distance", "Distance"),
        ("CAPITAL($x)", "re-saved, twice", "Re-saved, twice"),
        ("CAPITAL($x)", "score: low", "Score: low"),
        ("CAPITAL($x)", "arcface.demo gives none", "arcface.demo gives none"),
        ("CAPITAL($x)", "osnet_x0_25, alone", "osnet_x0_25, alone"),
    ],
)
def test_functions_print(call, value, expected):
    assert Wording("en", f"{BASE}a = {{ {call} }}").text("a", x=value) == expected
