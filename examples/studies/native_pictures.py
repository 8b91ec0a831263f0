"""Pictures of people under two cameras as they were cut out, with their heights and their light.

CUHK03 has up to five pictures of a person under either camera of a pair, and was published without
bringing them to one size. Of everybody the pictures lie at `[person, camera, number]`; where one is
missing there is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer, Runtime
from probe.embedding.choice import Choice
from probe.embedding.embed import EmbeddingTask
from probe.embedding.vector_cache import VectorCache
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.layouts.cuhk03_pictures import FIRST_CAMERA, spec
from probe.transforms.chain import Chain, Step
from probe.transforms.light import light_of
from probe.transforms.registry import TRANSFORMS
from probe.transforms.transform import Picture, TransformSpec

CAMERAS, NUMBERS = 2, FIRST_CAMERA

MIDDLE = (0.1, 0.9), (0.25, 0.75)
"""Rows and columns, as shares, in which the person stands: light is measured there."""

AS_IT_IS = Chain()
"""Nothing is done to a picture."""

Floats = NDArray[np.float64]
Place = tuple[int, int, int]
"""Person, camera and number of a picture."""


@dataclass(frozen=True, eq=False)
class NativePictures:
    """Everybody's pictures.

    Attributes:
        pictures: `uint8 (h, w, 3)` by place.
        people: how many.
    """

    pictures: Mapping[Place, Picture]
    people: int

    @property
    def heights(self) -> Floats:
        """Pixels that each picture is high, `(people, cameras, numbers)`; NaN: there is none."""
        return self._measured(lambda picture: np.array(float(len(picture))), ())

    @property
    def light(self) -> Floats:
        """Mean linear light around the person, `(people, cameras, numbers, 3)`, 0..1."""
        return self._measured(lambda picture: _middle(light_of(picture)).mean((0, 1)), (3,))

    def _measured(self, measure: Callable[[Picture], Floats], shape: tuple[int, ...]) -> Floats:
        values = np.full((self.people, CAMERAS, NUMBERS, *shape), np.nan)
        for place, picture in self.pictures.items():
            values[place] = measure(picture)
        return values


def _middle(light: NDArray[np.float32]) -> NDArray[np.float32]:
    top, bottom, left, right = (
        round(share * side) for side, ends in zip(light.shape, MIDDLE, strict=False)
        for share in ends
    )  # fmt: skip
    return light[top:bottom, left:right]


def read_pictures(folder: Path) -> NativePictures:
    """Everybody to test who has two or more pictures under either camera.

    Raises:
        PictureSourceError: it is not CUHK03.
        SystemExit: nobody is to test, or nobody has as many.
    """
    data = spec.read(folder)
    files: dict[int, dict[tuple[int, int], Path]] = {}
    for side in (data.query, data.gallery):
        for file, person, camera in zip(side.files, side.people, side.cameras, strict=True):
            number = int(file.stem.split("_")[1]) % NUMBERS
            files.setdefault(int(person), {})[int(camera), number] = file
    kept = [
        files[person] for person in sorted(files)
        if all(sum(at[0] == camera for at in files[person]) > 1 for camera in range(CAMERAS))
    ]  # fmt: skip
    if not kept:
        raise SystemExit(f"{folder}: nobody to test under both cameras; test.txt names people")
    pictures = {
        (row, *at): read_picture(file) for row, own in enumerate(kept) for at, file in own.items()
    }
    return NativePictures(pictures, len(kept))


@dataclass(frozen=True)
class MadePicture:
    """A picture, and what is done to it.

    Attributes:
        place: of the picture.
        chain: the transforms; without any it stays as it is.
    """

    place: Place
    chain: Chain = AS_IT_IS


@cache
def _spec(name: str) -> TransformSpec:
    """The registry looks through all packages at every question."""
    return TRANSFORMS.get(name)


@cache
def _chain(*stated: tuple[str, tuple[tuple[str, float], ...]]) -> Chain:
    steps = [
        Step(name, _spec(name).revision, _spec(name).model.model_validate(dict(values)))
        for name, values in stated
    ]
    return Chain(tuple(step for step in steps if not step.transform.is_neutral))


def with_height(place: Place, height: float) -> MadePicture:
    """The picture as from so far that it is so many pixels high."""
    return MadePicture(place, _chain(("resolution", (("person_height", float(height)),))))


def with_light(place: Place, exposure: float, cast: Sequence[float]) -> MadePicture:
    """The picture with other light: steps of all channels, then of red, green and blue.

    What lies beyond the range of a transform is cut off there.
    """
    red, green, blue = (float(np.clip(gain, -4, 4)) for gain in cast)
    gains = (("red", red), ("green", green), ("blue", blue))
    steps = float(np.clip(exposure, -8, 8))
    return MadePicture(place, _chain(("exposure", (("stops", steps),)), ("colour_cast", gains)))


def vectors_of(
    choice: Choice,
    pictures: NativePictures,
    wanted: Sequence[MadePicture],
    kept: VectorCache,
    threads: int,
) -> NDArray[np.float32]:
    """Unit vectors of the wanted pictures, `(n, d)`; known ones are not computed again.

    Raises:
        SystemExit: the model scores pairs.
        ProbeError: the model cannot be loaded, or run.
    """
    runtime = Runtime(threads=threads)
    model = choice.load(runtime)
    if isinstance(model, PairScorer):
        raise SystemExit(f"{choice.name}: scores pairs; this study takes vectors")
    fitting = Fitting.for_card("card", model.card)
    task = EmbeddingTask(model, fitting, key=choice.key_of(model, runtime))
    digests = {at: _digest(picture) for at, picture in pictures.pictures.items()}
    ids = [one.chain.image_id(digests[one.place]) for one in wanted]
    known = dict(kept.get(task.space, ids)) if task.space else {}
    todo = {name: one for name, one in zip(ids, wanted, strict=True) if name not in known}
    names = list(todo)
    for start in range(0, len(names), model.batch):
        batch = names[start : start + model.batch]
        shown = [
            fit_picture(todo[n].chain.change(pictures.pictures[todo[n].place], n), fitting)
            for n in batch
        ]
        made = np.asarray(model.embed(np.stack(shown)), np.float32)
        fresh = dict(zip(batch, made, strict=True))
        if task.space:
            kept.put(task.space, task.label, fresh)
        known |= fresh
    vectors = np.stack([known[name] for name in ids])
    unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _digest(picture: Picture) -> str:
    head = f"pixels {picture.shape}\n".encode()
    return hashlib.sha256(head + picture.tobytes()).hexdigest()
