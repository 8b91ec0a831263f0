"""Evidence maps of black boxes: cover a part of one picture and see how the similarity falls.

Zeiler and Fergus, ECCV 2014 (arXiv 1311.2901), on pairs. A backbone whose similarity really is a
sum over places gets that sum back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer, Pictures
from probe.embedding.similarity import compared_by, similarities
from probe.pictures.fitting import FILL

Floats = NDArray[np.float64]

GRID = (16, 8)
"""Rows and columns of the maps (ours): the grid of a ResNet-50 with last stride 1 at 256 x 128; 105
windows to embed a picture."""

WINDOW = 2
"""Rows and columns of cells that are covered at a time; windows overlap by all but one cell, so
that a cell is judged together with each of its neighbours (ours)."""

_BATCH = 64
"""Covered pictures that are made at a time; memory only."""


def occlusion_maps(
    model: Backbone | PairScorer,
    first: Pictures,
    second: Pictures,
    grid: tuple[int, int] = GRID,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Maps of the first and second pictures, their constants, and the similarities.

    A cell's evidence is the mean, over the windows that cover it, of the fall of the similarity
    per cell covered. The constant is that of an empty picture (all fill) with the other one.

    Args:
        model: any backbone or pair scorer.
        first: `uint8 (n, h, w, 3)`.
        second: `uint8 (n, h, w, 3)`.
        grid: rows and columns of the maps.
        progress: told (pairs done, all).

    Returns:
        `(n, *grid)` twice, `(n,)` three times.
    """
    maps: list[list[Floats]] = [[], []]
    constants: list[list[float]] = [[], []]
    cosines = []
    windows = list(_windows(grid))
    blank = np.full_like(first[:1], FILL)
    for done, (a, b) in enumerate(zip(first, second, strict=True), start=1):
        sides = compared_by(model, np.stack([a, b]))
        cosine = float(similarities(model, a[None], sides, 1)[0])
        cosines.append(cosine)
        for side, picture in enumerate((a, b)):
            other = 1 - side
            covered = _covered_similarities(model, picture, (sides, other), windows, grid)
            maps[side].append(_spread(cosine - covered, windows, grid))
            constants[side].append(float(similarities(model, blank, sides, other)[0]))
        if progress:
            progress(done, len(first))
    return (
        np.stack(maps[0]),
        np.stack(maps[1]),
        np.array(constants[0]),
        np.array(constants[1]),
        np.array(cosines),
    )


def cell_edges(pixels: int, cells: int) -> NDArray[np.intp]:
    """Where the cells of a grid begin and end along an axis, `(cells + 1,)`, whole pixels."""
    return np.rint(np.linspace(0, pixels, cells + 1)).astype(np.intp)


def _windows(grid: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    height, width = (min(WINDOW, size) for size in grid)
    for row in range(grid[0] - height + 1):
        for column in range(grid[1] - width + 1):
            yield slice(row, row + height), slice(column, column + width)


def _covered_similarities(
    model: Backbone | PairScorer,
    picture: NDArray[np.uint8],
    other: tuple[Any, int],
    windows: list[tuple[slice, slice]],
    grid: tuple[int, int],
) -> Floats:
    rows, columns = cell_edges(picture.shape[0], grid[0]), cell_edges(picture.shape[1], grid[1])
    cosines = []
    for start in range(0, len(windows), _BATCH):
        part = windows[start : start + _BATCH]
        covered = np.repeat(picture[None], len(part), axis=0)
        for k, (down, across) in enumerate(part):
            top, bottom = rows[down.start], rows[down.stop]
            covered[k, top:bottom, columns[across.start] : columns[across.stop]] = FILL
        cosines.append(similarities(model, covered, *other))
    return np.concatenate(cosines)


def _spread(falls: Floats, windows: list[tuple[slice, slice]], grid: tuple[int, int]) -> Floats:
    total, count = np.zeros(grid), np.zeros(grid)
    for fall, (down, across) in zip(falls, windows, strict=True):
        cells = (down.stop - down.start) * (across.stop - across.start)
        total[down, across] += fall / cells
        count[down, across] += 1
    spread: Floats = total / count
    return spread
