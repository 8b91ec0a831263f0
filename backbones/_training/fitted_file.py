"""A picture file at the size of a network, as trainings of whole pictures see it."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Pictures
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture


def fitted_file(path: Path, size: tuple[int, int]) -> Pictures:
    """A picture file, stretched to a size.

    Args:
        path: its file.
        size: (height, width).

    Returns:
        `uint8 (height, width, 3)`.

    Raises:
        PictureError: it cannot be read.
    """
    return fit_picture(read_picture(path), Fitting(size, "stretch", "bilinear"))
