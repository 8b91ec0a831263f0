"""The usable range: never wider than what was measured within the limit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.usable import usable
from tests.probe.conclusions.planted import DISTANCE, TURN, cells, facts, in_words, protocol


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1), st.integers(1, 4), st.floats(0.11, 1))
def test_planted_range_is_found_and_never_exceeded(low: int, high: int, over: float) -> None:
    far = protocol(DISTANCE)
    rates = [0.05 if low <= k <= high else over for k in range(5)]
    asked = Cells({"distance": far}, cells(far, {"a": rates}), facts("a"))
    text = in_words(usable(asked, "distance", "a"))
    keys = [level.key for level in far.factors[0].levels]
    if low == high:
        assert text == f"{keys[low]}\u00a0m only"
    else:
        whole = ", all measured" if (low, high) == (0, 4) else ""
        assert text == f"{keys[low]} to {keys[high]}\u00a0m{whole}"


@pytest.mark.parametrize(
    ("rates", "text"),
    [
        ([0, 0, 0, 0], "all round"),
        ([1, 0, 0, 0], "90° to 270°"),
        ([0, 1, 0, 0], "180° to 0°"),
        ([1, 1, 0, 1], "180° only"),
        ([0, 1, 0, 1], "180° only"),
        ([0, 0, 1, 0], "none"),
    ],
)
def test_arcs_wrap_around(rates: list[float], text: str) -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [*rates, *rates]})
    assert in_words(usable(Cells({"turn": turn}, table, facts("a")), "turn", "a")) == text


def test_series_are_told_apart_only_where_they_differ() -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [0, 0, 0, 0, 1, 1, 1, 1]})
    asked = Cells({"turn": turn}, table, facts("a"))
    assert (
        in_words(usable(asked, "turn", "a")) == "without backpack: all round; with backpack: none"
    )
