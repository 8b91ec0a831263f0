"""Light of another colour than the camera's white balance is set to."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from probe.transforms.light import by_table, light_of_values, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

NEUTRAL = 6500.0
"""Kelvin that the camera's white balance is set to: daylight, the white of sRGB."""

_SRGB = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])
"""XYZ to linear sRGB (IEC 61966-2-1)."""

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


class ColourTemperature(Transform):
    """White balance of daylight under light of another temperature; brightness stays.

    Attributes:
        kelvin: colour temperature of the light: a candle 1,900, a bulb 2,700, white LED 4,000,
            daylight 6,500, shade 8,000, blue sky 10,000 and more; 6,500 changes nothing. Source:
            the colour of a black body (Kim et al. 2002, US patent 7,024,034), as gains of the
            channels in linear light.
    """

    kelvin: Annotated[float, Field(ge=1900, le=25000)]

    @property
    def is_neutral(self) -> bool:
        """At the temperature that the camera is set to."""
        return self.kelvin == NEUTRAL

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture with the cast of this light."""
        gains = light_colour(self.kelvin) / light_colour(NEUTRAL)
        gains /= gains @ _LUMINANCE
        light = light_of_values()[:, None] * gains.astype(np.float32)
        return by_table(picture, values_of(light))


def light_colour(kelvin: float) -> NDArray[np.float64]:
    """Linear sRGB `(3,)` of a black body's light, by its chromaticity; none is below 0.01."""
    t = 1000.0 / kelvin
    if kelvin <= 4000.0:
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if kelvin <= 2222.0:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif kelvin <= 4000.0:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    linear: NDArray[np.float64] = _SRGB @ np.array([x / y, 1.0, (1.0 - x - y) / y])
    return np.maximum(linear, 0.01)


spec = TransformSpec(ColourTemperature, main="kelvin")
