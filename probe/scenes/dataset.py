"""Data sets of rendered people with the file names and folders of Market-1501, or as tracks."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from probe.errors import ProbeError, UsageError
from probe.files.atomic import sweep, write_bytes, write_text
from probe.files.lock import holding, is_taken
from probe.scenes.crowd import render_many
from probe.scenes.randomness import stream, word
from probe.scenes.recipe import SceneRecipe
from probe.scenes.scene import Scene
from probe.wording import Message, refusal

Layout = Literal["market1501", "tracks"]
TRAIN, QUERY, GALLERY = "bounding_box_train", "query", "bounding_box_test"
FRAMES_APART = 5
"""Frames between two pictures of a walking sequence (25 frames a second), ours."""

SEQUENCE = 8
"""Pictures of a walking sequence: 1.4 seconds, more than a stride, so that all moments of the gait
come (ours)."""

STILLS = 3
"""Pictures of one person under one camera without `video`, beside the query's (ours)."""

STILLS_APART = 400
"""Frames between two such pictures: 16 seconds (ours)."""

TRACK = 12
"""Pictures of a single-camera track (ours): 0.9 m apart, they lead 10 m away."""

LARGE = 100_000
"""Pictures from which a data set needs `--any-size` (ours, as for a study)."""

PICTURE_BYTES = 7_400
"""Of a picture, its mask and its keypoints: the mean of 24."""

WALK = 1.3
"""Walking speed in m/s, an ordinary pace (ours)."""

STRIDES = 0.95
"""Strides a second at that speed: about 1.37 m each, an ordinary length (ours)."""


@dataclass(frozen=True)
class DatasetPlan:
    """What a data set shall hold.

    Attributes:
        people: how many people, 2 or more.
        cameras: how many cameras, 1 to 99; each has its own place, light, sensor and height.
        layout: `market1501`, or `tracks`: one camera's tracks, one id a track.
        domain: `A` or `B`, or `AB` for cameras of both in turn.
        video: walking sequences instead of single pictures.
        seed: of everything but the people.
        same_outfit: everybody wears the paper's outfit, so that clothes tell nobody apart.
        first_identity: seed of the first person.
    """

    people: int
    cameras: int
    layout: Layout = "market1501"
    domain: str = "A"
    video: bool = False
    seed: int = 0
    same_outfit: bool = False
    first_identity: int = 0

    def __post_init__(self) -> None:
        _require("people", self.people, 2, 1_000_000)
        _require("cameras", self.cameras, 1, 99)
        _require("seed", self.seed, 0, 2**31 - 1)
        _require("first_identity", self.first_identity, 0, 2**30)
        if self.layout not in ("market1501", "tracks"):
            _unknown("layout", self.layout, "market1501, tracks")
        if self.domain not in ("A", "B", "AB"):
            _unknown("domain", self.domain, "A, B, AB")

    @property
    def count(self) -> int:
        """How many pictures it asks for."""
        if self.layout == "tracks":
            return self.people * TRACK
        return self.people * self.cameras * (SEQUENCE if self.video else STILLS)

    @property
    def megabytes(self) -> float:
        """About what they take on disk."""
        return self.count * PICTURE_BYTES / 1e6

    def check_size(self) -> None:
        """Refuse more pictures than anybody asks for by accident.

        Raises:
            UsageError: says what they would cost.
        """
        if self.count > LARGE:
            raise refusal(
                UsageError,
                Message(
                    "scenes-large-set", {"count": self.count, "megabytes": round(self.megabytes)}
                ),
                hint=Message("scenes-any-size"),
            )


@dataclass(frozen=True)
class DatasetSummary:
    """What was written: pictures by folder, and how many of them were there already."""

    folder: Path
    people: int
    cameras: int
    pictures: dict[str, int]
    kept: int


@dataclass(frozen=True)
class Shot:
    """One picture to come: its path without suffix inside the data set, and its recipe."""

    path: str
    recipe: SceneRecipe


