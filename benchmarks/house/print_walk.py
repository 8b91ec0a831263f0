"""The walk of a command, printed."""

from __future__ import annotations

from pathlib import Path

from benchmarks.house.climbs import Climbs, climbs_of
from benchmarks.house.graph import floors_of, module_graph, room_graph
from benchmarks.house.modules import modules_of, room_of
from benchmarks.house.walk import walk_of


def print_walk(root: Path, words: list[str]) -> None:
    """Run a command, and print how often a reader who follows it must go back up."""
    modules = modules_of(root)
    walk = walk_of(root, words)
    print("WALK            probe " + " ".join(words))
    print(f"  functions of the house called in the main thread  {walk.functions}")
    _print_climbs("rooms", climbs_of(walk.rooms, room_graph(modules), room_of))
    _print_climbs("modules", climbs_of(walk.modules, module_graph(modules), str))
    floors = floors_of(room_graph(modules))
    stays = climbs_of(walk.rooms, room_graph(modules), room_of).stays
    print("  stays, in order, with floors: " + " ".join(f"{stay}:{floors[stay]}" for stay in stays))


def _print_climbs(what: str, walk: Climbs) -> None:
    print(f"  by {what}: {len(walk.stays)} stays in {len(set(walk.stays))} {what}")
    importing = sum(climb.imports for climb in walk.climbs)
    print(f"    climbs: {len(walk.climbs)}; {importing} of them into what imports the stay before")
    for climb in walk.climbs:
        before, call = climb.before, climb.call
        print(
            f"      {before.callee}:{before.callee_function} ^ {call.callee}:{call.callee_function}"
            f"   (called by {call.caller}:{call.caller_function})"
        )
    for title, calls in (
        ("calls up", walk.calls_up),
        ("callbacks", walk.callbacks),
        ("calls in a circle", walk.circular),
        ("going back", walk.back),
        ("going back to what was handed down", walk.back_handed),
    ):
        print(f"    {title}: {len(calls)}")
        for call in calls:
            source = f"{call.caller}:{call.caller_function}"
            print(f"      {source} -> {call.callee}:{call.callee_function}")
