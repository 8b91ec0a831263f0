"""One folder a person (insightface, torchvision), and tracks of people under cameras."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from probe.errors import PictureSourceError
from probe.pictures.decoding import SUFFIXES
from probe.pictures.labelled import LabelledPictures, ReidData, pictures_of
from probe.wording import Message, refusal

CAMERA = re.compile(r"(?:^|_)c(\d+)(?:_|s|$)")
"""`c3` in `0002_c3s1_...` (Market-1501) or `person_c3`."""

QUERY, GALLERY = "query", "gallery"


def read_people(root: Path, name: str) -> ReidData:
    """Read one folder a person: `query` and `gallery` where both are there, else training pictures.

    Args:
        root: the folder.
        name: of the data set.

    Raises:
        PictureSourceError: no folder with pictures, or only one to train on.
    """
    if (root / QUERY).is_dir() and (root / GALLERY).is_dir():
        return read_query_and_gallery(root, name)
    return read_identity_folders(root, name)


def read_identity_folders(root: Path, name: str) -> ReidData:
    """Read `PERSON/picture.jpg`: every folder is a person, all pictures are training ones.

    The camera is taken from `..._c3...` in the name of the folder or of the picture, else it is 0.

    Raises:
        PictureSourceError: no folder with pictures, or only one.
    """
    train = _folders(root)
    if train.identities < 2:
        raise refusal(
            PictureSourceError,
            Message("pictures-one-person-only"),
            place=root,
            hint=Message("pictures-folder-a-person"),
        )
    nobody = train.only(np.zeros(len(train), np.bool_))
    return ReidData(name, train, nobody, nobody)


def read_query_and_gallery(root: Path, name: str) -> ReidData:
    """Read `query/PERSON/...` and `gallery/PERSON/...`; a person has the same folder name in both.

    Raises:
        PictureSourceError: one of the two holds no picture.
    """
    parts = [root / QUERY, root / GALLERY]
    people = sorted({path.name for part in parts for path in part.iterdir() if path.is_dir()})
    numbers = {person: number for number, person in enumerate(people, start=1)}
    query, gallery = (_folders(part, numbers) for part in parts)
    nobody = query.only(np.zeros(len(query), np.bool_))
    return ReidData(name, nobody, query, gallery)


def _folders(root: Path, numbers: dict[str, int] | None = None) -> LabelledPictures:
    people = sorted(path for path in root.iterdir() if path.is_dir() and path.name[0] != ".")
    rows: list[tuple[str, int, int]] = []
    for at, person in enumerate(people, start=1):
        number = at if numbers is None else numbers[person.name]
        rows.extend(
            (file.relative_to(root).as_posix(), number, _camera(person.name, file.stem))
            for file in sorted(person.rglob("*"))
            if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
        )
    if not rows:
        raise refusal(
            PictureSourceError,
            Message("pictures-no-folder-with-pictures"),
            place=root,
            hint=Message("pictures-folder-a-person-form"),
        )
    return pictures_of(root, rows)


def _camera(folder: str, picture: str) -> int:
    camera = CAMERA.search(picture) or CAMERA.search(folder)
    return int(camera.group(1)) if camera else 0
