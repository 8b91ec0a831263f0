"""What crossed factors do, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from probe.statistics.interaction.crossing import Crossing
from probe.statistics.interaction.terms import Term

if TYPE_CHECKING:
    import pandas as pd

EFFECT, WHOLE, SINGLE, SHARE = "effect", "whole", "single", "share"
"""Kinds of rows: a level against the standard one, two factors as a whole, a pair of levels, a
share of the variance."""

COLUMNS = (
    "protocol", "variant", "backbone", "figure", "kind", "factor_a", "factor_b", "level_a",
    "level_b", "estimate", "low", "high", "method", "note", "p_value", "p_adjusted", "decided",
    "detectable", "n_subjects", "place_a", "change_a", "place_b", "change_b",
)  # fmt: skip
"""`place_*` and `change_*`, of two factors as a whole: what the change along one of them does at
either end of the other. A share of the variance has its value (0..1) in `estimate`."""

_NAN = float("nan")


def interaction_rows(crossing: Crossing) -> list[dict[str, Any]]:
    """The effects, interactions and variance shares of a crossing, one row each."""
    rows = [_term(EFFECT, term) for term in crossing.effects]
    rows += [_term(WHOLE, term) | _slices(crossing, term) for term in crossing.whole]
    rows += [_term(SINGLE, term) for term in crossing.single]
    rows += _shares(crossing)
    return [{"figure": crossing.figure} | row for row in rows]


def interactions_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows with all their columns, also where there is no row."""
    import pandas as pd

    blank = dict.fromkeys(("change_a", "change_b"), _NAN) | {"place_a": "", "place_b": ""}
    return pd.DataFrame([blank | row for row in rows], columns=list(COLUMNS))


def _term(kind: str, term: Term) -> dict[str, Any]:
    (factor_a, factor_b), (level_a, level_b) = _two(term.axes), _two(term.levels)
    interval = term.interval
    return {
        "kind": kind,
        "factor_a": factor_a,
        "factor_b": factor_b,
        "level_a": level_a,
        "level_b": level_b,
        "estimate": interval.estimate,
        "low": interval.low,
        "high": interval.high,
        "method": interval.method,
        "note": interval.note,
        "p_value": term.p_value,
        "p_adjusted": term.adjusted,
        "decided": term.decided,
        "detectable": term.detectable,
        "n_subjects": interval.subjects,
    }


def _slices(crossing: Crossing, term: Term) -> dict[str, Any]:
    if term.axes not in crossing.slices:
        return {}
    first, second = crossing.slices[term.axes]
    return {
        "place_a": first.place,
        "change_a": first.change,
        "place_b": second.place,
        "change_b": second.change,
    }


def _shares(crossing: Crossing) -> Iterator[dict[str, Any]]:
    told = crossing.shares
    for parts, value in [(each.parts, each.share) for each in told.shares] or [(("",), _NAN)]:
        factor_a, factor_b = _two(parts)
        yield {
            "kind": SHARE,
            "factor_a": factor_a,
            "factor_b": factor_b,
            "level_a": "",
            "level_b": "",
            "estimate": value,
            "low": _NAN,
            "high": _NAN,
            "method": "mixed model, REML" if told.shares else "",
            "note": told.note,
            "p_value": _NAN,
            "p_adjusted": _NAN,
            "decided": False,
            "detectable": _NAN,
            "n_subjects": 0,
        }


def _two(names: tuple[str, ...]) -> tuple[str, str]:
    """One or two names, the missing ones empty."""
    first, second, *_ = (*names, "", "")
    return first, second
