"""The expected error of a count of people between two cameras."""

from __future__ import annotations

import math

import numpy as np

from probe.audit.cells import Figures
from probe.audit.comparisons import Comparisons
from probe.audit.false_matches import limits_of_rate
from probe.audit.intervals import misses
from probe.audit.scores import Floats

TAIL = 0.0125


def count_errors(
    missed: Floats, passed: Floats, met: Comparisons, threshold: float, people: int
) -> Figures:
    """Expected error with so many people at either camera, and the ends of its interval.

    Args:
        missed: `(S,)` the subjects' miss rates.
        passed: `(S,)` their shares of false matches.
        met: comparisons of strangers in all changed conditions.
        threshold: match iff score > threshold.
        people: at either camera; half of them are the same.
    """
    low, high = misses(missed, tail=TAIL)
    least, most = limits_of_rate(met, threshold, float(np.var(met.scores)), TAIL)
    return {
        "travellers": people // 2,
        "value": expected_error(missed, passed, people),
        "low": expected_error(_about(missed, high), _about(passed, least), people),
        "high": expected_error(_about(missed, low), _about(passed, most), people),
    }


def expected_error(missed: Floats, passed: Floats, people: int) -> float:
    """(expected count - travellers) / travellers."""
    if not np.isfinite([*missed, *passed]).all():
        return math.nan
    travellers = people // 2
    counted = travellers * np.mean(1 - missed * (1 - passed) ** (people - 1))
    counted += (people - travellers) * np.mean(1 - (1 - passed) ** people)
    return float((counted - travellers) / travellers)


def _about(rates: Floats, mean: float) -> Floats:
    """Rates in proportion nearer to 0, or to 1, so that their mean is another."""
    now = float(np.mean(rates))
    if mean <= now:
        return rates * mean / now if now else rates
    return 1 - (1 - rates) * (1 - mean) / (1 - now) if now < 1 else rates
