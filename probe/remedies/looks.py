"""What sets the pictures of two conditions apart, measured: light, colour, pixels.

Where a transform made a condition, its name says what was done. Pictures that were taken in bad
light, or far away, do not say it; they show it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from probe.remedies.case import View
from probe.transforms.light import light_of

STOPS = 0.5
"""Difference of light from which on it counts, in stops (ours: people's clothes alone move the
median over people by less)."""

DARK_STOPS = 1.0
"""Stops by which pictures are darker from which on their noise counts (ours)."""

CAST = 0.25
"""Stops by which red or blue moves against green from which on colours count (ours: from 6500 K to
5000 K it is about that)."""

SMALLER = 0.75
"""Share of the height below which pictures count as small beside the others (ours)."""

LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
"""Of red, green and blue (ITU-R BT.709)."""

_BLACK = 1e-4
"""Light that is taken for the least (ours)."""


def seen_changes(changed: Sequence[View], standard: Sequence[View]) -> frozenset[str]:
    """Names of the transforms that would make a change like the one that is seen.

    Args:
        changed: pictures in the changed condition, of the same people as
        standard: those in the standard condition.

    Returns:
        `exposure` where light differs, `low_light` where it is much darker, `colour_temperature`
        where colours do, and `resolution` where pictures have fewer pixels.
    """
    now, before = _light(changed), _light(standard)
    seen = set()
    stops = float(np.log2(now @ LUMINANCE) - np.log2(before @ LUMINANCE))
    if abs(stops) >= STOPS:
        seen.add("exposure")
    if stops <= -DARK_STOPS:
        seen.add("low_light")
    moved = np.log2(now / before)
    if np.abs(moved[[0, 2]] - moved[1]).max() >= CAST:
        seen.add("colour_temperature")
    heights = [np.median([view.height for view in views]) for views in (changed, standard)]
    if heights[0] < SMALLER * heights[1]:
        seen.add("resolution")
    return frozenset(seen)


def _light(views: Sequence[View]) -> NDArray[np.float64]:
    """Median over pictures of the mean light of each channel, `(3,)`."""
    means = [light_of(view.picture).mean((0, 1), dtype=np.float64) for view in views]
    middle: NDArray[np.float64] = np.median(means, axis=0)
    return np.maximum(middle, _BLACK)
