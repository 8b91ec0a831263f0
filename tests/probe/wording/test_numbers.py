import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probe.wording.numbers import Numbers, hundredths, rounded, to_places

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
    in_units = ">.99" if x < 1 and n == 100 else f"{n / 100:.2f}".removeprefix("0")
    assert ENGLISH.unit(x) == in_units
    assert ENGLISH.decimal(100 * x, 0) == str(n)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (ENGLISH.unit(0.87), ".87"),
        (ENGLISH.unit(1.0), "1.00"),
        (ENGLISH.unit(-0.04), "−.04"),
        (ENGLISH.unit(-0.001), ".00"),
        (ENGLISH.unit(10.5), "10.50"),
        (ENGLISH.unit(0.9976), ">.99"),
        (ENGLISH.unit(-0.9976), "<−.99"),
        (ENGLISH.unit(0.9999, 3), ">.999"),
        (ENGLISH.unit(0.99999994), "1.00"),
        (ENGLISH.unit(1.004), "1.00"),
        (ENGLISH.signed_unit(0.9976), ">+.99"),
        (ENGLISH.signed_unit(-0.9976), "<−.99"),
        (ENGLISH.proportion(0.9997), ">.999"),
        (ENGLISH.proportion(0.99999994), ">.999"),
        (ENGLISH.proportion(1.0), "1.000"),
        (ENGLISH.proportion(0.9934), ".993"),
        (ENGLISH.proportion(0.0003), "<.001"),
        (ENGLISH.proportion(-0.0003), ">−.001"),
        (ENGLISH.proportion(0.0), ".000"),
        (ENGLISH.proportion(0.004, 2), "<.01"),
        (ENGLISH.proportion(None), "–"),
        (ENGLISH.proportion(math.nan), "–"),
        (ENGLISH.points(0.9997, 1), ">\u00a099.9"),
        (ENGLISH.unit(None), "–"),
        (ENGLISH.unit(math.nan), "–"),
        (ENGLISH.signed_unit(0.001), ".00"),
        (ENGLISH.signed_end(0.0023), "<+.01"),
        (ENGLISH.signed_end(-0.004), ">−.01"),
        (ENGLISH.signed_end(0.0), ".00"),
        (ENGLISH.signed_end(0.006), "+.01"),
        (ENGLISH.signed_end(-0.43), "−.43"),
        (ENGLISH.signed_end(0.0004, 3), "<+.001"),
        (ENGLISH.signed_end(None), "–"),
        (ENGLISH.signed_points_end(0.0023), "<\u00a0+1"),
        (ENGLISH.signed_points_end(-0.0023), ">\u00a0−1"),
        (ENGLISH.signed_points_end(0.0), "0"),
        (ENGLISH.signed_points_end(-0.37), "−37"),
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
        (ENGLISH.share(0.9997), ">\u00a099.9\u00a0%"),
        (ENGLISH.share(0.00003, 2), "<\u00a00.01\u00a0%"),
        (ENGLISH.share(0.0, 2), "0.00\u00a0%"),
        (ENGLISH.share(1.0), "100.0\u00a0%"),
        (ENGLISH.share(None), "–"),
        (ENGLISH.significant(12.345), "12.3"),
        (ENGLISH.significant(-0.0012345, 4), "−0.001234"),
        (ENGLISH.significant(None), "–"),
        (ENGLISH.scientific(1.23e-5), "1.2e-05"),
        (ENGLISH.scientific(None), "–"),
        (Numbers(point=",", leading_zero="0").unit(0.5), "0,50"),
        (Numbers(point=",", leading_zero="0").proportion(0.9997), ">0,999"),
        (Numbers(point=",").scientific(1.23e-5), "1,2e-05"),
    ],
)
def test_numbers_as_printed(printed, expected):
    assert printed == expected


def test_changes_are_printed_in_whole_points() -> None:
    changes = [29 / 200, -0.075, -0.9975, -0.004, 0.004, 0.0, None]
    printed = [ENGLISH.signed_points(change) for change in changes]
    assert printed == ["+15", "−8", "<\u00a0−99", "0", "0", "0", "–"]
    assert [ENGLISH.signed_points(x) for x in (0.996, 1.0, -1.0)] == [">\u00a0+99", "+100", "−100"]


@given(st.floats(-1, 1.5))
def test_unit_is_within_half_a_hundredth(x: float) -> None:
    text = ENGLISH.unit(x).replace("−", "-")
    assert abs(float(text.lstrip("<>")) - x) <= (0.01 if text[0] in "<>" else 0.005 + 1e-9)
    assert not text.startswith(("0", "-0"))
    assert text not in {"-.00"}


@given(st.floats(0, 1), st.integers(1, 4))
def test_an_end_is_printed_only_where_it_is_reached(x: float, places: int) -> None:
    proportion, share = ENGLISH.proportion(x, places), ENGLISH.share(x, places)
    at_an_end = float(proportion) in {0.0, 1.0} if proportion[0] not in "<>" else False
    assert at_an_end == (min(x, 1 - x) <= 1e-9)
    assert ("100." in share) == (x == 1)
    assert (set(share) <= set("0.\u00a0%")) == (x == 0)


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


@pytest.mark.parametrize(
    ("x", "places", "shown"),
    [(151.55, 1, 151.6), (112, 0, 112), (-3.448, 1, -3.4), (13902, -3, 14000), (-25, -1, -30)],
)
def test_places_of_tens_are_negative(x, places, shown):
    assert to_places(x, places) == shown
