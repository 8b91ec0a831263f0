"""A walk held against the order of imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from benchmarks.house.graph import Graph, floors_of, reached
from benchmarks.house.recorder import Call


class Climb(NamedTuple):
    """Two stays of which the second is on a higher floor; whether it imports the first."""

    before: Call
    call: Call
    imports: bool


@dataclass(frozen=True)
class Climbs:
    """A walk held against the order of imports; the terms stand in the docstring of this file."""

    stays: list[str]
    climbs: list[Climb]
    calls_up: list[Call]
    callbacks: list[Call]
    circular: list[Call]
    back: list[Call]
    back_handed: list[Call]


def climbs_of(calls: list[Call], graph: Graph, place: Callable[[str], str]) -> Climbs:
    """How often a walk leads up, between the places that `place` gives for modules."""
    reach = {node: reached(graph, node) for node in graph}
    floors = floors_of(graph)
    ends = [(place(call.caller), place(call.callee), call) for call in calls]

    def higher(one: str, other: str) -> bool:
        return other in reach[one] and one not in reach[other]

    up = [call for source, target, call in ends if higher(target, source)]
    handed = [call for source, target, call in ends if call.handed and target not in graph[source]]
    return Climbs(
        stays=[*(source for source, _, _ in ends[:1]), *(target for _, target, _ in ends)],
        climbs=[
            Climb(before, call, higher(target, last))
            for (_, last, before), (_, target, call) in pairwise(ends)
            if floors[target] > floors[last]
        ],
        calls_up=[call for call in up if not call.handed],
        callbacks=[call for call in up if call.handed],
        circular=[
            c for source, target, c in ends if source in reach[target] and target in reach[source]
        ],
        back=[call for call in calls if call.open and call not in handed],
        back_handed=[call for call in calls if call.open and call in handed],
    )
