"""What a run holds about a site: the levels that speak for it, and one model's figures at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.use import most_missed
from probe.conclusions.site.asked import Site
from probe.conclusions.site.reach import Reach, reach
from probe.protocol.labels import condition_value
from probe.protocol.model import Condition, Protocol
from probe.wording import Value


@dataclass(frozen=True)
class Ground:
    """The conditions of one protocol that speak for a site.

    Attributes:
        protocol: its name.
        reaches: of the factors that the site names, by name.
        inside: conditions all of whose levels lie inside what is asked.
        beside: conditions with a level that only encloses a part of it.
    """

    protocol: str
    reaches: Mapping[str, Reach]
    inside: tuple[Condition, ...]
    beside: tuple[Condition, ...]


@dataclass(frozen=True)
class Evidence:
    """One model's figures at a site, all against the standard condition.

    Attributes:
        inside: misses (FNMR) at the conditions inside what is asked.
        beside: misses at the conditions that only enclose a part of it.
        silent: labels of conditions that have no figure.
        strangers: shares of strangers at large who pass, at all these conditions.
        alike: the same of strangers dressed alike.
    """

    inside: tuple[Spot, ...]
    beside: tuple[Spot, ...]
    silent: tuple[Value, ...]
    strangers: tuple[Spot, ...]
    alike: tuple[Spot, ...]

    @property
    def worst(self) -> Spot | None:
        """The condition inside with most misses; among those beside where there is none inside."""
        return most_missed(self.inside) or most_missed(self.beside)


def grounds(site: Site, protocols: Mapping[str, Protocol]) -> tuple[Ground, ...]:
    """The conditions that speak for a site, of every protocol that varies a factor it names.

    Factors that a site does not name stay at their standard level.
    """
    result = []
    for name, protocol in protocols.items():
        wishes = {axis.name: site.wish(axis.name) for axis in protocol.axes}
        if not any(wishes.values()):
            continue
        reaches = {axis.name: reach(axis, wishes[axis.name], name) for axis in protocol.axes}
        used = [c for c in protocol.conditions if _among(protocol, c, reaches, inside=False)]
        inside = tuple(c for c in used if _among(protocol, c, reaches, inside=True))
        beside = tuple(c for c in used if c not in inside)
        named = {factor: levels for factor, levels in reaches.items() if wishes[factor]}
        result.append(Ground(name, named, inside, beside))
    return tuple(result)


def unmeasured(site_grounds: tuple[Ground, ...]) -> list[tuple[str, str, Reach]]:
    """Protocol, factor and reach where part of a factor's wish was measured by no protocol."""
    covered = {
        factor
        for ground in site_grounds
        for factor, levels in ground.reaches.items()
        if levels.used and not levels.missing
    }
    return [
        (ground.protocol, factor, levels)
        for ground in site_grounds
        for factor, levels in ground.reaches.items()
        if levels.missing and factor not in covered
    ]


def _among(
    protocol: Protocol, condition: Condition, reaches: Mapping[str, Reach], *, inside: bool
) -> bool:
    keys = (*condition.levels, condition.series) if protocol.series else condition.levels
    return all(
        key in (reaches[axis.name].inside if inside else reaches[axis.name].used)
        for axis, key in zip(protocol.axes, keys, strict=True)
    )


def evidence(cells: Cells, site_grounds: tuple[Ground, ...], backbone: str) -> Evidence:
    """The figures of one model at the conditions of a site."""
    inside: list[Spot] = []
    beside: list[Spot] = []
    silent: list[Value] = []
    passing: dict[str, list[Spot]] = {"at_large": [], "alike": []}
    for ground in site_grounds:
        protocol = cells.protocols[ground.protocol]
        s = protocol.standard.index
        conditions = (*ground.inside, *ground.beside)
        missed = [cells.spot(ground.protocol, backbone, c.index, s, "fnmr") for c in conditions]
        for condition, spot in zip(conditions, missed, strict=True):
            if spot:
                (inside if condition in ground.inside else beside).append(spot)
            elif condition.index != s or not any(missed):
                # One picture a person in the standard condition has no pair there: that is no gap
                # where other levels of the protocol have figures, but nothing else speaks for it.
                silent.append(condition_value(protocol, condition))
            for kind, spots in passing.items():
                who = cells.spot(
                    ground.protocol, backbone, condition.index, s, "fmr_observed", kind
                )
                spots += [who] if who else []
    return Evidence(
        tuple(inside),
        tuple(beside),
        tuple(silent),
        tuple(passing["at_large"]),
        tuple(passing["alike"]),
    )
