"""Each walk as a query: the walks of other cameras by falling score."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from probe.runs.match_file import QueryEntry, RankedWalk

PLACES = 6
"""Decimals of a stored score (ours: beyond what float32 networks repeat on another machine)."""


def rank_walks(
    names: Sequence[str],
    scores: NDArray[np.float64],
    model: str,
    threshold: float | None,
    ranks: int,
) -> list[QueryEntry]:
    """The queries of one model, in the order of the walks.

    Args:
        names: of the walks.
        scores: `(walks, walks)`, NaN where two walks are not compared.
        model: its name.
        threshold: two walks count as one person above it; None where none is known.
        ranks: walks that are kept of a query.
    """
    return [
        _query(names, row, name, model, threshold, ranks)
        for name, row in zip(names, scores, strict=True)
    ]


def _query(
    names: Sequence[str],
    row: NDArray[np.float64],
    name: str,
    model: str,
    threshold: float | None,
    ranks: int,
) -> QueryEntry:
    compared = np.flatnonzero(~np.isnan(row))
    order = compared[np.argsort(-row[compared], kind="stable")]  # of equal scores: as the walks are
    ranked = tuple(
        RankedWalk(
            walk=names[place],
            score=round(float(row[place]), PLACES),
            above=None if threshold is None else bool(row[place] > threshold),
        )
        for place in order[:ranks].tolist()
    )
    above = None if threshold is None else int((row[compared] > threshold).sum())
    return QueryEntry(walk=name, model=model, compared=len(compared), above=above, ranked=ranked)
