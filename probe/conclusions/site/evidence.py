"""What a run holds about a site: the levels that speak for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.conclusions.findings.evidence import Place
from probe.conclusions.site.asked import Site
from probe.conclusions.site.reach import Reach, reach
from probe.protocol.model import Condition, Protocol


@dataclass(frozen=True)
class Ground(Place):
    """The conditions of one protocol that speak for a site.

    Attributes:
        reaches: of the factors that the site names, by name.
    """

    reaches: Mapping[str, Reach]


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
        result.append(Ground(name, inside, beside, named))
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
