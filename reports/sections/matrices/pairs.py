"""The scores of the shown person's pictures, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping

from probe.reports.study import Chapter
from probe.wording.numbers import hundredths

NO_MATCH = 1000
"""Added to a score in hundredths when the pair does not match."""

PairRows = tuple[tuple[int | None, ...], ...]
"""Scores of the pictures of two conditions in hundredths, plus `NO_MATCH` where they do not match;
None where a picture would meet itself."""


def pairs_of(
    chapter: Chapter, backbone: str, standard: int | None = None
) -> Mapping[str, PairRows]:
    """Scores of the shown person's pictures by one model.

    Args:
        chapter: of the report.
        backbone: the model.
        standard: only pairs with this condition; None: all pairs.

    Returns:
        By `"i-j"`, for every pair of conditions `i <= j` that has any.
    """
    shown = chapter.shown.subject
    scores = _scores_of(chapter, backbone, {image for row in shown for image in row})
    cut = chapter.source.cut(backbone)
    grids: dict[str, PairRows] = {}
    for i in range(len(shown)):
        for j in range(i, len(shown)):
            if standard not in (None, i, j):
                continue
            grid = tuple(
                tuple(_in_hundredths(scores.get((a, b), scores.get((b, a))), cut) for b in shown[j])
                for a in shown[i]
            )
            if any(v is not None for row in grid for v in row):
                grids[f"{i}-{j}"] = grid
    return grids


def _scores_of(chapter: Chapter, backbone: str, ids: set[str]) -> Mapping[tuple[str, str], float]:
    source = chapter.source
    pairs = source.run.pairs_of(source.variant, backbone, chapter.key)
    wanted = pairs[
        (pairs["kind"] == "mated") & pairs["image_a"].isin(ids) & pairs["image_b"].isin(ids)
    ]
    keys = zip(wanted["image_a"], wanted["image_b"], strict=True)
    return dict(zip(keys, wanted["score"].astype(float), strict=True))


def _in_hundredths(score: float | None, cut: float | None) -> int | None:
    if score is None:
        return None
    return hundredths(score) + (NO_MATCH if cut is not None and score <= cut else 0)
