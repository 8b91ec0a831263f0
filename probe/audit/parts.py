"""The rows of `parts.parquet`: one part of the vectors in a mated cell."""

from __future__ import annotations

import math

import numpy as np

from probe.audit.cells import Figures
from probe.audit.comparisons import mated, strangers
from probe.audit.pictures import Album
from probe.audit.scores import Cosines
from probe.audit.standing import means_of
from probe.audit.threshold import threshold_of


def part_figures(
    albums: tuple[Album, Album],
    alone: Cosines,
    share: Cosines,
    rate: float,
    tuning: frozenset[str] | None,
) -> dict[tuple[int, int], Figures]:
    """(i, j) -> the figures of one part.

    Args:
        albums: of the protocol, and of the standard condition of all protocols.
        alone: cosines of the part.
        share: what it adds to the cosines of the whole vectors.
        rate: false match rate that decides.
        tuning: as for `threshold_of`.
    """
    album, standard = albums
    met = strangers(standard, alone, "at_large", 0, 0)
    limit = threshold_of(met, standard, rate, tuning).value if len(met) else math.nan
    usual_alone = _means(album, alone, album.standard, album.standard)
    usual_share = _means(album, share, album.standard, album.standard)
    rows = {}
    for i in range(album.conditions):
        for j in range(i, album.conditions):
            own, others = _means(album, alone, i, j)
            added, added_others = _means(album, share, i, j)
            by_subject = mated(album, alone, i, j).by_subject().values()
            missed = [np.mean(scores <= limit) for scores in by_subject]
            usual = usual_alone[0] - usual_alone[1]
            rows[i, j] = {
                "mean": own,
                "n_subjects": len(by_subject),
                "strangers": others,
                "retention": (own - others) / usual if usual > 0 else math.nan,
                "threshold": limit,
                "fnmr": float(np.mean(missed)) if missed and math.isfinite(limit) else math.nan,
                "share": added,
                "share_strangers": added_others,
                "lost": (usual_share[0] - usual_share[1]) - (added - added_others),
            }
    return rows


def _means(album: Album, scores: Cosines, i: int, j: int) -> tuple[float, float]:
    """Mean over subjects, and over ordered pairs of strangers at large."""
    own = [s.mean() for s in mated(album, scores, i, j).by_subject().values()]
    others = list(means_of(strangers(album, scores, "at_large", i, j).ordered_pairs()).values())
    return (
        float(np.mean(own)) if own else math.nan,
        float(np.mean(others)) if others else math.nan,
    )
