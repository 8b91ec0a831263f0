"""Graphs of imports: circles, floors, and what is reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from benchmarks.house.arrows import arrows_of
from benchmarks.house.modules import Module, room_of

Graph = dict[str, set[str]]


def graph_of(pairs: Iterable[tuple[str, str]], nodes: Iterable[str]) -> Graph:
    """Pairs as a graph, without loops."""
    graph: Graph = {node: set() for node in nodes}
    for source, target in pairs:
        if source != target:
            graph[source].add(target)
    return graph


def circles_of(graph: Graph) -> list[list[str]]:
    """Strongly connected components of more than one node, the largest first."""
    reach = {node: reached(graph, node) for node in graph}
    seen: set[str] = set()
    circles = []
    for node in sorted(graph):
        if node not in seen:
            circle = sorted({node} | {other for other in reach[node] if node in reach[other]})
            seen.update(circle)
            circles.append(circle)
    return sorted((c for c in circles if len(c) > 1), key=lambda c: (-len(c), c))


def floors_of(graph: Graph) -> dict[str, int]:
    """The length of the longest way down from every node; a circle is one step."""
    home = {node: node for node in graph}
    home.update({node: circle[0] for circle in circles_of(graph) for node in circle})
    below: Graph = {node: set() for node in home.values()}
    for node, targets in graph.items():
        below[home[node]] |= {home[target] for target in targets} - {home[node]}
    floors: dict[str, int] = {}
    while len(floors) < len(below):
        for node, targets in below.items():
            if node not in floors and targets <= floors.keys():
                floors[node] = 1 + max((floors[target] for target in targets), default=-1)
    return {node: floors[home[node]] for node in graph}


def reached(graph: Graph, start: str) -> set[str]:
    """Every node that arrows lead to from a node, itself only if a circle leads back."""
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += graph[node]
    return seen


def room_graph(modules: Mapping[str, Module]) -> Graph:
    """Which room imports which."""
    pairs = {(room_of(a.source), room_of(a.target)) for a in arrows_of(modules)}
    return graph_of(pairs, {room_of(name) for name in modules})


def module_graph(modules: Mapping[str, Module]) -> Graph:
    """Which module imports which."""
    return graph_of({(a.source, a.target) for a in arrows_of(modules)}, modules)
