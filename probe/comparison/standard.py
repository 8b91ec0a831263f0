"""Strangers in the standard condition: one set for all protocols of a study, for the threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from probe.calibration import StrangerScores, strangers_from
from probe.comparison.cast import cast_of_records
from probe.comparison.scores import Scores, ScoreSource
from probe.comparison.tally import stranger_blocks
from probe.images import ImageRecord, ImageSet


@dataclass(frozen=True, eq=False)
class StandardStrangers:
    """Comparisons of strangers at large in the standard condition.

    Attributes:
        ranked: their scores with the people compared, the highest first.
        subjects: people in the role of subject.
        strangers: people they were compared with.
    """

    ranked: StrangerScores
    subjects: int
    strangers: int

    @property
    def scores(self) -> Scores:
        """Every score, descending."""
        return self.ranked.scores


def standard_strangers(sets: Sequence[ImageSet], scores: ScoreSource) -> StandardStrangers:
    """Strangers at large in the standard condition, over the pictures of all protocols.

    A picture that several protocols share counts once.

    Args:
        sets: the image sets of the study, at least one.
        scores: scores of all their pictures.
    """
    records = _standard_records(sets)
    cast = cast_of_records(records, 1, 0, sets[0].alike, scores)
    blocks = stranger_blocks(scores, cast, "at_large", 0, 0)
    ranked = strangers_from(blocks, people=len(cast.people), directions=cast.directions)
    met = len(np.unique(np.concatenate([ranked.first, ranked.second])))
    return StandardStrangers(ranked, cast.subjects, met)


def _standard_records(sets: Sequence[ImageSet]) -> list[ImageRecord]:
    """The standard pictures of all sets, each once, as if all were one condition."""
    found: dict[tuple[str, str], ImageRecord] = {}
    for images in sets:
        standard = images.protocol.standard.index
        for record in images.records:
            if record.condition == standard:
                found.setdefault((record.role, record.image_id), replace(record, condition=0))
    return list(found.values())
