"""Limits of misses that hold for all levels, protocols and models of a run together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from probe.audit.intervals import TAIL, Limits, misses
from probe.audit.standing import Standing
from probe.protocol.model import Protocol

Key = tuple[str, str, str]
"""Protocol, backbone, mask variant."""


def joint_limits(
    protocols: Mapping[str, Protocol], standings: Mapping[Key, Standing]
) -> Iterator[tuple[Key, int, Limits]]:
    """Of every condition against the standard one: (key, condition, limits).

    Args:
        protocols: of the run, by name.
        standings: of one mask variant.
    """
    rates = {
        (key, condition): np.array(list(by_subject.values()))
        for key, standing in standings.items()
        if not math.isnan(standing.thresholds[0].value)
        for condition in range(standing.album.conditions)
        if (by_subject := standing.against_standard(condition).miss_rates(
            standing.thresholds[0].value
        ))
    }  # fmt: skip
    claims = sum(_claims(protocols[key[0]]) for key in {key for key, _ in rates})
    for (key, condition), own in rates.items():
        low, _ = misses(own, tail=TAIL / len(rates))
        _, high = misses(own, tail=TAIL / claims)
        yield key, condition, (low, high)


def _claims(protocol: Protocol) -> int:
    """Ranges of levels in order or on a circle, one a series; else every condition."""
    (factor, *others) = protocol.factors
    if others or not factor.scale.numeric:
        return len(protocol.conditions)
    return len(protocol.series.levels) if protocol.series else 1
