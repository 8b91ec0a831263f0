"""What an interval is, when it is refused, and what must be read beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, sqrt

from probe.statistics.jackknife import SUBJECTS, Jackknifed
from probe.wording import Message

FEWEST_SUBJECTS = 5
"""Below this number of subjects no interval about people is given.

Our policy. Simulated intervals of means keep their level down to three people, but Student's t
makes them up to as wide as the scale there, retention is refused in 15 to 27 % of the samples, and
those of error rates are 0 to 1: four people are better shown one by one. With a lower number such
intervals would be printed; with a higher one, small studies would print none.
"""

COMFORTABLE_SUBJECTS = 20
"""Below this number of subjects an interval carries the words "few subjects".

Our choice: from here on intervals are held to 93 % coverage, below to 90 % (`benchmarks/
coverage_study.py`), and one person in seven may be of a kind that 20 people miss.
"""

LEVEL = 0.95
"""Confidence level of every interval: the customary 95 %, which all sentences name."""

MISSED = 0.05
"""Probability with which a kind of person is missed that `rarest_kind` names: the customary 5 %."""


IntervalAt = Callable[[float], "Interval"]
"""An interval as a function of its confidence level, 0..1."""


@dataclass(frozen=True)
class Interval:
    """A figure with its confidence interval.

    Attributes:
        estimate: the figure; NaN where there is nothing to compute it from.
        low: lower limit; NaN when refused.
        high: upper limit; NaN when refused.
        method: how the limits were made; `none` when refused.
        note: why it was refused, or what to read beside the interval: a message as JSON, which
            `words.stored` says; empty for nothing.
        subjects: number of subjects that entered.
        level: the confidence level asked for, 0..1.
    """

    estimate: float
    low: float
    high: float
    method: str
    note: str = ""
    subjects: int = 0
    level: float = LEVEL

    @property
    def refused(self) -> bool:
        """Whether there are no limits."""
        return not (isfinite(self.low) and isfinite(self.high))

    @property
    def width(self) -> float:
        """Upper minus lower limit; NaN when refused."""
        return self.high - self.low

    def covers(self, value: float) -> bool:
        """Whether the value lies within the limits; false when refused."""
        return self.low <= value <= self.high


def refused(estimate: float, note: str, subjects: int, level: float = LEVEL) -> Interval:
    """An interval without limits, with the reason in words."""
    missing = float("nan")
    return Interval(estimate, missing, missing, "none", note, subjects, level)


def student_interval(
    statistic: Jackknifed, method: str, note: str, level: float = LEVEL
) -> Interval:
    """Estimate plus and minus Student t times the jackknife standard error."""
    half = student_quantile(statistic.degrees, level) * sqrt(statistic.variance)
    low, high = statistic.estimate - half, statistic.estimate + half
    subjects = len(statistic.deleted.get(SUBJECTS, ()))
    return Interval(statistic.estimate, low, high, method, note, subjects, level)


@lru_cache(maxsize=1024)
def student_quantile(degrees: float, level: float = LEVEL) -> float:
    """Two-sided Student t quantile of the level (0..1) at the degrees of freedom."""
    from scipy import special

    return float(special.stdtrit(degrees, 0.5 + level / 2))


def normal_quantile(level: float = LEVEL) -> float:
    """Two-sided normal quantile of the level (0..1)."""
    from scipy import special

    return float(special.ndtri(0.5 + level / 2))


def rarest_kind(subjects: int) -> float:
    """Share 0..1 of all people below which a kind of person may be absent among S subjects.

    A kind that makes up exactly this share is missed by S subjects with probability `MISSED`.
    """
    return 1.0 - float(MISSED ** (1.0 / subjects))


@lru_cache(maxsize=1024)  # thousands of intervals are over the same few numbers of people
def subjects_note(subjects: int) -> str:
    """What must be read beside an interval over this number of subjects: a message as JSON."""
    values = {"subjects": subjects, "rare": rarest_kind(subjects)}
    if subjects < COMFORTABLE_SUBJECTS:
        return Message("note-few-subjects", values).json()
    return Message("note-subjects", values).json()


def subjects_refusal(subjects: int) -> str:
    """Why this number of subjects carries no interval about people, as JSON of a message; empty
    when it does.
    """
    if subjects == 0:
        return Message("note-no-subject").json()
    if subjects == 1:
        return Message("note-one-subject").json()
    if subjects < FEWEST_SUBJECTS:
        values = {"subjects": subjects, "fewest": FEWEST_SUBJECTS}
        return Message("note-too-few-subjects", values).json()
    return ""
