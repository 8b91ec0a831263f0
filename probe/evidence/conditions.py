"""The mean map of a condition and the difference of two: why the similarity fell, not one pair.

Maps of different pictures are laid over each other by the person: by a box fitted to the keypoints,
or by the box of the mask. Evidence keeps its sum; what lies outside the box is counted apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.errors import ComparisonError, MaskError
from probe.evidence.grids import Box, cut_to_box

Floats = NDArray[np.float64]

BODY_GRID = (24, 12)
"""Rows and columns of mean maps (ours): a cell is about 9 cm of a standing person, so that a head
has several, and finer than the maps of most networks."""

MARGIN = 0.1
"""The box grows by this share of its height and width on every side, so that edges are seen (ours:
networks whose maps have 8 x 4 to 16 x 8 cells spill over an edge by about so much)."""

_HEIGHTS = np.array(
    (
        *(0.09, 0.18),  # nose, neck
        *(0.18, 0.37, 0.515, 0.18, 0.37, 0.515),  # shoulder, elbow, wrist; right, left
        *(0.47, 0.715, 0.96, 0.47, 0.715, 0.96),  # hip, knee, ankle; right, left
        *(0.064, 0.064, 0.07, 0.07),  # eyes, ears
    )
)
"""How far the 18 OpenPose keypoints are below the crown, as shares of a standing person's height
(Drillis and Contini 1966, as tabled in Winter, Biomechanics and Motor Control, figure 4.1)."""

_TORSO = (1, 2, 5, 8, 11)
"""Neck, shoulders and hips: their middle is the body's, wherever the arms and feet are."""

_WIDTH = 0.4
"""Width of the box as a share of the height (ours): shoulders take 0.26 (the same table), hanging
arms the rest."""

_LEAST_SPREAD = 0.2
"""Located points must span this share of the height (ours): the height is then extrapolated at most
fivefold."""


@dataclass(frozen=True, eq=False)
class MeanMap:
    """Maps of one condition laid over each other.

    Attributes:
        mean: `(rows, columns)` over the person's box and a margin: mean evidence, in units of
            similarity.
        outside: mean evidence outside the box.
        constant: mean evidence that belongs to no place.
        cosine: mean similarity; mean.sum() + outside + constant equals it for exact maps.
        pairs: how many maps.
    """

    mean: Floats
    outside: float
    constant: float
    cosine: float
    pairs: int

    def minus(self, other: MeanMap) -> MeanMap:
        """The change since `other`: where evidence was lost (negative) or gained.

        Raises:
            ComparisonError: maps on different grids.
        """
        if self.mean.shape != other.mean.shape:
            raise ComparisonError(
                f"maps of {self.mean.shape} and {other.mean.shape} cells cannot be subtracted"
            )
        return MeanMap(
            self.mean - other.mean,
            self.outside - other.outside,
            self.constant - other.constant,
            self.cosine - other.cosine,
            min(self.pairs, other.pairs),
        )


def mean_map(
    maps: Floats,
    constant: Floats,
    cosine: Floats,
    boxes: Sequence[Box | None],
    frame: tuple[int, int],
    grid: tuple[int, int] = BODY_GRID,
) -> MeanMap:
    """Lay maps over each other by the person's box, and average.

    Args:
        maps: `(n, rows, columns)` over the fitted frame.
        constant: `(n,)`.
        cosine: `(n,)`.
        boxes: of the person in pixels of the frame; None takes the whole frame.
        frame: (height, width) of the frame.
        grid: of the result.

    Raises:
        ComparisonError: no maps, or not as many boxes as maps.
    """
    if not len(maps) or len(boxes) != len(maps):
        raise ComparisonError(f"{len(maps)} maps and {len(boxes)} boxes: nothing to average")
    laid = [
        cut_to_box(evidence, with_margin(box) if box else Box(0, 0, *frame), frame, grid)
        for evidence, box in zip(maps, boxes, strict=True)
    ]
    mean = np.mean(laid, axis=0)
    outside = float(maps.sum((1, 2)).mean() - mean.sum())
    return MeanMap(mean, outside, float(constant.mean()), float(cosine.mean()), len(maps))


def mask_box(mask: NDArray[np.bool_]) -> Box:
    """The person's box in pixels of the crop, from its mask `bool (h, w)`.

    Raises:
        MaskError: the mask is empty.
    """
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not rows.size:
        raise MaskError("an empty mask has no box")
    return Box(rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)


def keypoint_box(keypoints: NDArray[np.floating], located: NDArray[np.bool_]) -> Box | None:
    """The person's box in pixels of the crop, fitted to OpenPose keypoints.

    Height and place follow by least squares from where the located points stand on a body of
    average proportions; the width is that of a standing person. What is worn on the head, carried
    or held out does not change it, as it does the box of a mask.

    Args:
        keypoints: `(18, 2)`, x and y in pixels of the crop.
        located: `(18,)`, whose place is known.

    Returns:
        the box, or None when fewer than three points, or points of one height, are known.
    """
    heights = _HEIGHTS[located]
    if located.sum() < 3 or np.ptp(heights) < _LEAST_SPREAD:
        return None
    table = np.stack([np.ones_like(heights), heights], axis=1)
    crown, height = np.linalg.lstsq(table, keypoints[located, 1].astype(np.float64), rcond=None)[0]
    if height <= 0:
        return None
    torso = [k for k in _TORSO if located[k]] or list(np.flatnonzero(located))
    middle = float(keypoints[torso, 0].mean())
    half = _WIDTH * height / 2
    return Box(float(crown), middle - half, float(crown + height), middle + half)


def with_margin(box: Box) -> Box:
    """The box a mean map covers: the person's and a margin."""
    down, across = MARGIN * (box.bottom - box.top), MARGIN * (box.right - box.left)
    return Box(box.top - down, box.left - across, box.bottom + down, box.right + across)
