"""Rows of a map that the cells of a branch average over.

`adaptive` is torch's adaptive average pooling: cell i of k takes rows floor(i h / k) to
ceil((i + 1) h / k), and where k does not divide h neighbours share a row. `disjoint` cuts at the
nearest row instead, so that every row is in one cell (ours; the source says adaptive pooling).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import torch

Cells = Literal["adaptive", "disjoint"]


def rows_of(height: int, count: int, cells: Cells) -> list[tuple[int, int]]:
    """First row and the row after the last of every cell, from the top down.

    Args:
        height: rows of the map, at least `count`.
        count: how many cells.
        cells: overlapping or not.
    """
    if cells == "adaptive":
        return [(i * height // count, -(-(i + 1) * height // count)) for i in range(count)]
    edges = [(2 * i * height + count) // (2 * count) for i in range(count + 1)]
    return list(pairwise(edges))


def cell_means(feature_map: torch.Tensor, count: int, cells: Cells) -> list[torch.Tensor]:
    """The mean `(n, c)` of every cell of a map `(n, c, h, w)`."""
    rows = rows_of(int(feature_map.shape[2]), count, cells)
    return [feature_map[:, :, top:bottom].mean((2, 3)) for top, bottom in rows]
