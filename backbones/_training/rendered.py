"""Rendered training pictures: tracks of people under one camera or many, written as JPEG files.

A track is what a people-flow analysis cuts out of one camera: one person passing by. The study's
two training sets differ in just this: one camera, one label a track, distance varied and
orientation and height hardly (ArcFace); many cameras without labels (MoCo).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import model_validator

from probe.backbones._training.recipe_part import Count, NotNegative, RecipePart, Share
from probe.files.atomic import replacing
from probe.scenes import SceneRecipe
from probe.wording import wording_of

QUALITY = 95
"""Of the JPEG files."""

BATCH = 64

Background = Literal["panel", "no-panel", "black-monitor", "street"]


class RenderedTracks(RecipePart):
    """Which people pass which cameras, and how.

    Attributes:
        kind: `rendered_tracks`.
        people: how many; their identities are `first_identity`, `first_identity + 1`, ...
        first_identity: above those of the protocols and of the evaluation sets.
        tracks: of each person.
        pictures: of each track.
        cameras: how many there are; each track is under one of them.
        camera_height: lowest and highest, in cm; a camera's is drawn once.
        distance: nearest and farthest, in metres; a track goes from one to the other.
        directions: orientations in degrees of which each track has one.
        turning: largest deviation from it, in degrees.
        backgrounds: a camera has one of them.
        domains: a camera has one of them.
        helmets: share of the tracks with a helmet.
        seed: of all drawing.
    """

    kind: Literal["rendered_tracks"]
    people: Count
    first_identity: int
    tracks: Count
    pictures: Count
    cameras: Count
    camera_height: tuple[float, float]
    distance: tuple[float, float]
    directions: tuple[float, ...]
    turning: NotNegative
    backgrounds: tuple[Background, ...]
    domains: tuple[Literal["A", "B"], ...]
    helmets: Share
    seed: int

    @model_validator(mode="after")
    def _in_order(self) -> RenderedTracks:
        for name in ("camera_height", "distance"):
            low, high = getattr(self, name)
            if low > high:
                raise ValueError(
                    wording_of().text(
                        "train-low-to-high", name=name, low=f"{low:g}", high=f"{high:g}"
                    )
                )
        for name in ("directions", "backgrounds", "domains"):
            if not getattr(self, name):
                raise ValueError(wording_of().text("train-at-least-one", name=name))
        return self


@dataclass(frozen=True)
class TrackPicture:
    """One picture of a track: its file below the data folder, and what it shows."""

    path: str
    scene: SceneRecipe


def track_pictures(tracks: RenderedTracks) -> Iterator[TrackPicture]:
    """Every picture of the tracks, person by person, in a fixed order.

    Files are `IDENTITY_cCAMERA/PICTURE.jpg`, so that the folder reads as tracks and as identity
    folders alike.
    """
    for identity in range(tracks.first_identity, tracks.first_identity + tracks.people):
        drawn = np.random.default_rng([tracks.seed, identity])
        for track in range(tracks.tracks):
            yield from _track(tracks, identity, track, drawn)


def write_tracks(
    tracks: RenderedTracks, folder: Path, progress: Callable[[int, int], None], workers: int
) -> None:
    """Render what is not in the folder yet.

    Args:
        tracks: what to render.
        folder: where the files go; those that are there are kept.
        progress: told (pictures there, all).
        workers: processes.
    """
    from probe.scenes import render_many

    wanted = list(track_pictures(tracks))
    missing = [picture for picture in wanted if not (folder / picture.path).is_file()]
    done = len(wanted) - len(missing)
    progress(done, len(wanted))
    scenes = render_many([picture.scene for picture in missing], workers=workers)
    waiting = iter(missing)
    for scene, picture in zip(scenes, waiting, strict=True):
        write_jpeg(folder / picture.path, scene.image)
        done += 1
        progress(done, len(wanted))


def write_jpeg(path: Path, picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    """Write a picture `uint8 (h, w, 3)`; the file is whole or not there."""
    from PIL import Image

    with replacing(path) as temporary:
        Image.fromarray(picture).save(temporary, format="JPEG", quality=QUALITY)


def _track(
    tracks: RenderedTracks, identity: int, track: int, drawn: np.random.Generator
) -> Iterator[TrackPicture]:
    camera = int(drawn.integers(tracks.cameras))
    place = _place(tracks, camera)
    direction = float(drawn.choice(tracks.directions))
    helmet = bool(drawn.random() < tracks.helmets)
    near, far = tracks.distance
    for number in range(tracks.pictures):
        part = (number + drawn.random()) / tracks.pictures
        scene = replace(
            place,
            identity=identity,
            clothes="own",
            helmet=helmet,
            distance=round(far + (near - far) * part, 3),
            orientation=round(direction + drawn.uniform(-tracks.turning, tracks.turning), 2),
            pose="walking",
            take=track * tracks.pictures + number,
            framing=1 + track * tracks.pictures + number,
        )
        yield TrackPicture(f"{identity:06d}_t{track:02d}_c{camera:03d}/{number:03d}.jpg", scene)


def _place(tracks: RenderedTracks, camera: int) -> SceneRecipe:
    """A camera's own height, room, light, sensor and background: drawn from its number alone."""
    drawn = np.random.default_rng([tracks.seed, 2**20 + camera])
    return SceneRecipe(
        identity=0,
        distance=max(tracks.distance),
        camera_height=round(float(drawn.uniform(*tracks.camera_height)), 1),
        background=str(drawn.choice(tracks.backgrounds)),
        domain=str(drawn.choice(tracks.domains)),
        camera=camera,
        room=camera,
        light=camera,
    )
