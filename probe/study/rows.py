"""What comparisons say, as rows of the tables of a run (`probe.runs.rows`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.comparison import ALL, Cell, Leaning, MatedPairs, ModelDifference, RateAt
from probe.protocol.model import Protocol
from probe.runs.rows import (
    CellPlace,
    CellRow,
    DecidedFigures,
    InteractionFigures,
    LeaningRow,
    ModelDifferenceRow,
    PairRow,
    RateRow,
    RowKey,
    SliceFigures,
    TermFigures,
    columns_of,
)
from probe.statistics.interaction import Crossing, Shares, Term

if TYPE_CHECKING:
    import pandas as pd

NAN = math.nan


def cell_rows(key: RowKey, protocol: Protocol, cell: Cell) -> Iterator[CellRow]:
    """A cell as (i, j) and, off the diagonal, as (j, i)."""
    i, j = cell["i"], cell["j"]
    yield {**key, **cell, **_place(protocol, i, j)}
    if i != j:
        yield {**key, **cell, **_place(protocol, j, i)}


def rate_row(key: RowKey, protocol: Protocol, rate: RateAt) -> RateRow:
    """The error rates of a cell at one threshold."""
    return {
        **key,
        **rate,
        "condition_i": protocol.conditions[rate["i"]].key,
        "condition_j": protocol.conditions[rate["j"]].key,
    }


def pairs_table(parts: Sequence[tuple[RowKey, MatedPairs]]) -> pd.DataFrame:
    """The table of pairs (see `PairRow`), its texts as categories: each stands in many rows."""
    import pandas as pd

    pairs = [part for _, part in parts]
    counts = [len(part) for part in pairs]
    ids = sorted({image_id for part in pairs for image_id in part.ids})
    number = {image_id: k for k, image_id in enumerate(ids)}
    rows = np.concatenate([_numbers(part, number)[part.rows] for part in pairs])
    return pd.DataFrame(
        {
            "protocol": _category([key["protocol"] for key, _ in parts], counts),
            "backbone": _category([key["backbone"] for key, _ in parts], counts),
            "variant": _category([key["variant"] for key, _ in parts], counts),
            "kind": _category(["mated"], [sum(counts)]),
            "i": np.concatenate([part.i for part in pairs]),
            "j": np.concatenate([part.j for part in pairs]),
            "image_a": _coded(rows[:, 0], ids),
            "image_b": _coded(rows[:, 1], ids),
            "score": np.concatenate([part.scores for part in pairs]),
        },
        columns=list(columns_of(PairRow)),
    )


def _numbers(pairs: MatedPairs, number: Mapping[str, int]) -> NDArray[np.int64]:
    """Of every picture of a score source, its number among all image ids."""
    return np.array([number[image_id] for image_id in pairs.ids], np.int64)


def _category(texts: Sequence[str], counts: Sequence[int]) -> pd.Categorical[str]:
    """A column in which each text stands so many times in a row."""
    names = sorted(set(texts))
    codes = np.repeat([names.index(text) for text in texts], counts)
    return _coded(codes.astype(np.int64), names)


def _coded(codes: NDArray[np.int64], names: Sequence[str]) -> pd.Categorical[str]:
    """A column of texts by their place in sorted names; those that stand in no row are left out."""
    import pandas as pd

    used, codes = np.unique(codes, return_inverse=True)
    return pd.Categorical.from_codes(codes, categories=pd.Index([names[k] for k in used]))


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
        "p_adjusted": leaning.adjusted,
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
        "n_subjects": interval.subjects,
    }


def _slices(crossing: Crossing, term: Term) -> SliceFigures:
    if term.axes not in crossing.slices:
        return _NO_SLICES
    first, second = crossing.slices[term.axes]
    return {
        "place_a": first.place.json(),
        "change_a": first.change,
        "place_b": second.place.json(),
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
