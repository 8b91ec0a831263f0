"""Between the values of a picture and the light that they stand for (sRGB, IEC 61966-2-1)."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from probe.transforms.transform import Picture

Light = NDArray[np.float32]
"""Linear light, 0 for black and 1 for white."""

_FINE = 65535
"""Steps of the table back to values: the steepest value of sRGB spans 20 of them."""


def light_of(picture: Picture) -> Light:
    """Linear light `float32 (h, w, 3)`, 0..1."""
    return np.take(light_of_values(), picture)


def values_of(light: Light) -> Picture:
    """The picture of linear light; beyond 0..1 it is clipped, as by a sensor."""
    fine = np.rint(np.clip(light, 0.0, 1.0) * np.float32(_FINE)).astype(np.uint16)
    values: Picture = np.take(_values_of_light(), fine)
    return values


@cache
def light_of_values() -> Light:
    """`(256,)` the linear light of every value."""
    value = np.arange(256) / 255.0
    light = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return _shut(light.astype(np.float32))


@cache
def _values_of_light() -> Picture:
    light = np.arange(_FINE + 1) / _FINE
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    table: Picture = np.rint(value * 255.0).astype(np.uint8)
    table.setflags(write=False)
    return table


def _shut(table: Light) -> Light:
    table.setflags(write=False)
    return table


def by_table(picture: Picture, table: NDArray[np.uint8]) -> Picture:
    """The picture with every value replaced: by a table `(256,)`, or `(256, 3)` by channel."""
    if table.ndim == 1:
        return np.take(table, picture)
    changed = np.empty_like(picture)
    for channel in range(3):
        np.take(table[:, channel], picture[..., channel], out=changed[..., channel])
    return changed
