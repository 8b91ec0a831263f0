"""How hard rendered people are for real networks, beside real people (PKU-Reid, 74 people).

    python benchmarks/scenes_realism.py --weights DIR [--people 50] [--cameras 4] [--part calm|life]
        [--clothes own]

DIR holds osnet_x0_25_msmt17.pth and osnet_x0_25_market1501.pth (torchreid).
"""

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones.osnet import spec
from probe.contracts import Runtime
from probe.scenes import SceneRecipe, render_many

TAGS = ("msmt17", "market1501")
REAL = {
    "msmt17": {"turn": (0.78, 0.71, 0.69, 0.69), "strangers": 0.51, "sd": 0.09},
    "market1501": {"turn": (0.82, 0.75, 0.73, 0.73), "strangers": 0.55, "sd": 0.10},
}
"""Same-person cosine when they turn by 45, 90, 135, 180 degrees; other people, same camera."""

CAMERAS = (
    {"domain": "A", "background": "no-panel", "distance": 6.0, "camera_height": 160.0, "n": 1},
    {"domain": "B", "background": "street", "distance": 8.0, "camera_height": 230.0, "n": 2},
    {"domain": "A", "background": "no-panel", "distance": 7.0, "camera_height": 260.0, "n": 3},
    {"domain": "B", "background": "street", "distance": 9.0, "camera_height": 200.0, "n": 4},
    {"domain": "A", "background": "no-panel", "distance": 5.0, "camera_height": 180.0, "n": 5},
    {"domain": "B", "background": "street", "distance": 6.5, "camera_height": 300.0, "n": 6},
)
BATCH = 64


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--cameras", type=int, default=4)
    parser.add_argument("--clothes", default="own", help="of the calm part")
    parser.add_argument("--only", default="", help="conditions of the calm part by name")
    parser.add_argument("--part", choices=("calm", "life", "both"), default="both")
    asked = parser.parse_args()
    files = [] if asked.weights is None else [_file(asked.weights, tag) for tag in TAGS]
    if not files or not all(file.is_file() for file in files):
        sys.exit("skipped: name the folder of the two OSNet checkpoints with --weights DIR")
    runtime = Runtime(threads=1)
    cards = {card.name: card for card in spec.cards}
    networks = {
        tag: spec.load(cards[f"osnet_x0_25.{tag}"], _file(asked.weights, tag), runtime)
        for tag in TAGS
    }
    if asked.part != "life":
        _calm(networks, asked.people, asked.first, asked.clothes, asked.only)
    if asked.part != "calm":
        _life(networks, asked.people, asked.first, asked.cameras)


def _file(folder: Path, tag: str) -> Path:
    return folder / f"osnet_x0_25_{tag}.pth"


def _embedded(
    networks: dict[str, Any], recipes: list[SceneRecipe]
) -> dict[str, NDArray[np.float32]]:
    """Unit vectors of the recipes' pictures by network, stretched to 256 x 128."""
    from PIL import Image

    start, vectors = time.perf_counter(), {tag: [] for tag in networks}
    scenes = render_many(recipes)
    while batch := list(islice(scenes, BATCH)):
        fitted = [
            Image.fromarray(s.image).resize((128, 256), Image.Resampling.BILINEAR) for s in batch
        ]
        pictures = np.stack([np.asarray(picture) for picture in fitted])
        for tag, network in networks.items():
            vectors[tag].append(network.embed(pictures))
    print(f"  {len(recipes)} pictures in {time.perf_counter() - start:.0f} s", flush=True)
    joined = {tag: np.concatenate(v) for tag, v in vectors.items()}
    return {tag: v / np.linalg.norm(v, axis=1, keepdims=True) for tag, v in joined.items()}


def _conditions() -> Iterator[tuple[str, dict[str, Any]]]:
    for turn in range(0, 360, 45):
        yield f"orientation {turn}", {"orientation": float(turn)}
    for metres in (2, 6, 8, 10, 12, 14):
        yield f"distance {metres} m", {"distance": float(metres)}
    for height in (172, 232):
        yield f"height {height} cm", {"camera_height": float(height)}
    for background in ("no-panel", "black-monitor"):
        yield background, {"background": background}


def _calm(networks: dict[str, Any], people: int, first: int, clothes: str, only: str) -> None:
    """Rank-1 of every condition of the protocols against a gallery of the standard view."""
    told = [one for one in _conditions() if only in one[0]]
    print(f"calm pose, {people} people, {clothes}: gallery standard view (one picture each)")
    recipes = [SceneRecipe(p, clothes=clothes, take=9) for p in range(first, first + people)]
    for _, factor in told:
        recipes += [SceneRecipe(p, clothes=clothes, **factor) for p in range(first, first + people)]
    for tag, vectors in _embedded(networks, recipes).items():
        gallery, scores = vectors[:people], []
        for n, (name, _) in enumerate(told):
            queries = vectors[(n + 1) * people : (n + 2) * people]
            similarity = queries @ gallery.T
            right = float((similarity.argmax(1) == np.arange(people)).mean())
            own = np.eye(people, dtype=bool)
            scores.append(right)
            print(
                f"  {tag:10s} {name:16s} rank-1 {right:.2f}   same {similarity[own].mean():.3f}"
                f"   other {similarity[~own].mean():.3f}"
            )
        print(f"  {tag:10s} lowest rank-1 {min(scores):.2f}, mean {np.mean(scores):.3f}")


def _life(networks: dict[str, Any], people: int, first: int, cameras: int) -> None:
    """Cosines of walking people under ordinary light, by turn, with the real ones beside."""
    print(f"walking, ordinary light: {people} people x 8 orientations x {cameras} cameras")
    recipes, keys = [], []
    for person in range(people):
        for c, view in enumerate(CAMERAS[:cameras]):
            place = dict.fromkeys(("light", "room", "camera"), view["n"])
            factors = {k: v for k, v in view.items() if k != "n"}
            for turn in range(8):
                recipes.append(
                    SceneRecipe(
                        first + person, pose="walking", orientation=45.0 * turn,
                        framing=1 + turn, **place, **factors,
                    )
                )  # fmt: skip
                keys.append((person, c, turn))
    who, camera, turn = np.array(keys).T
    apart = np.minimum((turn[:, None] - turn) % 8, (turn - turn[:, None]) % 8)
    once = np.triu(np.ones(apart.shape, bool), 1)
    same, here = who[:, None] == who, camera[:, None] == camera
    for tag, vectors in _embedded(networks, recipes).items():
        similarity, real = vectors @ vectors.T, REAL[tag]
        for k, known in zip((1, 2, 3, 4), real["turn"], strict=True):
            found = float(similarity[same & here & once & (apart == k)].mean())
            print(
                f"  {tag:10s} turn {45 * k:3d}: {found:.3f}"
                f"   real {known:.2f}   {found - known:+.3f}"
            )
        others = similarity[~same & here & once]
        print(
            f"  {tag:10s} strangers {others.mean():.3f} sd {others.std():.3f}"
            f"   real {real['strangers']:.2f} sd {real['sd']:.2f}"
        )
        turned = once & same & (apart > 0)
        cost = similarity[turned & here].mean() - similarity[turned & ~here].mean()
        print(f"  {tag:10s} another camera costs {cost:.3f}   real about .15")


if __name__ == "__main__":
    main()
