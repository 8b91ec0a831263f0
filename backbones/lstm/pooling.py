"""What of a map is pooled into one vector, and the rows of its parts from head to feet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import torch

from probe.errors import UsageError
from probe.wording import Message, refusal

Pooling = Literal["average", "sum", "concat"]
"""The average alone; average and maximum added; or one after the other (document 003 says only
that both are combined)."""

Rows = Literal["adaptive", "chunk"]
"""`adaptive` overlaps where the parts do not divide the height, as torch's adaptive pooling does;
`chunk` cuts as `torch.chunk` does, so that the last part may be smaller."""

PARTS = 3
"""Parts of the source: head, body, legs."""

TIMES: Mapping[Pooling, int] = {"average": 1, "sum": 1, "concat": 2}
"""How many times a map's channels a pooled vector is long."""


def rows_of(height: int, rows: Rows) -> list[tuple[int, int]]:
    """First row and the row after the last of the three parts, from the top down.

    Args:
        height: rows of the map.
        rows: overlapping or not.

    Raises:
        UsageError: the map has too few rows for three parts.
    """
    if rows == "adaptive":
        parts = [
            (part * height // PARTS, -(-(part + 1) * height // PARTS)) for part in range(PARTS)
        ]
    else:
        size = -(-height // PARTS)
        parts = [(part * size, min((part + 1) * size, height)) for part in range(PARTS)]
    if height < PARTS or any(top >= bottom for top, bottom in parts):
        raise refusal(
            UsageError,
            Message("backbones-no-parts", {"rows": height, "parts": PARTS, "kind": repr(rows)}),
            hint=Message("backbones-parts-step"),
        )
    return parts


def pooled(feature_map: torch.Tensor, pooling: Pooling) -> torch.Tensor:
    """A map `(n, c, h, w)` as a vector `(n, c)`, or `(n, 2 c)` for `concat`."""
    average = feature_map.mean((2, 3))
    if pooling == "average":
        return average
    maximum = feature_map.amax((2, 3))
    return average + maximum if pooling == "sum" else torch.cat([average, maximum], dim=1)


def pooled_parts(feature_map: torch.Tensor, pooling: Pooling, rows: Rows) -> torch.Tensor:
    """The three parts of a map `(n, c, h, w)`, each pooled: `(n, 3, c)` or `(n, 3, 2 c)`."""
    places = rows_of(int(feature_map.shape[2]), rows)
    return torch.stack(
        [pooled(feature_map[:, :, top:bottom], pooling) for top, bottom in places], dim=1
    )
