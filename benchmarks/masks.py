"""How well maskers find rendered people: IoU with the exact masks, and milliseconds a picture.

    python benchmarks/masks.py grabcut [sam=CHECKPOINT] [--people 24] [--first 2001]

Three backgrounds of the standard condition, and people in their own clothes at all sides before
three backgrounds. GrabCut's settings were chosen while looking at the identities 1 to 6 and 100 to
107; the people here are others, so that nothing is measured on what it was tuned on.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from probe.contracts import Masker
from probe.errors import MaskError
from probe.masking import agreement_with, open_masker
from probe.scenes import Scene, SceneRecipe, render_many

HELD_OUT = 2001
"""The first of the identities that nobody looked at while choosing settings."""

BACKGROUNDS = ("panel", "no-panel", "black-monitor")
OWN = ("street", "no-panel", "panel")


def recipes(people: int, first: int) -> dict[str, list[SceneRecipe]]:
    """Case -> scenes: dressed alike before every background, and in clothes of their own."""
    found = {
        background: [
            SceneRecipe(identity=first + k, clothes="white-sweatshirt", background=background)
            for k in range(people)
        ]
        for background in BACKGROUNDS
    }
    for shift, background in enumerate(OWN, start=1):
        found[f"own clothes, {background}"] = [
            SceneRecipe(
                identity=first + 100 * shift + k,
                orientation=45.0 * (k % 8),
                background=background,
                distance=4.0 + k % 8,
            )
            for k in range(people)
        ]
    return found


def measure(masker: Masker, scenes: list[Scene]) -> tuple[list[float], float]:
    """Intersection over union (0 without a mask) with every exact mask, and ms a picture."""
    start, found = time.perf_counter(), []
    for scene in scenes:
        try:
            mask = masker.mask(scene.image)
            found.append(agreement_with(mask, scene.mask_with_objects).iou)
        except MaskError:
            found.append(0.0)
    return found, 1000 * (time.perf_counter() - start) / len(scenes)


def main() -> None:
    """Measure every masker and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("maskers", nargs="+")
    parser.add_argument("--people", type=int, default=24)
    parser.add_argument("--first", type=int, default=HELD_OUT)
    told = parser.parse_args()
    for kind, wanted in recipes(told.people, told.first).items():
        scenes = list(render_many(wanted))
        for given in told.maskers:
            masker = open_masker(given)
            if masker.given:
                parser.error(f"{given} does not look at pictures")
            found, cost = measure(masker, scenes)
            print(
                f"{kind:24s} {masker.name:10s} IoU mean {np.mean(found):.3f}, one in ten under "
                f"{np.quantile(found, 0.1):.3f}, lowest {np.min(found):.3f}, refused "
                f"{sum(iou == 0 for iou in found)} of {len(found)}, {cost:.0f} ms a picture"
            )


if __name__ == "__main__":
    main()
