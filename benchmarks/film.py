"""Two cameras whom six people pass: rendered frames, a video, exact boxes and masks of everybody.

    python benchmarks/film.py OUT [--frames 130] [--people 6] [--first 4001]

Each camera has its folder: `NAME/000.png` with `NAME/masks/000.png` (0 nobody, k the person k, as
far as nobody stands before them), `NAME.mp4` of the same frames, and `NAME.csv`: frame, person, and
the box of what is seen of them. People are probe's rendered people, eight moments of a stride each,
in front of a drawn yard; half of them walk to the left. The cameras differ in distance, height,
side, light and sensor. All choices here are ours; equal arguments give equal frames.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.frames.detectors.scene import box_around
from probe.scenes import Scene, SceneRecipe, render_many

SIZE = (360, 640)
"""Height and width of a frame."""

FPS = 12.5
MOMENTS = 8
"""Of a stride that are rendered; a stride takes so many frames as well."""

SPEED = 0.115
"""Metres a frame: 1.4 m/s."""

BODY = 1.75
"""Metres of a body, by which a crop's pixels become metres."""

LEAST_SEEN = 40
"""Pixels below which nobody can say that somebody is there."""


@dataclass(frozen=True)
class CameraPlan:
    """How one camera sees everybody.

    Attributes:
        name: of its folder.
        turn: degrees by which people are turned further than from the side.
        distance, height: of the camera, in metres and centimetres.
        camera, light, domain: as in `SceneRecipe`.
    """

    name: str
    turn: float
    distance: float
    height: float
    camera: int
    light: int
    domain: str


CAMERAS = (
    CameraPlan("gate", 20.0, 8.0, 172.0, 1, 1, "A"),
    CameraPlan("hall", -25.0, 9.0, 232.0, 2, 3, "A"),
)


@dataclass(frozen=True)
class Walker:
    """One person in one camera.

    Attributes:
        number: 1, 2, ...
        identity: of the renderer.
        begins: number of the frame in which they come in.
        lane: 0 far to 1 near.
        left: whether they walk to the left.
    """

    number: int
    identity: int
    begins: int
    lane: float
    left: bool


@dataclass(frozen=True, eq=False)
class CutOuts:
    """A walker's moments: pictures and masks, cut to the body."""

    moments: tuple[tuple[NDArray[np.uint8], NDArray[np.bool_]], ...]


def walkers(people: int, first: int, frames: int, seed: int) -> list[Walker]:
    """Who passes a camera: others come first and walk elsewhere in every camera."""
    generator = np.random.default_rng([seed, people])
    order = generator.permutation(people)
    lanes = np.linspace(0, 1, people)[generator.permutation(people)]
    begins = np.linspace(0, max(0, frames - 75), people)
    return [
        Walker(int(k) + 1, first + int(k), int(begins[place]), float(lanes[k]), bool(k % 2))
        for place, k in enumerate(order)
    ]


def recipes(plan: CameraPlan, walker: Walker) -> list[SceneRecipe]:
    """The moments of a walker's stride."""
    side = 90.0 if walker.left else 270.0
    return [
        SceneRecipe(
            identity=walker.identity, clothes="own", orientation=side + plan.turn, pose="walking",
            phase=moment / MOMENTS, take=moment, distance=plan.distance, camera=plan.camera,
            camera_height=plan.height, light=plan.light, domain=plan.domain, background="street",
        )
        for moment in range(MOMENTS)
    ]  # fmt: skip


