"""What errors of pairs do to a count of people who went from one camera to another.

A survey: n people pass the first camera and n the second, and k of them are the same people.
Someone at the second is counted as coming from the first where any of the n pictures there scores
above the threshold. The count is k less the travellers missed, plus the others who resemble
someone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from probe.statistics.confidence import Interval
from probe.statistics.jackknife import Floats

SURVEYS = 400
"""Surveys simulated of every number of people (ours: the ends of a 90 % range are then good to 3 %
of its width)."""

SEED = 0


@dataclass(frozen=True)
class FlowError:
    """The error of a count of people between two cameras, relative to the true number.

    Attributes:
        people: n at the first camera, and as many at the second.
        travellers: k of them who are the same people.
        error: expected (count - k) / k: below 0 too few are counted.
        low, high: its interval over people; NaN with too few of them.
        least, most: 5th and 95th of a hundred surveys.
        note: why there is no interval: a message as JSON.
    """

    people: int
    travellers: int
    error: float
    low: float
    high: float
    least: float
    most: float
    note: str = ""


@dataclass(frozen=True, eq=False)
class PeopleErrors:
    """Both errors of the people measured, at the threshold.

    Attributes:
        misses: `(S,)` miss rate of each person, 0..1.
        matches: `(S,)` share of a stranger's comparisons with this person above the threshold.
        miss_rate, match_rate: their means with intervals over people. At 97.5 % each, both hold at
            once in 95 %.
    """

    misses: Floats
    matches: Floats
    miss_rate: Interval
    match_rate: Interval


def flow_error(errors: PeopleErrors, people: int, share: float) -> FlowError:
    """Simulate surveys with people like those who were measured.

    The interval is from the most misses with the fewest false matches to the fewest misses with the
    most false matches that the people measured leave possible: the count falls with the one and
    rises with the other.

    Args:
        errors: of the people.
        people: n at either camera.
        share: of them who travel, above 0 and at most 1.
    """
    travellers = max(1, round(share * people))
    surveyed = surveys(errors.misses, errors.matches, people, travellers)
    least, most = np.quantile(surveyed, [0.05, 0.95])
    expected = expected_error(errors.misses, errors.matches, people, travellers)
    low, high = (
        expected_error(
            _moved(errors.misses, misses), _moved(errors.matches, matches), people, travellers
        )
        for misses, matches in (
            (errors.miss_rate.high, errors.match_rate.low),
            (errors.miss_rate.low, errors.match_rate.high),
        )
    )
    note = errors.miss_rate.note if errors.miss_rate.refused else ""
    note = note or (errors.match_rate.note if errors.match_rate.refused else "")
    return FlowError(people, travellers, expected, low, high, float(least), float(most), note)


def _moved(rates: Floats, mean: float) -> Floats:
    """Rates of people, moved so that their mean is about another: those of few stay apart."""
    before = float(rates.mean())
    if not np.isfinite(mean):
        return np.full(len(rates), np.nan)
    if mean <= before:
        return rates * (mean / before) if before > 0 else np.zeros(len(rates))
    # Towards 1 by what is left: a rate never leaves 0..1.
    return 1.0 - (1.0 - rates) * ((1.0 - mean) / (1.0 - before)) if before < 1 else rates


def expected_error(misses: Floats, matches: Floats, people: int, travellers: int) -> float:
    """Expected relative error; everybody at the cameras is a draw from the people measured."""
    found = 1.0 - misses * (1.0 - matches) ** (people - 1)
    taken = 1.0 - (1.0 - matches) ** people
    count = travellers * found.mean() + (people - travellers) * taken.mean()
    return float(count / travellers - 1.0)


def surveys(misses: Floats, matches: Floats, people: int, travellers: int) -> Floats:
    """Relative errors of simulated surveys `(SURVEYS,)`."""
    rng = np.random.default_rng(SEED)
    who = rng.integers(len(misses), size=(SURVEYS, people))
    draws = rng.random((SURVEYS, people))
    others = np.full(people, people)
    others[:travellers] -= 1  # a traveller meets themself once, and everybody else as a stranger
    passed = 1.0 - (1.0 - matches[who]) ** others
    missed = misses[who[:, :travellers]] * (1.0 - passed[:, :travellers])
    counted = np.concatenate(
        [draws[:, :travellers] >= missed, draws[:, travellers:] < passed[:, travellers:]], axis=1
    )
    return np.asarray(counted.sum(axis=1) / travellers - 1.0, np.float64)
