"""What comparisons say, as rows of the tables of a run (`probe.runs.rows`)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from probe.comparison import ALL, Cell, Leaning, MatedPair, ModelDifference, RateAt
from probe.protocol.model import Protocol
from probe.runs.rows import (
    CellFigures,
    CellPlace,
    CellRow,
    DecidedFigures,
    InteractionFigures,
    LeaningRow,
    ModelDifferenceRow,
    PairRow,
    RateFigures,
    RateRow,
    RowKey,
    SliceFigures,
    TermFigures,
    columns_of,
    table_of,
)
from probe.statistics.interaction import Crossing, Shares, Term

if TYPE_CHECKING:
    import pandas as pd

NAN = math.nan


def cell_rows(key: RowKey, protocol: Protocol, cell: Cell) -> Iterator[CellRow]:
    """A cell as (i, j) and, off the diagonal, as (j, i)."""
    figures = cast("CellFigures", _attributes(cell, CellFigures))
    yield {**key, **_place(protocol, cell.i, cell.j), **figures}
    if cell.i != cell.j:
        yield {**key, **_place(protocol, cell.j, cell.i), **figures}


def rate_row(key: RowKey, protocol: Protocol, rate: RateAt) -> RateRow:
    """The error rates of a cell at one threshold."""
    figures = cast("RateFigures", _attributes(rate, RateFigures))
    return {
        **key,
        "i": rate.i,
        "j": rate.j,
        "condition_i": protocol.conditions[rate.i].key,
        "condition_j": protocol.conditions[rate.j].key,
        **figures,
    }


def pair_row(key: RowKey, pair: MatedPair) -> PairRow:
    """The score of two pictures of one person."""
    return {
        **key,
        "kind": "mated",
        "i": pair.i,
        "j": pair.j,
        "image_a": pair.image_a,
        "image_b": pair.image_b,
        "score": pair.score,
    }


def pairs_table(rows: list[PairRow]) -> pd.DataFrame:
    """The table of pairs, its texts as categories: each of them stands in many rows."""
    texts = ("protocol", "backbone", "variant", "kind", "image_a", "image_b")
    return table_of(PairRow, rows).astype(dict.fromkeys(texts, "category"))


def leaning_row(variant: str, leaning: Leaning) -> LeaningRow:
    """Which error a model leans to, or how far two models are apart."""
    bias = leaning.bias
    return {
        "variant": variant,
        "backbone": leaning.backbone,
        "against": leaning.against,
        "bias": bias.estimate,
        "low": bias.low,
        "high": bias.high,
        "method": bias.method,
        "side": leaning.side,
        "note": bias.note,
        "n_subjects": bias.subjects,
        "fnmr": leaning.fnmr,
        "fmr": leaning.fmr,
        "conditions": leaning.conditions,
    }


def difference_row(protocol: Protocol, difference: ModelDifference) -> ModelDifferenceRow:
    """A difference between two models."""
    return {
        "backbone_a": difference.first,
        "backbone_b": difference.second,
        **decided_figures(protocol, difference),
    }


def decided_figures(protocol: Protocol, difference: ModelDifference) -> DecidedFigures:
    """A difference with its interval and decision, whatever it is between."""
    decision, interval = difference.decision, difference.decision.interval
    together = difference.condition == ALL
    return {
        "figure": difference.figure,
        "condition": "" if together else protocol.conditions[difference.condition].key,
        "difference": interval.estimate,
        "low": interval.low,
        "high": interval.high,
        "method": interval.method,
        "note": interval.note,
        "p_value": decision.p_value,
        "p_adjusted": decision.adjusted,
        "differs": decision.differs,
        "detectable": decision.detectable,
        "n_subjects": interval.subjects,
    }


def interaction_figures(crossing: Crossing) -> Iterator[InteractionFigures]:
    """The effects, interactions and variance shares of a crossing."""
    for term in crossing.effects:
        yield {"figure": crossing.figure, "kind": "effect", **_term(term), **_NO_SLICES}
    for term in crossing.whole:
        yield {"figure": crossing.figure, "kind": "whole", **_term(term), **_slices(crossing, term)}
    for term in crossing.single:
        yield {"figure": crossing.figure, "kind": "single", **_term(term), **_NO_SLICES}
    yield from _shares(crossing.figure, crossing.shares)


_NO_SLICES: SliceFigures = {"place_a": "", "change_a": NAN, "place_b": "", "change_b": NAN}


def _term(term: Term) -> TermFigures:
    (factor_a, factor_b), (level_a, level_b) = _two(term.axes), _two(term.levels)
    interval = term.interval
    return {
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


def _slices(crossing: Crossing, term: Term) -> SliceFigures:
    if term.axes not in crossing.slices:
        return _NO_SLICES
    first, second = crossing.slices[term.axes]
    return {
        "place_a": first.place,
        "change_a": first.change,
        "place_b": second.place,
        "change_b": second.change,
    }


def _shares(figure: str, shares: Shares) -> Iterator[InteractionFigures]:
    """One row a share; where there is no model, one row without a number that says why."""
    values = [(share.parts, share.share) for share in shares.shares]
    for parts, value in values or [(("",), NAN)]:
        factor_a, factor_b = _two(parts)
        yield {
            "figure": figure,
            "kind": "share",
            "factor_a": factor_a,
            "factor_b": factor_b,
            "level_a": "",
            "level_b": "",
            "estimate": value,
            "low": NAN,
            "high": NAN,
            "method": "mixed model, REML" if shares.shares else "",
            "note": shares.note,
            "p_value": NAN,
            "p_adjusted": NAN,
            "decided": False,
            "detectable": NAN,
            "n_subjects": 0,
            **_NO_SLICES,
        }


def _two(names: tuple[str, ...]) -> tuple[str, str]:
    """One or two names, the missing ones empty."""
    first, second, *_ = (*names, "", "")
    return first, second


def _place(protocol: Protocol, i: int, j: int) -> CellPlace:
    first, second = protocol.conditions[i], protocol.conditions[j]
    return {
        "i": i,
        "j": j,
        "series_i": first.series,
        "level_i": first.level,
        "series_j": second.series,
        "level_j": second.level,
    }


def _attributes(source: object, row_type: type[Any]) -> dict[str, Any]:
    """The columns of a kind of row, each from the attribute of its name."""
    return {name: getattr(source, name) for name in columns_of(row_type)}
