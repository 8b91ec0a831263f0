"""Maps, masks and boxes brought to the same frame, sums of evidence kept.

Masks and keypoints are told in pixels of the original crop; a network sees the fitted picture;
its map is a coarse grid over that. Everything here is exact area weighting.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.pictures.fitting import Fitting, inner_size

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Box:
    """A box: top, left, bottom, right; in pixels of whatever frame is meant."""

    top: float
    left: float
    bottom: float
    right: float


def placed(shape: tuple[int, ...], fitting: Fitting) -> Box:
    """Where a picture of `shape` (height, width) lies in the fitted frame."""
    height, width = fitting.size
    if fitting.policy != "letterbox":
        return Box(0, 0, height, width)
    inner = inner_size(shape, fitting.size)
    top, left = (height - inner[0]) // 2, (width - inner[1]) // 2
    return Box(top, left, top + inner[0], left + inner[1])


def box_in_frame(box: Box, shape: tuple[int, ...], fitting: Fitting) -> Box:
    """A box of the original crop in pixels of the fitted frame."""
    inner = placed(shape, fitting)
    down = (inner.bottom - inner.top) / shape[0]
    across = (inner.right - inner.left) / shape[1]
    return Box(
        inner.top + box.top * down,
        inner.left + box.left * across,
        inner.top + box.bottom * down,
        inner.left + box.right * across,
    )


def fitted_cover(mask: NDArray[np.bool_], fitting: Fitting) -> Floats:
    """A mask `bool (h, w)` of the original crop as cover 0..1 of each pixel of the fitted frame."""
    height, width = fitting.size
    inner = placed(mask.shape, fitting)
    rows = overlap((inner.top, inner.bottom), mask.shape[0], (0, height), height)
    columns = overlap((inner.left, inner.right), mask.shape[1], (0, width), width)
    cover: Floats = rows @ mask.astype(np.float64) @ columns.T
    return cover


def cell_cover(cover: Floats, grid: tuple[int, int]) -> Floats:
    """Cover 0..1 of pixels `(h, w)` as cover 0..1 of the cells of a grid."""
    height, width = cover.shape
    rows = overlap((0, 1), height, (0, 1), grid[0])
    columns = overlap((0, 1), width, (0, 1), grid[1])
    cells: Floats = rows @ cover @ columns.T
    return cells


def overlap(
    source: tuple[float, float], parts: int, target: tuple[float, float], cells: int
) -> Floats:
    """`(cells, parts)`: which share of each target cell each source part covers.

    Args:
        source: where the source begins and ends on the axis.
        parts: equal parts it is divided into.
        target: where the target begins and ends on the same axis.
        cells: equal parts it is divided into.
    """
    edges = np.linspace(*source, parts + 1)
    wanted = np.linspace(*target, cells + 1)
    low = np.maximum(edges[None, :-1], wanted[:-1, None])
    high = np.minimum(edges[None, 1:], wanted[1:, None])
    size = (target[1] - target[0]) / cells
    return np.asarray(np.clip(high - low, 0, None) / size)


def cut_to_box(evidence: Floats, box: Box, frame: tuple[int, int], grid: tuple[int, int]) -> Floats:
    """The evidence inside a box of the frame, on a grid over that box.

    Evidence spreads evenly over its cell; the sum inside the box is kept, what lies outside is
    left out.

    Args:
        evidence: `(rows, columns)` over the whole frame.
        box: in pixels of the frame; it may reach over the border.
        frame: (height, width) of the frame.
        grid: rows and columns of the result.
    """
    rows, columns = evidence.shape
    down = overlap((0, frame[0]), rows, (box.top, box.bottom), grid[0])
    across = overlap((0, frame[1]), columns, (box.left, box.right), grid[1])
    down = down * ((box.bottom - box.top) / grid[0]) / (frame[0] / rows)
    across = across * ((box.right - box.left) / grid[1]) / (frame[1] / columns)
    inside: Floats = down @ evidence @ across.T
    return inside
