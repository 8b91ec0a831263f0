"""One folder a person (insightface, torchvision), and tracks of people under cameras."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from probe.errors import PictureSourceError
from probe.pictures.decoding import SUFFIXES
from probe.pictures.layouts.labelled import LabelledPictures, ReidData, pictures_of

CAMERA = re.compile(r"(?:^|_)c(\d+)(?:_|s|$)")
QUERY, GALLERY = "query", "gallery"


def read_identity_folders(root: Path) -> ReidData:
    """Read `PERSON/picture.jpg`: every folder is a person, all pictures are training ones.

    The camera is taken from `..._c3...` in the name of the folder or of the picture, else it is 0.

    Raises:
        PictureSourceError: no folder with pictures, or only one.
    """
    train = _folders(root)
    if train.identities < 2:
        raise PictureSourceError(
            "there is one person only: nothing can be told apart",
            place=root,
            hint="Give the folder that holds one folder a person.",
        )
    nobody = train.only(np.zeros(len(train), np.bool_))
    return ReidData("identity_folders", train, nobody, nobody)


def read_query_and_gallery(root: Path) -> ReidData:
    """Read `query/PERSON/...` and `gallery/PERSON/...`; a person has the same folder name in both.

    Raises:
        PictureSourceError: one of the two is missing or empty.
    """
    for name in (QUERY, GALLERY):
        if not (root / name).is_dir():
            raise PictureSourceError(
                f"identity folders to evaluate need the folders {QUERY} and {GALLERY}", place=root
            )
    names = sorted({p.name for n in (QUERY, GALLERY) for p in (root / n).iterdir() if p.is_dir()})
    numbers = {name: at for at, name in enumerate(names, start=1)}
    query, gallery = (_folders(root / name, numbers) for name in (QUERY, GALLERY))
    nobody = query.only(np.zeros(len(query), np.bool_))
    return ReidData("identity_folders", nobody, query, gallery)


def _folders(root: Path, numbers: dict[str, int] | None = None) -> LabelledPictures:
    if not root.is_dir():
        raise PictureSourceError("there is no such folder", place=root)
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
        raise PictureSourceError(
            "no folder in it holds pictures",
            place=root,
            hint="One folder a person is expected: PERSON/picture.jpg",
        )
    return pictures_of(root, rows)


def _camera(folder: str, picture: str) -> int:
    found = CAMERA.search(picture) or CAMERA.search(folder)
    return int(found.group(1)) if found else 0
