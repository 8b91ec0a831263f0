"""Seconds a picture and core over the default orientation study, meshes included, and memory.

    python benchmarks/scenes_speed.py [--people 8]

Eight people, 16 conditions (8 orientations without and with backpack), five takes in the paper's
outfit, and as strangers in clothes of their own one picture a condition and five in the standard
one. First one process, then all cores; compiled loops are loaded before the clock starts.
"""

import argparse
import os
import resource
import time

from probe.scenes import SceneRecipe, render_many

TAKES = 5
STANDARD = 180.0


def study(people: int) -> list[SceneRecipe]:
    """The recipes of the default orientation study."""
    out = []
    for person in range(people):
        for backpack in (False, True):
            for turn in range(0, 360, 45):
                view = {"orientation": float(turn), "backpack": backpack}
                out += [
                    SceneRecipe(person, clothes="white-sweatshirt", take=take, **view)
                    for take in range(TAKES)
                ]
                takes = TAKES if turn == STANDARD and not backpack else 1
                out += [
                    SceneRecipe(person, helmet=True, take=take, **view) for take in range(takes)
                ]
    return out


def worker_megabytes() -> float:
    """Most memory that any finished rendering process has held."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--people", type=int, default=8)
    asked = parser.parse_args()
    start = time.perf_counter()
    list(render_many([SceneRecipe(10**6, distance=8.0)], workers=1))
    print(
        f"first picture of a process: {time.perf_counter() - start:.1f} s (compiled loops loaded)"
    )
    recipes = study(asked.people)
    wall, cpu = time.perf_counter(), time.process_time()
    count = sum(1 for _ in render_many(recipes, workers=1))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{count} pictures: {cpu / count:.4f} s of processor time a picture, meshes included")
    print(f"wall {wall / count:.4f} s a picture; load of the machine {os.getloadavg()[0]:.1f}")
    wall = time.perf_counter()
    sum(1 for _ in render_many(recipes))
    wall = time.perf_counter() - wall
    print(f"all {os.cpu_count()} cores: {wall:.1f} s, {wall / count:.4f} s a picture")
    print(f"peak memory of a rendering process: {worker_megabytes():.0f} MB")


if __name__ == "__main__":
    main()
