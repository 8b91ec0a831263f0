"""Every count of a checkout, printed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.house.annotations import annotations_of, any_in, defaulted_getattrs, mappings_to_any
from benchmarks.house.arrows import arrows_of
from benchmarks.house.graph import Graph, circles_of, graph_of, module_graph, room_graph
from benchmarks.house.lengths import Length, lengths_of, lines_of
from benchmarks.house.modules import FOLDERS, Module, modules_of, room_of
from benchmarks.house.names import undocumented, vague_names


def print_house(root: Path, everything: bool) -> None:
    """Print every count of a checkout; with `everything` also long lists."""
    modules = modules_of(root)
    _print_rooms(modules)
    _print_arrows(modules)
    _print_lines(modules)
    _print_words(modules, everything)


def _print_rooms(modules: Mapping[str, Module]) -> None:
    direct = [m for m in modules.values() if m.folder == "probe" and m.name.count(".") == 1]
    parts = [m for m in direct if m.name != "probe.__main__"]
    packages = [m for m in parts if m.is_package]
    print("ROOMS")
    print(f"  modules directly in probe   {len(parts) - len(packages)}")
    print(f"  packages in probe           {len(packages)}")
    print(f"  parts of probe              {len(parts)}")
    below = sorted({room_of(name) for name, m in modules.items() if m.folder == "backbones"})
    print(f"  rooms of backbones          {len(below)}")
    print(f"  rooms altogether            {len({room_of(name) for name in modules})}")
    print("  of probe: " + ", ".join(m.name[6:] + "/" * m.is_package for m in parts))


def _print_arrows(modules: Mapping[str, Module]) -> None:
    arrows = arrows_of(modules)
    between = {(a.source, a.target) for a in arrows}
    rooms = {(room_of(s), room_of(t)) for s, t in between if room_of(s) != room_of(t)}
    print("\nARROWS")
    print(f"  module to module            {len(between)}")
    print(f"  room to room                {len(rooms)}")
    crossing = [pair for pair in between if room_of(pair[0]) != room_of(pair[1])]
    print(f"  module to module of another room  {len(crossing)}")
    for where in ("top", "function", "types"):
        only = {a[:2] for a in arrows if a.where == where}
        elsewhere = {a[:2] for a in arrows if a.where != where}
        print(
            f"  {where + ':':<10} {len(only):>4} module arrows, {len(only - elsewhere)} only there"
        )
    own = {m.name.split(".")[1] for m in modules.values() if m.name.startswith("probe.")}
    inside = [pair for pair in rooms if set(pair) <= own]
    print(f"  room to room inside probe   {len(inside)}")
    print("\nCIRCLES")
    _print_circles("modules", module_graph(modules), between, str)
    _print_circles("rooms", room_graph(modules), between, room_of)
    top = {(room_of(a.source), room_of(a.target)) for a in arrows if a.where != "types"}
    untyped = circles_of(graph_of(top, {room_of(name) for name in modules}))
    print(f"  of rooms, leaving out imports for types only: {len(untyped)}")
    for circle in untyped:
        print(f"    {len(circle)}: {', '.join(circle)}")


def _print_circles(
    what: str, graph: Graph, between: set[tuple[str, str]], place: Callable[[str], str]
) -> None:
    """Print every circle, and the arrows inside the short way of reading it: two that face."""
    circles = circles_of(graph)
    print(f"  of {what}: {len(circles)}")
    for circle in circles:
        print(f"    {len(circle)}: {', '.join(circle)}")
        facing = {(a, b) for a in circle for b in graph[a] if a < b and a in graph[b]}
        for a, b in sorted(facing):
            lines = [f"{s} -> {t}" for s, t in sorted(between) if {place(s), place(t)} == {a, b}]
            print(f"      {a} <-> {b}: {'; '.join(lines)}")


def _print_lines(modules: Mapping[str, Module]) -> None:
    print("\nLINES          modules   lines    code  comments  comments/1000  functions  median")
    total = [0, 0, 0]
    lengths: list[Length] = []
    for folder in FOLDERS:
        mine = [m for m in modules.values() if m.folder == folder]
        counts = [lines_of(module) for module in mine]
        sums = [sum(column) for column in zip(*counts, strict=True)] if counts else [0, 0, 0]
        functions = [length for module in mine for length in lengths_of(module)]
        _print_row(folder, len(mine), sums, functions)
        total = [a + b for a, b in zip(total, sums, strict=True)]
        lengths += functions
    _print_row("altogether", len(modules), total, lengths)
    print("  longest functions")
    for lines, place in sorted(lengths, reverse=True)[:10]:
        print(f"    {lines:>4}  {place}")
    largest = sorted(((lines_of(m).all, m.place) for m in modules.values()), reverse=True)[:10]
    print("  longest modules")
    for lines, place in largest:
        print(f"    {lines:>4}  {place}")


def _print_row(name: str, modules: int, lines: list[int], functions: list[Length]) -> None:
    median = statistics.median(length.lines for length in functions) if functions else 0
    share = 1000 * lines[2] / max(lines[0], 1)
    print(
        f"  {name:<12} {modules:>7} {lines[0]:>7} {lines[1]:>7} {lines[2]:>9} {share:>14.1f}"
        f" {len(functions):>10} {median:>7g}"
    )


def _print_words(modules: Mapping[str, Module], everything: bool) -> None:
    checked = [undocumented(module) for module in modules.values()]
    bare = [place for _, places in checked for place in places]
    print("\nPUBLIC NAMES")
    print(f"  functions, classes, methods {sum(public for public, _ in checked)}")
    print(f"  without docstring           {len(bare)}")
    print_list(bare, everything)
    print("\nTYPES")
    for folder in (*FOLDERS, ""):
        mine = [m for m in modules.values() if folder in {"", m.folder}]
        notes = [note for module in mine for note in annotations_of(module.tree)]
        dicts = sum(mappings_to_any(note, ("dict", "Dict")) for note in notes)
        others = sum(mappings_to_any(note, ("Mapping", "MutableMapping")) for note in notes)
        print(
            f"  {folder or 'altogether':<12} Any in annotations {sum(map(any_in, notes)):>4},"
            f" dict[str, Any] {dicts:>3}, Mapping[str, Any] {others:>3}"
        )
    asked = [one for module in modules.values() for one in defaulted_getattrs(module)]
    likely = [place for model, place in asked if model]
    print(f"  getattr with a default      {len(asked)}, of something like a model {len(likely)}")
    print_list(likely, everything)
    print("\nVAGUE NAMES     given  in all")
    for name, uses in vague_names(modules.values()).items():
        print(f"  {name:<12} {uses.given:>6} {uses.all:>7}")


def print_list(lines: list[str], everything: bool) -> None:
    """Print the lines where everything is asked for."""
    for line in lines if everything else ():
        print(f"    {line}")
