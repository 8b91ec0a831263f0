"""How many subjects, takes and strangers a study needs before anybody takes a picture.

A width is predicted by putting the expected variance into the very interval that the study will
use. The expected variance comes from a pilot run, or from an assumed correlation of the failures of
one person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from probe.errors import ComparisonError
from probe.statistics.confidence import FEWEST_SUBJECTS, LEVEL
from probe.statistics.intervals import rate_limits
from probe.statistics.threshold import FEWEST_FALSE_MATCHES, people_needed
from probe.wording import Message, refusal

MOST_SUBJECTS = 100_000
"""Where a search for enough subjects gives up (our choice: more people than any study has)."""


@dataclass(frozen=True)
class Plan:
    """What a study needs.

    Attributes:
        subjects: people to photograph in every condition.
        takes: pictures a person and condition.
        further_strangers: people who need to be photographed in the standard condition only.
        width: predicted width of the FNMR interval with these numbers, 0..1.
        people_for_fmr: people whom the false match rate alone asks for.
    """

    subjects: int
    takes: int
    further_strangers: int
    width: float
    people_for_fmr: int


def plan(fmr: float, width: float, takes: int, fnmr: float, correlation: float) -> Plan:
    """The fewest subjects and further strangers for a false match rate and a width of FNMR.

    Args:
        fmr: false match rate to be resolved, 0..1.
        width: wanted width of the 95 % interval of FNMR, 0..1.
        takes: pictures a person and condition.
        fnmr: expected false non-match rate, 0..1.
        correlation: of failures of one person, 0..1: 0 when pictures fail one by one, 1 when a
            person fails altogether or not at all (the cautious choice).

    Raises:
        ComparisonError: a number outside its range, or a width that no study reaches.
    """
    deviation = rate_deviation(fnmr, correlation, takes)
    subjects = subjects_needed(width, lambda count: fnmr_width(count, fnmr, deviation))
    return Plan(
        subjects,
        takes,
        strangers_needed(fmr, subjects, takes),
        fnmr_width(subjects, fnmr, deviation),
        people_needed(fmr, takes),
    )


def rate_deviation(fnmr: float, correlation: float, takes: int) -> float:
    """Expected standard deviation of the subjects' rates.

    p(1-p)(r + (1-r)/n): the subjects' own part, and that of n independent pictures (the n^2
    comparisons of n pictures count as n, Hoeffding's bound for a U-statistic).

    Raises:
        ComparisonError: a number outside its range.
    """
    if not (0 <= fnmr <= 1 and 0 <= correlation <= 1 and takes >= 1):
        raise refusal(
            ComparisonError,
            Message(
                "statistics-plan-misfit",
                {"fnmr": str(fnmr), "correlation": str(correlation), "takes": str(takes)},
            ),
        )
    return sqrt(fnmr * (1 - fnmr) * (correlation + (1 - correlation) / takes))


def fnmr_width(subjects: int, fnmr: float, deviation: float, level: float = LEVEL) -> float:
    """Expected width of the interval of an FNMR (`fnmr_interval`), 0..1.

    Args:
        subjects: at least 2.
        fnmr: expected rate, 0..1.
        deviation: standard deviation of the subjects' rates, as of `rate_deviation` or a pilot.
        level: confidence level, 0..1.
    """
    low, high = rate_limits(subjects, fnmr, (subjects - 1) * deviation**2, level=level)
    return high - low


def subjects_needed(width: float, predicted: Callable[[int], float]) -> int:
    """The fewest subjects whose predicted width is at most the wanted one.

    Args:
        width: wanted, above 0.
        predicted: width by number of subjects, falling.

    Raises:
        ComparisonError: more than `MOST_SUBJECTS` would be needed.
    """
    if not width > 0 or predicted(MOST_SUBJECTS) > width:
        raise refusal(
            ComparisonError,
            Message("statistics-width-not-reached", {"width": width, "subjects": MOST_SUBJECTS}),
            hint=Message("statistics-wider-interval"),
        )
    low, high = FEWEST_SUBJECTS - 1, MOST_SUBJECTS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if predicted(middle) <= width else (middle, high)
    return high


def strangers_needed(fmr: float, subjects: int, takes: int) -> int:
    """Further strangers, each with as many takes, that resolve a rate together with the subjects.

    The least E with floor(f n^2 (S(S-1)/2 + S E)) >= 5: subjects are compared with one another and
    with the further strangers.

    Raises:
        ComparisonError: no subjects.
    """
    if subjects < 1:
        raise refusal(ComparisonError, Message("statistics-one-subject"))
    people_needed(fmr, takes)
    pairs = -(-FEWEST_FALSE_MATCHES // (Fraction(repr(float(fmr))) * takes**2))
    missing = pairs - subjects * (subjects - 1) // 2
    return max(0, int(-(-missing // subjects)))
