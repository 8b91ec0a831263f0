"""Point to point: what a place of one picture adds together with every place of the other."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.reports.source import Source
from probe.runs.records import EvidenceRecord

Floats = NDArray[np.float64]

POINTS = 256
"""Places of a picture a reader can choose from at most (ours: the square of it, 64 kB a pair,
stands in the page); finer maps are added up in twos."""


@dataclass(frozen=True)
class Points:
    """What every place of the level's picture adds together with every place of the standard's.

    Attributes:
        rows, columns: of the level's picture.
        other_rows, other_columns: of the standard's.
        data: `uint8`, row by row, base64; 255 is the strongest; negative parts are 0.
    """

    rows: int
    columns: int
    other_rows: int
    other_columns: int
    data: str = field(repr=False)


def points_of(source: Source, protocol: str, backbone: str, level: EvidenceRecord) -> Points | None:
    """The point-to-point map of the pair shown, small enough for a page.

    Args:
        source: the run in a mask variant.
        protocol: name of the protocol.
        backbone: name of the backbone.
        level: the evidence of the level shown.
    """
    stored = source.run.points(backbone, protocol, source.variant)
    ids = [level["ids_first"][0], level["ids_second"][0]]
    if stored is None or [str(image) for image in stored["ids"]] != ids:
        return None
    matrix = stored["matrix"].astype(np.float64)
    while matrix.shape[0] * matrix.shape[1] > POINTS:
        matrix = halved(matrix)
    top = float(matrix.max())
    if top <= 0:
        return None
    levels = np.rint(255 * np.clip(matrix / top, 0, 1)).astype(np.uint8)
    data = base64.b64encode(levels.tobytes()).decode("ascii")
    rows, columns, other_rows, other_columns = matrix.shape
    return Points(rows, columns, other_rows, other_columns, data)


def halved(matrix: Floats) -> Floats:
    """Two by two places added up, on both sides."""
    for axis in range(4):
        if matrix.shape[axis] % 2:
            pad = [(0, int(k == axis)) for k in range(4)]
            matrix = np.pad(matrix, pad)
    a, b, c, d = (size // 2 for size in matrix.shape)
    return np.asarray(matrix.reshape(a, 2, b, 2, c, 2, d, 2).sum((1, 3, 5, 7)))