def cut_out(scene: Scene, scale: float) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Picture and mask of a person with what they carry, scaled."""
    left, top, width, height = box_around(scene.mask_with_objects)
    rows, columns = slice(top, top + height), slice(left, left + width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    picture = Image.fromarray(scene.image[rows, columns]).resize(size)
    mask = Image.fromarray(scene.mask_with_objects[rows, columns]).convert("L").resize(size)
    return np.asarray(picture), np.asarray(mask) >= 128


def yard(seed: int) -> NDArray[np.uint8]:
    """A wall above, a floor of slabs below."""
    generator = np.random.default_rng([seed, 77])
    height, width = SIZE
    frame = np.empty((height, width, 3))
    horizon = int(0.42 * height)
    frame[:horizon] = generator.uniform(120, 190, 3)
    frame[:horizon, :: width // 9] -= 25
    rows = np.arange(height - horizon)
    frame[horizon:] = generator.uniform(80, 140, 3)
    frame[horizon:][(np.sqrt(rows) * 3).astype(int) % 2 == 0] += 12
    for _ in range(9):  # things that stand about
        left, top = generator.integers(0, width - 60), generator.integers(20, horizon)
        frame[top : top + 60, left : left + 40] = generator.uniform(40, 220, 3)
    return np.clip(frame + generator.normal(0, 4, frame.shape), 0, 255).astype(np.uint8)


def film(
    plan: CameraPlan, cast: list[Walker], frames: int, seed: int
) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    """Frames `uint8 (h, w, 3)` with their instances `uint8 (h, w)`."""
    scenes = render_many([recipe for walker in cast for recipe in recipes(plan, walker)])
    people = {}
    for walker in cast:
        scale = 0.85 + 0.3 * walker.lane
        people[walker.number] = CutOuts(tuple(cut_out(next(scenes), scale) for _ in range(MOMENTS)))
    ground = yard(seed)
    for number in range(frames):
        frame, instances = ground.astype(np.float64), np.zeros(SIZE, np.uint8)
        for walker in sorted(cast, key=lambda one: one.lane):
            paste(frame, instances, walker, people[walker.number], number)
        noise = np.random.default_rng([seed, number]).normal(0, 2, frame.shape)
        yield np.clip(np.rint(frame + noise), 0, 255).astype(np.uint8), instances


def paste(
    frame: NDArray[np.float64],
    instances: NDArray[np.uint8],
    walker: Walker,
    person: CutOuts,
    number: int,
) -> None:
    """Draw a walker into a frame, where they are by then."""
    step = number - walker.begins
    if step < 0:
        return
    picture, mask = person.moments[step % MOMENTS]
    tall = max(len(shown) for shown, _ in person.moments)
    way = round(step * SPEED * tall / BODY)
    height, width = mask.shape
    middle = SIZE[1] + 20 - way if walker.left else way - 20
    left, top = middle - width // 2, round(0.62 * SIZE[0] + 0.34 * SIZE[0] * walker.lane) - height
    here = (slice(max(0, top), min(SIZE[0], top + height)),
            slice(max(0, left), min(SIZE[1], left + width)))  # fmt: skip
    if here[0].start >= here[0].stop or here[1].start >= here[1].stop:
        return
    there = tuple(slice(h.start - o, h.stop - o) for h, o in zip(here, (top, left), strict=True))
    inside = mask[there]
    frame[here][inside] = picture[there][inside]
    instances[here][inside] = walker.number


def write_camera(out: Path, plan: CameraPlan, cast: list[Walker], frames: int, seed: int) -> Path:
    """Write frames, masks, video and truth of a camera; the truth's path."""
    import cv2

    (out / plan.name / "masks").mkdir(parents=True, exist_ok=True)
    video = cv2.VideoWriter(
        str(out / f"{plan.name}.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), FPS, SIZE[::-1]
    )
    rows = []
    for number, (frame, instances) in enumerate(film(plan, cast, frames, seed)):
        Image.fromarray(frame).save(out / plan.name / f"{number:03d}.png", compress_level=1)
        Image.fromarray(instances).save(out / plan.name / "masks" / f"{number:03d}.png")
        video.write(np.ascontiguousarray(frame[..., ::-1]))
        for person in (int(k) for k in np.unique(instances) if k):
            mask = instances == person
            if mask.sum() >= LEAST_SEEN:
                rows.append((number, person, *box_around(mask)))
    video.release()
    path = out / f"{plan.name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("frame", "person", "x", "y", "width", "height"))
        writer.writerows(rows)
    return path


def write_film(out: Path, frames: int, people: int, first: int) -> list[Path]:
    """Write both cameras; the paths of their truths."""
    truths = []
    for seed, plan in enumerate(CAMERAS):
        cast = walkers(people, first, frames, seed)
        truths.append(write_camera(out, plan, cast, frames, seed))
    return truths


def main() -> None:
    """Write the film."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("out", type=Path)
    parser.add_argument("--frames", type=int, default=130)
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--first", type=int, default=4001)
    asked = parser.parse_args()
    for path in write_film(asked.out, asked.frames, asked.people, asked.first):
        print(path)


if __name__ == "__main__":
    main()
