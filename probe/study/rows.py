"""What comparisons say, as rows of the tables of a run (`probe.runs.rows`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from probe.comparison import ALL, Cell, Leaning, MatedPairs, ModelDifference, RateAt
from probe.protocol.model import Protocol
from probe.runs.rows import (
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


def cells_table(key: RowKey, protocol: Protocol, cells: Sequence[Cell]) -> pd.DataFrame:
    """The table of cells `i <= j`: each as (i, j) and, off the diagonal, as (j, i) next to it."""
    import pandas as pd

    figures = pd.DataFrame(list(cells))
    first, second = (figures[name].to_numpy(np.int64) for name in ("i", "j"))
    order = np.repeat(np.arange(len(cells)), np.where(first == second, 1, 2))
    again = np.concatenate([[False], order[1:] == order[:-1]])
    i, j = (
        np.where(again, second[order], first[order]),
        np.where(again, first[order], second[order]),
    )
    series = pd.Index([condition.series for condition in protocol.conditions])
    level = pd.Index([condition.level for condition in protocol.conditions])
    places: dict[str, pd.Index[str] | NDArray[np.int64]] = {
        "i": i, "j": j, "series_i": series.take(i), "level_i": level.take(i),
        "series_j": series.take(j), "level_j": level.take(j),
    }  # fmt: skip
    table = figures.take(order).reset_index(drop=True)
    table = table.assign(protocol=key["protocol"], backbone=key["backbone"], variant=key["variant"])
    return table.assign(**places)[list(columns_of(CellRow))]


def with_joint_limits(
    key: RowKey,
    table: pd.DataFrame,
    standard: int,
    limits: Mapping[tuple[str, str, int], tuple[float, float]],
) -> pd.DataFrame:
    """A table of cells with limits of FNMR that hold together (`probe.comparison.joint`).

    Args:
        key: protocol, backbone and variant.
        table: of them.
        standard: index of the protocol's standard condition.
        limits: (protocol, backbone, condition) -> both limits.
    """
    i, j = table["i"].to_numpy(), table["j"].to_numpy()
    meant = (table["kind"] == "mated").to_numpy() & ((i == standard) | (j == standard))
    ends = np.full((len(table), 2), NAN)
    for row in np.flatnonzero(meant).tolist():
        condition = int(i[row] if j[row] == standard else j[row])
        ends[row] = limits.get((key["protocol"], key["backbone"], condition), (NAN, NAN))
    found = {
        name: np.where(meant, ends[:, k], table[name].to_numpy(np.float64))
        for k, name in enumerate(("fnmr_joint_low", "fnmr_joint_high"))
    }
    return table.assign(**found)


def rate_row(key: RowKey, protocol: Protocol, rate: RateAt) -> RateRow:
    """The error rates of a cell at one threshold."""
    return {
        **key,
        **rate,
        "condition_i": protocol.conditions[rate["i"]].key,
        "condition_j": protocol.conditions[rate["j"]].key,
    }


GROUP = 1 << 20
"""Rows of the table of pairs that are made at once (ours: some 30 MB)."""

Name = Literal["protocol", "backbone", "variant"]

_NAMES: tuple[Name, ...] = ("protocol", "backbone", "variant")

Part = tuple[RowKey, MatedPairs]
"""The mated pairs of a backbone on one protocol, under one mask variant."""


def pairs_table(parts: Sequence[Part]) -> pd.DataFrame:
    """The table of pairs (see `PairRow`), its texts as categories: each stands in many rows."""
    import pandas as pd

    return pd.concat(list(pair_groups(parts)), ignore_index=True)


def pair_groups(parts: Sequence[Part]) -> Iterator[pd.DataFrame]:
    """The same table, so many rows of one part at a time; all have the same categories.

    Args:
        parts: at least one.
    """
    names = {name: sorted({key[name] for key, _ in parts}) for name in _NAMES}
    ids = _used_ids([pairs for _, pairs in parts])
    number = {image_id: k for k, image_id in enumerate(ids)}
    for key, pairs in parts:
        code_of = np.array([number.get(image_id, -1) for image_id in pairs.ids], np.int64)
        for start in range(0, max(1, len(pairs)), GROUP):
            part = slice(start, start + GROUP)
            yield _pair_group(key, pairs, part, names, (code_of, ids))


def _used_ids(pairs: Sequence[MatedPairs]) -> list[str]:
    """Ids of all pictures that stand in a pair, sorted."""
    used: set[str] = set()
    for part in pairs:
        stands = np.zeros(len(part.ids), bool)
        for start in range(0, len(part), GROUP):  # a list of places takes 8 bytes each
            stands[part.rows[start : start + GROUP].ravel()] = True
        used.update(part.ids[k] for k in np.flatnonzero(stands).tolist())
    return sorted(used)


def _pair_group(
    key: RowKey,
    pairs: MatedPairs,
    part: slice,
    names: Mapping[Name, Sequence[str]],
    pictures: tuple[NDArray[np.int64], Sequence[str]],
) -> pd.DataFrame:
    import pandas as pd

    (code_of, ids), count = pictures, len(pairs.scores[part])
    texts: dict[str, pd.Categorical[str]] = {
        name: _coded(np.full(count, names[name].index(key[name])), names[name]) for name in _NAMES
    }
    rest = {
        "kind": _coded(np.zeros(count, np.int64), ["mated"]),
        "i": pairs.i[part].astype(np.int64),
        "j": pairs.j[part].astype(np.int64),
        "image_a": _coded(code_of[pairs.rows[part, 0]], ids),
        "image_b": _coded(code_of[pairs.rows[part, 1]], ids),
        "score": pairs.scores[part],
    }
    return pd.DataFrame({**texts, **rest}, columns=list(columns_of(PairRow)))


def _coded(codes: NDArray[np.int64], names: Sequence[str]) -> pd.Categorical[str]:
    """A column of texts by their place in sorted names."""
    import pandas as pd

    return pd.Categorical.from_codes(codes, categories=pd.Index(names))


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