def write_data_set(
    out: Path,
    plan: DatasetPlan,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> DatasetSummary:
    """Render a data set into `out`; what is there already is kept.

    Beside the pictures lie `masks/` (PNG, 255 person, 128 carried object) and `keypoints/` (JSON)
    under the same folders and names, and `dataset.json` with the plan.

    Args:
        out: the folder; made when it is not there.
        plan: what to write.
        workers: rendering processes, see `render_many`.
        progress: called with pictures done and pictures in all.

    Raises:
        ProbeError: the folder holds a data set of another plan, or the plan is impossible.
    """
    with holding(Path(out)):
        return _write_all(Path(out), plan, workers, progress)


def _write_all(
    out: Path,
    plan: DatasetPlan,
    workers: int | None,
    progress: Callable[[int, int], None] | None,
) -> DatasetSummary:
    _claim(out, plan)
    sweep(out)
    every = list(shots(plan))
    left = [shot for shot in every if not _is_whole(out, shot)]
    done = len(every) - len(left)
    scenes = render_many((shot.recipe for shot in left), workers=workers)
    for n, (shot, scene) in enumerate(zip(left, scenes, strict=True), start=1):
        _write(out, shot, scene)
        if progress is not None:
            progress(done + n, len(every))
    counts: dict[str, int] = {}
    for shot in every:
        folder = shot.path.split("/")[0]
        counts[folder] = counts.get(folder, 0) + 1
    return DatasetSummary(out, plan.people, plan.cameras, counts, done)


def shots(plan: DatasetPlan) -> Iterator[Shot]:
    """All pictures of a plan, person by person."""
    for person in range(plan.people):
        if plan.layout == "tracks":
            yield from _track(plan, person)
        else:
            yield from _market(plan, person)


def _market(plan: DatasetPlan, person: int) -> Iterator[Shot]:
    """Half of the people train; of the others the first picture of each camera is a query."""
    pid = person + 1
    train = person % 2 == 0
    for number in range(plan.cameras):
        count = SEQUENCE if plan.video else STILLS
        start = word("frame", plan.seed, person, number) % 90000
        for take in range(count):
            apart = FRAMES_APART if plan.video else STILLS_APART
            frame = start + take * apart
            name = f"{pid:04d}_c{number + 1}s1_{frame:06d}_{take:02d}"
            folder = TRAIN if train else (QUERY if take == 0 else GALLERY)
            yield Shot(f"{folder}/{name}", _sighting(plan, person, number, take))


def _sighting(plan: DatasetPlan, person: int, number: int, take: int) -> SceneRecipe:
    """One picture of a person under a camera."""
    camera = stream("camera", plan.seed, number)
    height, mean = camera.uniform(150, 320), camera.uniform(5.0, 9.0)
    heading = camera.uniform(0, 360)
    walk = stream("walk", plan.seed, person, number)
    way = heading + walk.choice([0.0, 180.0]) + walk.normal(0, 18)
    first, phase = mean * walk.uniform(0.75, 1.3), walk.uniform()
    if plan.video:
        seconds = take * FRAMES_APART / 25
        distance = first + WALK * seconds * np.cos(np.radians(180 - way))
        orientation, phase = way + 2 * take, (phase + STRIDES * seconds) % 1.0
    else:
        here = stream("still", plan.seed, person, number, take)
        distance = first * here.uniform(0.85, 1.2)
        orientation, phase = way + here.normal(0, 35), here.uniform()
    place = word("place", plan.seed, number) % 2**30 + 1
    return SceneRecipe(
        identity=plan.first_identity + person,
        clothes="white-sweatshirt" if plan.same_outfit else "own",
        distance=round(float(np.clip(distance, 3.5, 14)), 3),
        orientation=round(float(orientation % 360), 2),
        camera_height=round(float(height), 1),
        background="street" if _domain(plan, number) == "B" else "no-panel",
        domain=_domain(plan, number),
        pose="walking",
        phase=round(float(phase), 4),
        take=take,
        light=place,
        camera=place,
        room=place,
        framing=word("framing", plan.seed, person, number, take) % 2**30 + 1,
    )


def _track(plan: DatasetPlan, person: int) -> Iterator[Shot]:
    """A track of one camera: the distance varies, orientation and height hardly."""
    number = person % plan.cameras
    camera, rng = stream("camera", plan.seed, number), stream("track", plan.seed, person)
    height, way = camera.uniform(110, 180), 180 + rng.normal(0, 8)
    near, phase = rng.uniform(2.5, 4.5), rng.uniform()
    place = word("place", plan.seed, number) % 2**30 + 1
    for take in range(TRACK):
        recipe = SceneRecipe(
            identity=plan.first_identity + person,
            clothes="white-sweatshirt" if plan.same_outfit else "own",
            distance=round(float(near + 0.9 * take), 3),
            orientation=round(float((way + rng.normal(0, 4)) % 360), 2),
            camera_height=round(float(height), 1),
            background="street" if _domain(plan, number) == "B" else "no-panel",
            domain=_domain(plan, number),
            pose="walking",
            phase=round(float((phase + 0.19 * take) % 1.0), 4),
            take=take,
            light=place,
            camera=place,
            room=place,
            framing=word("framing", plan.seed, person, take) % 2**30 + 1,
        )
        yield Shot(f"tracks/{person + 1:05d}/{take:03d}", recipe)


def _domain(plan: DatasetPlan, number: int) -> str:
    return plan.domain[number % len(plan.domain)]


def _is_whole(out: Path, shot: Shot) -> bool:
    # The picture is written last, so its presence tells that mask and keypoints are there.
    return (out / f"{shot.path}.jpg").is_file()


def _write(out: Path, shot: Shot, scene: Scene) -> None:
    from PIL import Image

    levels = np.where(scene.mask, 255, np.where(scene.mask_with_objects, 128, 0)).astype(np.uint8)
    mask, picture = io.BytesIO(), io.BytesIO()
    Image.fromarray(levels).save(mask, "PNG")
    Image.fromarray(scene.image).save(picture, "JPEG", quality=92)
    truth = {
        "keypoints": [[round(float(v), 2) for v in point] for point in scene.keypoints],
        "visible": [bool(v) for v in scene.visible],
        "scene": scene.parameters,
    }
    write_bytes(out / "masks" / f"{shot.path}.png", mask.getvalue())
    write_text(out / "keypoints" / f"{shot.path}.json", json.dumps(truth))
    write_bytes(out / f"{shot.path}.jpg", picture.getvalue())


def _claim(out: Path, plan: DatasetPlan) -> None:
    """Write the plan beside the pictures, or check that it is the one that is there."""
    path, text = out / "dataset.json", json.dumps(asdict(plan), indent=2) + "\n"
    if path.is_file():
        if path.read_bytes() != text.encode():
            raise refusal(
                ProbeError,
                Message("scenes-other-settings"),
                place=path,
                hint=Message("scenes-same-settings"),
            )
        return
    if is_taken(out):
        raise refusal(
            ProbeError,
            Message("scenes-folder-not-ours"),
            place=out,
            hint=Message("scenes-new-folder"),
        )
    write_text(path, text)


def _require(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise refusal(
            ProbeError,
            Message("scenes-out-of-range", {"value": str(value)}),
            place=name,
            hint=Message("scenes-give-range", {"low": low, "high": high}),
        )


def _unknown(name: str, value: str, valid: str) -> None:
    raise refusal(
        ProbeError,
        Message("scenes-not-known", {"value": repr(value)}),
        place=name,
        hint=Message("scenes-valid", {"valid": valid}),
    )
