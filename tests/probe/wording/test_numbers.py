import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probe.wording.numbers import Numbers, hundredths, rounded

ENGLISH = Numbers()


def test_a_rate_and_its_change_print_alike():
    """29 misses of 200 are 15 %, and 15 points more than none."""
    assert ENGLISH.percent(29 / 200) == "15\u00a0%"
    assert ENGLISH.signed_points(29 / 200) == "+15"
    assert ENGLISH.signed_points(29 / 200 - 0.29) == "−15"
    assert ENGLISH.unit(29 / 200) == ".15"
    assert ENGLISH.signed_unit(29 / 200) == "+.15"


@given(st.integers(1, 400), st.data())
def test_every_share_is_rounded_once(whole, data):
    """Whole percents, hundredths and decimals of a share agree."""
    x = data.draw(st.integers(0, whole)) / whole
    n = hundredths(x)
    assert rounded(-x, 2) == -n
    assert ENGLISH.points(x) in {str(n), "<\u00a01", ">\u00a099"}
    assert ENGLISH.decimal(x, 2) == f"{n // 100}.{n % 100:02d}"
    assert ENGLISH.unit(x) == f"{n / 100:.2f}".removeprefix("0")
    assert ENGLISH.decimal(100 * x, 0) == str(n)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (ENGLISH.unit(0.87), ".87"),
        (ENGLISH.unit(1.0), "1.00"),
        (ENGLISH.unit(-0.04), "−.04"),
        (ENGLISH.unit(-0.001), ".00"),
        (ENGLISH.unit(10.5), "10.50"),
        (ENGLISH.unit(None), "–"),
        (ENGLISH.unit(math.nan), "–"),
        (ENGLISH.signed_unit(0.001), ".00"),
        (ENGLISH.signed(0.98), "+0.98"),
        (ENGLISH.decimal(-2.345, 2), "−2.35"),
        (ENGLISH.percent(0), "0\u00a0%"),
        (ENGLISH.percent(0.001), "<\u00a01\u00a0%"),
        (ENGLISH.percent(0.999), ">\u00a099\u00a0%"),
        (ENGLISH.percent(1), "100\u00a0%"),
        (ENGLISH.rate(0.001), "0.1\u00a0%"),
        (ENGLISH.count(1236), "1,236"),
        (ENGLISH.plain(0.05), "0.05"),
        (ENGLISH.share(0.0125, 2), "1.25\u00a0%"),
        (ENGLISH.share(None), "–"),
        (ENGLISH.significant(12.345), "12.3"),
        (ENGLISH.significant(-0.0012345, 4), "−0.001234"),
        (ENGLISH.significant(None), "–"),
        (ENGLISH.scientific(1.23e-5), "1.2e-05"),
        (ENGLISH.scientific(None), "–"),
        (Numbers(point=",", leading_zero="0").unit(0.5), "0,50"),
        (Numbers(point=",").scientific(1.23e-5), "1,2e-05"),
    ],
)
def test_numbers_as_printed(printed, expected):
    assert printed == expected


def test_changes_are_printed_in_whole_points() -> None:
    changes = [29 / 200, -0.075, -0.9975, -0.004, 0.004, 0.0, None]
    printed = [ENGLISH.signed_points(change) for change in changes]
    assert printed == ["+15", "−8", "−100", "0", "0", "0", "–"]


@given(st.floats(-1, 1.5))
def test_unit_is_within_half_a_hundredth(x: float) -> None:
    text = ENGLISH.unit(x).replace("−", "-")
    assert abs(float(text) - x) <= 0.005 + 1e-9
    assert not text.startswith(("0", "-0"))
    assert text not in {"-.00"}


@given(st.floats(0, 1))
def test_percent_is_0_or_100_only_when_it_is(x: float) -> None:
    text = ENGLISH.percent(x).replace("\u00a0", "")
    assert (text == "0%") == (x == 0)
    assert (text == "100%") == (x == 1)


@pytest.mark.parametrize(
    ("x", "text"), [(0.725, ".73"), (0.285, ".29"), (1.005, "1.01"), (-0.004, ".00"), (None, "–")]
)
def test_ties_go_away_from_zero(x: float | None, text: str) -> None:
    assert ENGLISH.unit(x) == text
