"""A time that something takes, in the unit that a person would say."""

from __future__ import annotations

import math

from probe.wording import Message


def duration(seconds: float) -> Message:
    """Seconds below two minutes, minutes below two hours, else hours; never less than a second."""
    if seconds < 120:
        return Message("duration-seconds", {"seconds": max(1, math.ceil(seconds))})
    if seconds < 7200:
        return Message("duration-minutes", {"minutes": round(seconds / 60)})
    return Message("duration-hours", {"hours": seconds / 3600})
