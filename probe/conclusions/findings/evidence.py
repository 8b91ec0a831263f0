"""One model's figures at chosen conditions, all against the standard condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.use import most_missed
from probe.protocol.labels import condition_value
from probe.protocol.model import Condition
from probe.wording import Value


@dataclass(frozen=True)
class Place:
    """The conditions of one protocol that are asked about.

    Attributes:
        protocol: its name.
        inside: conditions all of whose levels lie inside what is asked.
        beside: conditions with a level that only encloses a part of it.
    """

    protocol: str
    inside: tuple[Condition, ...]
    beside: tuple[Condition, ...]


@dataclass(frozen=True)
class Evidence:
    """One model's figures at chosen conditions, all against the standard condition.

    Attributes:
        inside: misses (FNMR) at the conditions inside what is asked.
        beside: misses at the conditions that only enclose a part of it.
        silent: labels of conditions that have no figure.
        strangers: shares of strangers at large who pass, at all these conditions.
        alike: the same of strangers dressed alike.
        standard: misses in the standard condition itself, of each protocol asked about.
    """

    inside: tuple[Spot, ...]
    beside: tuple[Spot, ...]
    silent: tuple[Value, ...]
    strangers: tuple[Spot, ...]
    alike: tuple[Spot, ...]
    standard: tuple[Spot, ...]

    @property
    def worst(self) -> Spot | None:
        """The condition inside with most misses; among those beside where there is none inside."""
        return most_missed(self.inside) or most_missed(self.beside)


def evidence(cells: Cells, places: Sequence[Place], backbone: str) -> Evidence:
    """The figures of one model at chosen conditions."""
    inside: list[Spot] = []
    beside: list[Spot] = []
    silent: list[Value] = []
    passing: dict[str, list[Spot]] = {"at_large": [], "alike": []}
    standard = [cells.at_standard(backbone, "fnmr", protocol=place.protocol) for place in places]
    for place in places:
        protocol = cells.protocols[place.protocol]
        s = protocol.standard.index
        conditions = (*place.inside, *place.beside)
        missed = [cells.spot(place.protocol, backbone, c.index, s, "fnmr") for c in conditions]
        for condition, spot in zip(conditions, missed, strict=True):
            if spot:
                (inside if condition in place.inside else beside).append(spot)
            elif condition.index != s or not any(missed):
                # One picture a person in the standard condition has no pair there: that is no gap
                # where other levels of the protocol have figures, but nothing else speaks for it.
                silent.append(condition_value(protocol, condition))
            for kind, spots in passing.items():
                who = cells.spot(place.protocol, backbone, condition.index, s, "fmr_observed", kind)
                spots += [who] if who else []
    return Evidence(
        tuple(inside),
        tuple(beside),
        tuple(silent),
        tuple(passing["at_large"]),
        tuple(passing["alike"]),
        tuple(spot for spot in standard if spot),
    )
