"""Limits of misses that hold together: for all levels, protocols and models of a study at once.

Who reads the worst of fifteen levels, or the range in which a model may be used, has chosen among
them; an interval of its own covers a figure that was chosen less often than it says. Two families
share the 5 % (Bonferroni):

- *Lower limits* say that some level is beyond the limit of use. Each of them may say so falsely:
  the family is every condition of every protocol and model.
- *Upper limits* say that levels stay within it. Along one factor of ordered or circular levels the
  range is tested outward from the standard condition and ends at the first level that fails: it can
  be too wide only where the first level truly beyond the limit, on either side, passes. The number
  of levels needs no correction then (Hsu and Berger, Journal of the American Statistical
  Association 94, 1999, 468-482); the family is every such range. Of levels that stand in no order,
  and of crossed factors, each counts.

Both hold for the largest of several true rates too: it lies above the largest lower limit, and no
higher than the largest upper one. Measured: `benchmarks/joint_coverage.csv`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from probe.comparison.models import Standing
from probe.protocol.model import Protocol
from probe.statistics.confidence import LEVEL
from probe.statistics.intervals import fnmr_interval

Key = TypeVar("Key", bound=Hashable)
Limits = tuple[float, float]


@dataclass(frozen=True, eq=False)
class MeasuredProtocol:
    """What the models of a study say about one protocol.

    Attributes:
        protocol: the protocol.
        standings: backbone -> condition -> standing against the standard condition.
    """

    protocol: Protocol
    standings: Mapping[str, Mapping[int, Standing]]


def joint_limits(
    measured: Mapping[Key, MeasuredProtocol], level: float = LEVEL
) -> dict[tuple[Key, str, int], Limits]:
    """Lower and upper limit of the misses of every condition against the standard condition.

    NaN where there are too few people for any interval; conditions without misses to count have
    none.

    Args:
        measured: the protocols of a study, by name.
        level: confidence level of the whole family, 0..1.
    """
    rates = {
        (name, backbone, condition): standing.miss_rates
        for name, one in measured.items()
        for backbone, standings in one.standings.items()
        for condition, standing in standings.items()
        if np.isfinite(standing.miss_rates).any()
    }
    models = {(name, backbone) for name, backbone, _ in rates}
    ranges = sum(_ranges(measured[name].protocol) for name, _ in models)
    return {
        place: (
            fnmr_interval(per_subject, level=_each(level, len(rates))).low,
            fnmr_interval(per_subject, level=_each(level, ranges)).high,
        )
        for place, per_subject in rates.items()
    }


def _each(level: float, several: int) -> float:
    """The level of each of several limits that hold together at a level."""
    return 1 - (1 - level) / max(1, several)


def _ranges(protocol: Protocol) -> int:
    """How many claims that levels stay within a limit are made of a protocol and model."""
    if len(protocol.factors) == 1 and protocol.factors[0].scale.numeric:
        return len({condition.series for condition in protocol.conditions})
    return len(protocol.conditions)
