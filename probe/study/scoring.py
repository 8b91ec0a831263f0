"""One variant of one backbone scored: the routine that run, verify and compare share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from probe.comparison import (
    Comparison,
    ScoreSource,
    StandardStrangers,
    VectorScores,
    compare,
    standard_strangers,
)
from probe.comparison.parts import part_cells
from probe.comparison.rates import resolved_value
from probe.comparison.thresholds import RateRequest, value_of
from probe.comparison.workspace import HERE, Workspace
from probe.contracts import VectorPart, part_slices
from probe.pictures.image_set import ImageSet
from probe.runs.figures import PartFigures
from probe.runs.manifest import BackboneEntry, ThresholdEntry


@dataclass(frozen=True, eq=False)
class ScoredVariant:
    """The scores of a backbone on one variant of the pictures, and the thresholds they set.

    Attributes:
        backbone: name in the run.
        variant: mask variant.
        sets: its image sets.
        scores: the scores of their pictures.
        strangers: strangers at large in the standard condition.
        thresholds: of every rate, the one that decides the cells first.
        wanted: the rates.
        parts: of a vector, where the backbone declares some.
    """

    backbone: str
    variant: str
    sets: tuple[ImageSet, ...]
    scores: ScoreSource
    strangers: StandardStrangers
    thresholds: tuple[ThresholdEntry, ...]
    wanted: RateRequest
    parts: tuple[VectorPart, ...] = ()

    def part_cells(self, images: ImageSet) -> Iterator[PartFigures]:
        """The cells of one protocol, part by part of the vectors; none without parts."""
        if self.parts and isinstance(self.scores, VectorScores):
            yield from part_cells(images, self.scores, self.parts, self.part_thresholds)

    @cached_property
    def part_thresholds(self) -> dict[str, float]:
        """Part -> its threshold, set as that of the whole vectors; NaN: not resolved."""
        if not isinstance(self.scores, VectorScores):
            return {}
        parts = {
            name: self.scores.of_part(where) for name, where in part_slices(self.parts).items()
        }
        return {name: self._threshold_of(scores) for name, scores in parts.items()}

    def _threshold_of(self, scores: ScoreSource) -> float:
        strangers = standard_strangers(self.sets, scores, self.wanted.tuning)
        thresholds = self.wanted.thresholds(strangers)
        return resolved_value(thresholds[0]) if thresholds else math.nan

    def compare(
        self,
        images: ImageSet,
        progress: Callable[[int, int], None] | None = None,
        workspace: Workspace = HERE,
    ) -> Comparison:
        """The cells of one protocol.

        Args:
            images: one of `sets`.
            progress: told (cells done, all).
            workspace: where cells are measured, and where large tables lie.
        """
        threshold = value_of(self.thresholds[0])
        points = self.wanted.thresholds(self.strangers)
        return compare(
            images, self.scores, self.strangers, threshold, self.wanted.fmr, progress, points,
            workspace,
        )  # fmt: skip


def score_variant(
    backbone: BackboneEntry,
    variant: str,
    sets: Sequence[ImageSet],
    scores: ScoreSource,
    wanted: RateRequest,
) -> ScoredVariant:
    """Set the thresholds of a backbone on one variant of the pictures.

    Args:
        backbone: as the manifest tells it.
        variant: mask variant.
        sets: its image sets.
        scores: the scores of their pictures, from a model or from a stored run.
        wanted: the false match rates asked for.
    """
    strangers = standard_strangers(sets, scores, wanted.tuning)
    thresholds = wanted.entries(backbone.name, variant, strangers)
    parts = tuple(VectorPart(**part.model_dump()) for part in backbone.parts)
    return ScoredVariant(
        backbone.name, variant, tuple(sets), scores, strangers, thresholds, wanted, parts
    )
