"""Evidence maps of pairs of pictures: what each place adds to their similarity.

A backbone that can tell offers `attend` and `attend_points`; every other backbone is asked by
occlusion. Whatever a backbone says is held against the cosine of its own features: every map
carries how far its sum is from the similarity it explains.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairEvidence, PairScorer, Pictures
from probe.errors import BackboneError
from probe.evidence.occlusion import GRID, occlusion_maps
from probe.wording import Message, joined_notes, refusal

Floats = NDArray[np.float64]
Kind = Literal["exact", "gradient", "occlusion"]
Progress = Callable[[int, int], None]

EXACT = 1e-5
"""Largest additivity error of a map that is called exact (ours): what float32 leaves of a sum
over all places."""


@dataclass(frozen=True, eq=False)
class PairMaps:
    """Evidence maps of n pairs.

    Attributes:
        maps_first: `float64 (n, h, w)`, of the first pictures, in units of similarity; with
            `constant_first` each sums to the cosine. May be negative: evidence against.
        maps_second: the same of the second pictures.
        constant_first, constant_second: `(n,)`, what belongs to no place (bias terms; with
            occlusion, the similarity of an empty picture).
        cosine: `(n,)`, -1..1, of the backbone's features.
        kind: `exact`, `gradient` (smooth factors held) or `occlusion`.
        note: what a reader must know about these maps; empty for nothing.
    """

    maps_first: Floats
    maps_second: Floats
    constant_first: Floats
    constant_second: Floats
    cosine: Floats
    kind: Kind
    note: Message | str = ""

    def __post_init__(self) -> None:
        for name in ("maps_first", "maps_second", "constant_first", "constant_second", "cosine"):
            array = getattr(self, name)
            if not np.isfinite(array).all():
                raise refusal(BackboneError, Message("evidence-not-finite", {"name": name}))
            array.setflags(write=False)

    @property
    def additivity_error(self) -> Floats:
        """`(n,)`: how far map and constant are from the cosine, the worse of both pictures."""
        first = self.maps_first.sum((1, 2)) + self.constant_first - self.cosine
        second = self.maps_second.sum((1, 2)) + self.constant_second - self.cosine
        return np.asarray(np.maximum(np.abs(first), np.abs(second)))


@dataclass(frozen=True, eq=False)
class PointMaps:
    """Evidence of one pair from point to point.

    Attributes:
        matrix: `float64 (h, w, h2, w2)`: what place and place add to the similarity together.
        first, second: `(h, w)` and `(h2, w2)`: places with the other picture's constant.
        constant: the constants with each other; all parts sum to `cosine`.
        cosine: the similarity.
        kind, note: as in `PairMaps`.
    """

    matrix: Floats
    first: Floats
    second: Floats
    constant: float
    cosine: float
    kind: Kind
    note: Message | str = ""

    @property
    def additivity_error(self) -> float:
        """How far the sum of all parts is from the cosine."""
        parts = self.matrix.sum() + self.first.sum() + self.second.sum() + self.constant
        return abs(float(parts) - self.cosine)


def pair_maps(
    model: Backbone | PairScorer,
    first: Pictures,
    second: Pictures,
    *,
    grid: tuple[int, int] = GRID,
    progress: Progress | None = None,
) -> PairMaps:
    """Evidence maps of n pairs of pictures.

    Args:
        model: a backbone; one without maps of its own is asked by occlusion, as pair scorers are.
        first: `uint8 (n, h, w, 3)` RGB at the card's input size.
        second: the pictures they are compared with.
        grid: rows and columns of an occlusion map; maps of a backbone have the size they have.
        progress: told (pairs done, all).

    Raises:
        BackboneError: the batches differ in length, or the evidence is not finite.
    """
    if len(first) != len(second) or not len(first):
        raise BackboneError(f"{len(first)} first pictures and {len(second)} second ones: no pairs")
    evidence = None if isinstance(model, PairScorer) else model.attend(first, second)
    if evidence is not None:
        if progress:
            progress(len(first), len(first))
        return _checked(evidence)
    measured = occlusion_maps(model, first, second, grid, progress)
    note = Message("note-occlusion")
    return PairMaps(*measured, kind="occlusion", note=note)


def part_maps(
    model: Backbone | PairScorer, first: Pictures, second: Pictures
) -> dict[str, PairMaps] | None:
    """What each part of a backbone's vectors adds to the cosines of n pairs, and from where.

    Args:
        model: a backbone or pair scorer.
        first: `uint8 (n, h, w, 3)` RGB at the card's input size.
        second: the pictures they are compared with.

    Returns:
        By name of the part, in order; the cosines of all parts sum to those of the whole vectors.
        None: it has no parts, or cannot say.
    """
    evidence = None if isinstance(model, PairScorer) else model.attend_parts(first, second)
    if evidence is None or isinstance(model, PairScorer):
        return None
    names = [part.name for part in model.parts]
    return dict(zip(names, map(_checked, evidence), strict=True))


def point_maps(
    model: Backbone | PairScorer, first: NDArray[np.uint8], second: NDArray[np.uint8]
) -> PointMaps | None:
    """Point-to-point map of one pair, `uint8 (h, w, 3)` each; None when the model has none."""
    points = None if isinstance(model, PairScorer) else model.attend_points(first, second)
    if points is None:
        return None
    return PointMaps(
        points.matrix,
        points.first,
        points.second,
        points.constant,
        points.cosine,
        points.kind,
        points.note,
    )


def _checked(evidence: PairEvidence) -> PairMaps:
    """The evidence, no longer called exact when it does not sum to the cosine."""
    parts = (
        evidence.first,
        evidence.second,
        evidence.constant_first,
        evidence.constant_second,
        evidence.cosine,
    )
    maps = PairMaps(*parts, kind=evidence.kind, note=evidence.note)
    worst = float(maps.additivity_error.max())
    if maps.kind == "exact" and worst > EXACT:
        inexact = Message("note-not-exact", {"worst": worst})
        return PairMaps(*parts, kind="gradient", note=joined_notes(maps.note, inexact))
    return maps
