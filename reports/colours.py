"""Colour scales: OKLCH paths of even lightness in 51 steps, for light and dark pages.

Ink always means "more": on a dark page the scales run from near the page's colour to pale. Blue
against amber stays apart under all three colour-vision deficiencies.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np

STEPS = 50
"""Steps of a scale (ours): a step is 0.02 on a scale of 0..1."""

Mode = Literal["light", "dark"]
Key = tuple[float, float, float, float]

_PATHS: dict[str, dict[Mode, tuple[Key, ...]]] = {
    "similarity": {
        "light": ((0, 0.975, 0.006, 230), (0.5, 0.735, 0.085, 228), (0.75, 0.545, 0.105, 243),
                  (1, 0.275, 0.075, 256)),
        "dark": ((0, 0.235, 0.014, 250), (0.5, 0.475, 0.085, 246), (0.75, 0.66, 0.10, 236),
                 (1, 0.955, 0.03, 215)),
    },
    "retention": {
        "light": ((0, 0.975, 0.010, 85), (0.5, 0.80, 0.115, 78), (0.75, 0.61, 0.125, 60),
                  (1, 0.345, 0.075, 42)),
        "dark": ((0, 0.235, 0.012, 60), (0.5, 0.48, 0.09, 58), (0.75, 0.68, 0.12, 70),
                 (1, 0.96, 0.045, 88)),
    },
    "missed": {
        "light": ((0, 0.978, 0.006, 50), (0.3, 0.83, 0.085, 42), (0.6, 0.66, 0.15, 36),
                  (1, 0.42, 0.14, 32)),
        "dark": ((0, 0.235, 0.010, 40), (0.3, 0.42, 0.09, 35), (0.6, 0.60, 0.14, 35),
                 (1, 0.90, 0.07, 45)),
    },
    "tail": {
        "light": ((0, 0.975, 0.008, 150), (0.5, 0.76, 0.075, 168), (0.75, 0.57, 0.08, 180),
                  (1, 0.31, 0.055, 192)),
        "dark": ((0, 0.235, 0.012, 180), (0.5, 0.48, 0.07, 178), (0.75, 0.67, 0.09, 172),
                 (1, 0.95, 0.04, 160)),
    },
    "wanted": {
        "light": ((0, 0.978, 0.006, 140), (0.3, 0.86, 0.075, 140), (0.6, 0.68, 0.12, 141),
                  (1, 0.40, 0.10, 142)),
        "dark": ((0, 0.235, 0.010, 140), (0.3, 0.42, 0.07, 140), (0.6, 0.60, 0.11, 140),
                 (1, 0.91, 0.06, 136)),
    },
}  # fmt: skip
"""Keys of each path: (place, lightness, chroma, hue in degrees)."""

SCALES = tuple(_PATHS)
"""Scales of figures, from less to more."""

_FURTHER: dict[str, dict[Mode, tuple[Key, ...]]] = {
    "difference": {
        "light": ((0, 0.56, 0.13, 62), (0.25, 0.79, 0.11, 74), (0.5, 0.985, 0.003, 90),
                  (0.5001, 0.985, 0.003, 240), (0.75, 0.77, 0.085, 240), (1, 0.50, 0.115, 250)),
        "dark": ((0, 0.80, 0.13, 72), (0.25, 0.52, 0.10, 66), (0.5, 0.235, 0.006, 60),
                 (0.5001, 0.235, 0.006, 250), (0.75, 0.50, 0.09, 246), (1, 0.80, 0.09, 232)),
    },
    "evidence": {
        "light": ((0, 0.42, 0.15, 310), (0.35, 0.56, 0.19, 365), (0.7, 0.75, 0.16, 415),
                  (1, 0.95, 0.13, 460)),
        "dark": ((0, 0.42, 0.15, 310), (0.35, 0.56, 0.19, 365), (0.7, 0.75, 0.16, 415),
                 (1, 0.95, 0.13, 460)),
    },
}  # fmt: skip

CHANGE = "difference"
"""Amber for less, paper for no change, blue for more."""

EVIDENCE = "evidence"
"""Over grey pictures: the same by day and by night, from purple to pale yellow."""

_ALL = {**_PATHS, **_FURTHER}


def step(value: float | None, low: float = 0.0, high: float = 1.0) -> int:
    """Colour step 0..50 of a value on a scale from `low` to `high`; -1 for no value."""
    if value is None or not math.isfinite(value):
        return -1
    return int(STEPS * min(max((value - low) / (high - low), 0.0), 1.0) + 0.5)


@cache
def scale(name: str, mode: Mode = "light") -> tuple[str, ...]:
    """The 51 colours of a scale, `#rrggbb`."""
    keys = np.array(_ALL[name][mode])
    places = np.linspace(0, 1, STEPS + 1)
    lightness, chroma, hue = (np.interp(places, keys[:, 0], keys[:, k]) for k in (1, 2, 3))
    return tuple(_hex(*lch) for lch in zip(lightness, chroma, hue, strict=True))


def ink_on(colour: str) -> str:
    """Black or white, whichever contrasts more with the colour (WCAG 2 relative luminance)."""
    bright = _luminance(colour)
    # 0.05 is the standard's allowance for light that a screen reflects.
    return "#000000" if (bright + 0.05) / 0.05 >= 1.05 / (bright + 0.05) else "#ffffff"


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """OKLCH to sRGB (Ottosson 2020, the published matrices), clipped to the gamut."""
    a, b = (chroma * f(math.radians(hue)) for f in (math.cos, math.sin))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_channel(channel):02x}" for channel in linear)


def _channel(linear: float) -> int:
    """The transfer curve of sRGB (IEC 61966-2-1), as a byte."""
    x = min(max(linear, 0.0), 1.0)
    encoded = 12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055
    return int(255 * encoded + 0.5)


def _luminance(colour: str) -> float:
    """Relative luminance 0..1 by the formula of WCAG 2."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1..21 (WCAG 2)."""
    bright: Sequence[float] = sorted((_luminance(first), _luminance(second)))
    return (bright[1] + 0.05) / (bright[0] + 0.05)
