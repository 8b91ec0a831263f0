"""The sensor: exposure, colour balance, blur, noise and tone curve.

Noise is that of the usual sensor model (EMVA 1288): variance grows with light (shot noise), on a
floor (read noise). All amounts are our choice, from a good camera to a poor one; with them another
camera costs 0.10 to 0.14 in cosine, photographs 0.15 (`benchmarks/scenes_realism.txt`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.scenes.randomness import stream


@dataclass(frozen=True)
class Sensor:
    """How light becomes a picture.

    Attributes:
        exposure: factor on linear light.
        balance: factor on red, green and blue.
        blur: standard deviation in pixels; `softness` adds a part of the person's height.
        softness: see `blur`.
        shot: shot noise; `read` is noise that does not grow with light.
        read: see `shot`.
        contrast: exponent around middle grey, 1 is none.
        saturation: 1 keeps colours as they are.
    """

    exposure: float = 1.45
    balance: tuple[float, float, float] = (1.0, 1.0, 1.0)
    blur: float = 0.5
    softness: float = 0.0
    shot: float = 0.010
    read: float = 0.0025
    contrast: float = 1.0
    saturation: float = 1.0

    def at_moment(self, rng: np.random.Generator) -> Sensor:
        """The sensor as it has set itself for one picture: exposure, balance, focus and motion."""
        warm = float(rng.normal(0, 0.03))
        red, green, blue = self.balance
        return replace(
            self,
            exposure=float(self.exposure * np.exp(rng.normal(0, 0.16))),
            balance=(red * (1 + warm), green, blue * (1 - warm)),
            softness=float(self.softness + np.abs(rng.normal(0, 0.0022))),
        )


def sensor(domain: str, number: int) -> Sensor:
    """The sensor of a camera; number 0 is the standard one of its domain."""
    if number == 0:
        return Sensor() if domain == "A" else Sensor(1.3, (1.03, 1.0, 0.96), contrast=1.15)
    rng = stream("sensor", domain, number)
    warm, green = rng.normal(0, 0.09), rng.normal(0, 0.035)
    outdoors = domain == "B"
    return Sensor(
        exposure=float(1.45 * np.exp(rng.normal(0, 0.22))),
        balance=(float(1 + warm), float(1 + green), float(1 - warm)),
        blur=float(rng.uniform(0.4, 0.9)),
        softness=float(rng.uniform(0.0, 0.0035)),
        shot=float(rng.uniform(0.008, 0.03)),
        read=float(rng.uniform(0.002, 0.008)),
        contrast=float(rng.uniform(1.0, 1.35) if outdoors else rng.uniform(0.85, 1.2)),
        saturation=float(rng.uniform(0.75, 1.2) if outdoors else rng.uniform(0.6, 1.1)),
    )


def exposed(
    light: NDArray[np.float32], camera: Sensor, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """The picture uint8 (h, w, 3) of linear light (h, w, 3); `rng` draws the noise."""
    from scipy.ndimage import gaussian_filter

    width = camera.blur + camera.softness * light.shape[0]
    lit = gaussian_filter(light, (width, width, 0), truncate=3.0) * np.float32(camera.exposure)
    lit *= np.array(camera.balance, np.float32)
    grain = rng.standard_normal(lit.shape, dtype=np.float32)
    lit += grain * np.sqrt(np.maximum(lit, 0) * np.float32(camera.shot**2) + camera.read**2)
    lit = np.maximum(lit, 0)
    # Extended Reinhard curve (SIGGRAPH 2002): highlights roll off and reach white at sqrt(1.9).
    tone = lit * (1 + lit / np.float32(1.9)) / (1 + lit)
    shown = np.clip(tone, 0, 1) ** np.float32(1 / 2.2)
    if camera.saturation != 1.0:
        grey = shown.mean(2, keepdims=True)
        shown = grey + (shown - grey) * np.float32(camera.saturation)
    if camera.contrast != 1.0:
        shown = 0.45 + (shown - 0.45) * np.float32(camera.contrast)
    return np.asarray(np.clip(shown, 0, 1) * 255 + 0.5, np.uint8)
