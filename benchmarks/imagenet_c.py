"""ImageNet-C's severities in the units of the transforms, as `docs/outdoors.md` has them.

    python benchmarks/imagenet_c.py > benchmarks/imagenet_c.txt

The constants are those of `ImageNet-C/create_c/make_imagenet_c.py` in
github.com/hendrycks/robustness (Hendrycks and Dietterich, ICLR 2019), for pictures of 224 x 224
pixels. A person is taken to fill their height. Where a corruption works on values and a transform
on light, both are compared at a grey of value .5.
"""

from __future__ import annotations

import math
from statistics import NormalDist, pstdev

from probe.transforms.person import PERSON_CM
from probe.transforms.shipped.low_light import ELECTRONS_PER_LUX, LowLight
from probe.transforms.shipped.motion_blur import MotionBlur

HEIGHT = 224
"""Pixels of their pictures."""

GREY = 0.5
"""The value at which noise and brightness are compared."""

STEPS = 1000
"""Places of the normal distribution that noise is counted over."""

FOG_DISTANCE = 10.0
"""Metres at which fog is stated."""

DEFOCUS_RADII = (3, 4, 6, 8, 10)
MOTION = ((10, 3), (15, 5), (15, 8), (15, 12), (20, 15))
"""Radius and standard deviation of ImageMagick's motion blur."""

SHOT_PHOTONS = (60, 25, 12, 5, 3)
GAUSSIAN_NOISE = (0.08, 0.12, 0.18, 0.26, 0.38)
PIXELATE = (0.6, 0.5, 0.4, 0.3, 0.25)
JPEG_QUALITY = (25, 18, 15, 10, 7)
BRIGHTNESS = (0.1, 0.2, 0.3, 0.4, 0.5)
CONTRAST = (0.4, 0.3, 0.2, 0.1, 0.05)
FOG_ADDED = (1.5, 2.0, 2.5, 2.5, 3.0)


def light(value: float) -> float:
    """Light 0..1 of a value 0..1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def value(light: float) -> float:
    """Value 0..1 of light, which is clipped to 0..1."""
    light = min(max(light, 0.0), 1.0)
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def noise_of_lux(lux: float) -> float:
    """Standard deviation of a grey of value .5 that `low_light` leaves."""
    white, here = lux * ELECTRONS_PER_LUX, light(GREY)
    deviation = math.sqrt(here * white + LowLight(lux=lux).read_noise ** 2) / white
    places = (NormalDist().inv_cdf((k + 0.5) / STEPS) for k in range(STEPS))
    return pstdev([value(here + deviation * place) for place in places])


def lux_of_noise(deviation: float) -> float:
    """Lux at which `low_light` gives a grey of value .5 noise of this standard deviation."""
    low, high = 0.02, 1000.0
    for _ in range(40):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if noise_of_lux(middle) > deviation else (low, middle)
    return math.sqrt(low * high)


def line_of_motion(radius: int, sigma: float) -> float:
    """Pixels of an even line that spreads as far (standard deviation) as their one-sided blur."""
    places = range(2 * radius + 1)
    weights = [math.exp(-(k**2) / (2 * sigma**2)) for k in places]
    mean = sum(k * w for k, w in zip(places, weights, strict=True)) / sum(weights)
    square = sum((k - mean) ** 2 * w for k, w in zip(places, weights, strict=True)) / sum(weights)
    return math.sqrt(12 * square)


def visibility(contrast: float) -> float:
    """Metres of visibility at which this share of the contrast of a person at 10 m is left."""
    return -3.0 * FOG_DISTANCE / math.log(contrast)


def stops(added: float) -> float:
    """Steps of exposure that bring a grey of value .5 up by so much."""
    return math.log2(light(GREY + added) / light(GREY))


def rows() -> dict[tuple[str, str, str], tuple[float, ...]]:
    """(corruption, transform, unit) -> severities 1 to 5 in that unit."""
    cm = PERSON_CM / HEIGHT
    speed = MotionBlur(exposure=1.0).speed
    noise = tuple(math.sqrt(GREY / photons) for photons in SHOT_PHOTONS)
    return {
        ("defocus_blur", "defocus", "cm"): tuple(2 * r * cm for r in DEFOCUS_RADII),
        ("motion_blur", "motion_blur", "ms"): tuple(
            10.0 * line_of_motion(*one) * cm / speed for one in MOTION
        ),
        ("pixelate", "resolution", "px"): tuple(float(int(HEIGHT * c)) for c in PIXELATE),
        ("jpeg_compression", "jpeg", "quality"): tuple(map(float, JPEG_QUALITY)),
        ("shot_noise", "low_light", "lx"): tuple(map(lux_of_noise, noise)),
        ("gaussian_noise", "low_light", "lx"): tuple(map(lux_of_noise, GAUSSIAN_NOISE)),
        ("brightness", "exposure", "EV"): tuple(map(stops, BRIGHTNESS)),
        ("contrast", "fog", "m"): tuple(map(visibility, CONTRAST)),
        ("fog", "fog", "m"): tuple(visibility(1 / (1 + added)) for added in FOG_ADDED),
    }


def table() -> str:
    """The rows as Markdown, two digits of each number."""
    lines = [
        "| corruption | transform | unit | 1 | 2 | 3 | 4 | 5 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for names, severities in rows().items():
        numbers = (f"{s:.0f}" if s >= 100 else f"{s:.2g}" for s in severities)
        lines.append(f"| {' | '.join((*names, *numbers))} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    print(table())


if __name__ == "__main__":
    main()
