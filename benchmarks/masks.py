"""How well maskers find rendered people: IoU with the exact masks, and milliseconds a picture.

    python benchmarks/masks.py grabcut [sam=CHECKPOINT] [--people 6]

Three backgrounds of the standard condition, and people in their own clothes at all sides.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from probe.errors import MaskError
from probe.masking import SeenMasks, agreement_with, find_masker
from probe.scenes import Scene, SceneRecipe, render_many


def recipes(people: int) -> dict[str, list[SceneRecipe]]:
    found = {
        background: [
            SceneRecipe(identity=p, clothes="white-sweatshirt", background=background)
            for p in range(1, people + 1)
        ]
        for background in ("panel", "no-panel", "black-monitor")
    }
    found["own clothes, all sides"] = [
        SceneRecipe(identity=100 + k, orientation=45.0 * k, background="street", distance=4.0 + k)
        for k in range(8)
    ]
    return found


def measure(source: SeenMasks, scenes: list[Scene]) -> tuple[list[float], float]:
    start, found = time.perf_counter(), []
    for scene in scenes:
        try:
            mask = source.masker.mask(scene.image)
            found.append(agreement_with(mask, scene.mask_with_objects).iou)
        except MaskError:
            found.append(0.0)
    return found, 1000 * (time.perf_counter() - start) / len(scenes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("maskers", nargs="+")
    parser.add_argument("--people", type=int, default=6)
    told = parser.parse_args()
    for kind, wanted in recipes(told.people).items():
        scenes = list(render_many(wanted))
        for given in told.maskers:
            source = find_masker(given)
            if not isinstance(source, SeenMasks):
                parser.error(f"{given} does not look at pictures")
            found, cost = measure(source, scenes)
            print(
                f"{kind:24s} {source.name:10s} IoU mean {np.mean(found):.3f} "
                f"lowest {np.min(found):.3f}, {cost:.0f} ms a picture"
            )


if __name__ == "__main__":
    main()
