"""Where a model may be used: never wider than what was measured, nor surer than its limits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.usable import usable
from tests.probe.conclusions.planted import (
    CLOTHES,
    DISTANCE,
    TURN,
    cells,
    facts,
    in_words,
    protocol,
    threshold,
)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1), st.integers(1, 4), st.floats(0.11, 1))
def test_planted_range_is_found_and_never_exceeded(low: int, high: int, over: float) -> None:
    far = protocol(DISTANCE)
    rates = [0.05 if low <= k <= high else over for k in range(5)]
    asked = Cells({"distance": far}, cells(far, {"a": rates}), facts("a"))
    text = in_words(usable(asked, "distance", "a"))
    keys = [level.key for level in far.factors[0].levels]
    if low == high:
        assert text == f"may be used ({keys[low]}\u00a0m only)"
    else:
        whole = ", all measured" if (low, high) == (0, 4) else ""
        assert text == f"may be used ({keys[low]} to {keys[high]}\u00a0m{whole})"


@pytest.mark.parametrize(
    ("rates", "text"),
    [
        ([0, 0, 0, 0], "may be used (all round)"),
        ([1, 0, 0, 0], "may be used (all round but 0°)"),
        ([0, 1, 0, 0], "may be used (all round but 90°)"),
        ([1, 1, 0, 0], "may be used (180° to 270°)"),
        ([1, 1, 0, 1], "may be used (180° only)"),
        ([0, 1, 0, 1], "may be used (180° only)"),
        ([0, 0, 1, 0], "not to be used"),
    ],
)
def test_arcs_wrap_around(rates: list[float], text: str) -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [*rates, *rates]})
    assert in_words(usable(Cells({"turn": turn}, table, facts("a")), "turn", "a")) == text


def said_of(turn, rates: list[float]) -> str:
    table = cells(turn, {"a": rates})
    return in_words(usable(Cells({"turn": turn}, table, facts("a")), "turn", "a"))


def test_a_long_arc_names_what_is_left_out_and_a_short_one_may_cross_zero() -> None:
    text = TURN.split("series:")[0].replace("180, 270", "180, 200, 220, 270")
    text += 'photos: {pattern: "{subject}/{level}/{take}.*"}'
    turn = protocol(text)
    assert said_of(turn, [1, 1, 0, 0, 0, 0]) == "may be used (all round but 0° to 90°)"
    across_zero = protocol(text.replace("standard: 180", "standard: 0"))
    assert said_of(across_zero, [0, 0, 1, 1, 1, 0]) == "may be used (270° to 90°)"


def test_series_are_told_apart_only_where_they_differ() -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [0, 0, 0, 0, 1, 1, 1, 1]})
    asked = Cells({"turn": turn}, table, facts("a"))
    assert in_words(usable(asked, "turn", "a")) == (
        "without backpack: may be used (all round); with backpack: not to be used"
    )


def range_of(rates: list[float], width: float, *, alone=None, at=DISTANCE) -> str:
    """What is said of the misses of one model, in words."""
    varied = protocol(at)
    table = cells(varied, {"a": rates}, width=width)
    if alone:
        table = alone(table)
    return in_words(usable(Cells({varied.name: varied}, table, facts("a")), varied.name, "a"))


@pytest.mark.parametrize(
    ("rates", "width", "text"),
    [
        ([0, 0, 0, 0, 0], 0.2, "may do, but is not shown to (2 to 10\u00a0m, all measured)"),
        (
            [0.0, 0.0, 0.04, 0.08, 0.3],
            0.03,
            "may be used (2 to 6\u00a0m), may do, but is not shown to (2 to 8\u00a0m)",
        ),
        ([0.3, 0.12, 0.3, 0.3, 0.3], 0.02, "not to be used"),
        ([0.12, 0.12, 0.09, 0.12, 0.12], 0.03, "may not do"),
        ([0.3, 0.3, 0.3, 0.3, 0.3], 0.02, "not to be used"),
    ],
)
def test_what_is_not_shown_by_the_limits_may_do_at_most(rates, width, text) -> None:
    assert range_of(rates, width) == text


def test_a_level_without_misses_to_count_ends_the_range() -> None:
    def without(index):
        return lambda table: table[~((table["i"] == index) & (table["j"] == 1))]

    assert range_of([0.0] * 5, 0.02, alone=without(3)) == "may be used (2 to 6\u00a0m)"
    # With one picture a person the standard condition itself has no pair.
    assert "all measured" in range_of([0.0] * 5, 0.02, alone=without(1))


def test_levels_in_no_order_are_told_by_name() -> None:
    assert range_of([0, 0.3, 0], 0.02, at=CLOTHES) == "may be used (white and red)"


def test_where_strangers_pass_too_often_nothing_is_shown() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.0] * 5})
    table.loc[(table["kind"] == "at_large") & (table["i"] == 4), "fmr_observed"] = 0.05
    text = in_words(usable(Cells({"distance": far}, table, facts("a")), "distance", "a"))
    assert text.startswith("may be used (2 to 8\u00a0m), may do, but is not shown to (2 to 10")


def test_an_open_false_match_rate_shows_nothing() -> None:
    far = protocol(DISTANCE)
    entry = threshold("a").model_copy(update={"true_low": 0.0, "true_high": 0.2})
    asked = Cells(
        {"distance": far},
        cells(far, {"a": [0.0] * 5}),
        facts("a").__class__(("a",), (entry,), 20, 100),
    )
    assert in_words(usable(asked, "distance", "a")).startswith("may do, but is not shown to")
