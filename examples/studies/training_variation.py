"""Whether variation in the training pictures gives robustness in just that factor.

Four training sets of the same people, equal but for one thing: nothing varies (every picture in the
standard condition), or the distance does (2.5 to 14 m), or the orientation (0 to 360 degrees), or
the camera height (90 to 260 cm). ArcFace is trained on each.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from trained_models import Variant, arguments, base_recipe, conclude, retention, trained

from probe.backbones._training.rendered import write_jpeg
from probe.scenes import SceneRecipe, render_many

FIRST_IDENTITY = 30_000
PICTURES = 12
VARIED = {
    "nothing": {},
    "distance": {"distance": (2.5, 14.0)},
    "orientation": {"orientation": (0.0, 360.0)},
    "camera_height": {"camera_height": (90.0, 260.0)},
}
QUESTION = "Does variation in training give robustness in just that factor?"


def main() -> None:
    """Run the study and print what it finds."""
    place, scale = arguments(__doc__ or "", people=100, epochs=8)
    variants = []
    for name, ranges in VARIED.items():
        folder = place.out / "pictures" / name
        write_pictures(folder, ranges, scale.people, place.workers)
        variants.append(Variant(name, {}, folder))
    base = base_recipe("arcface.demo", scale)
    cards = trained(place, base, variants, scale.seeds)
    print(conclude(place.out, QUESTION, variants, retention(place, cards, scale.subjects)))


def write_pictures(
    folder: Path, ranges: dict[str, tuple[float, float]], people: int, workers: int
) -> None:
    """Render what is missing: one folder a person, pose and framing drawn alike in all sets."""
    wanted = {}
    for identity in range(FIRST_IDENTITY, FIRST_IDENTITY + people):
        drawn = np.random.default_rng([1, identity])
        parts = drawn.random(PICTURES)
        for number, part in enumerate(parts):
            values = {
                name: round(low + (high - low) * part, 2) for name, (low, high) in ranges.items()
            }
            path = folder / str(identity) / f"{number:02d}.jpg"
            if not path.is_file():
                wanted[path] = SceneRecipe(
                    identity=identity, pose="walking", take=number, framing=1 + number, **values
                )
    scenes = render_many(wanted.values(), workers=workers)
    for path, scene in zip(wanted, scenes, strict=True):
        write_jpeg(path, scene.image)


if __name__ == "__main__":
    main()
