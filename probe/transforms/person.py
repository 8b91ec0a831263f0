"""What a length at the person is in pixels of a crop."""

from __future__ import annotations

PERSON_CM = 175.0
"""Height that a person is taken to have, in cm (ours: that of the rendered average)."""


def pixels(centimetres: float, height: int) -> float:
    """Pixels that a length at the person covers in a crop of this height in pixels."""
    return centimetres / PERSON_CM * height
