"""Data sets whose files say person and camera and whose test people a list names.

CUHK01, PKU-Reid and CUHK03 as single pictures are published as one folder without a fixed split.
`test.txt` beside the pictures names the people to test, one number or range (`601-971`) a line; all
others are trained on. Each layout says what holds without the file. Of the people to test, the
pictures of the first camera are the query, all others the gallery.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np

from probe.errors import PictureSourceError
from probe.pictures.decoding import SUFFIXES
from probe.pictures.labelled import Integers, LabelledPictures, ReidData, pictures_of
from probe.pictures.layout import WrongLayoutError
from probe.wording import Message, Value, refusal

TEST_PEOPLE = "test.txt"
"""The list of people to test."""

PersonAndCamera = Callable[[re.Match[str]], tuple[int, int]]
"""Person and camera of a file's name, cameras counted from 0."""

DefaultTest = Callable[[Integers], Integers]
"""From all people, sorted, the ones that are tested where no list says so."""


def read_named_pictures(
    name: str,
    folder: Path,
    pattern: re.Pattern[str],
    person_and_camera: PersonAndCamera,
    default_test: DefaultTest,
) -> ReidData:
    """Read the pictures of a folder by their names.

    Args:
        name: of the layout, for messages.
        folder: that holds the pictures.
        pattern: of a picture's name without its suffix, matched whole.
        person_and_camera: what a match says.
        default_test: who is tested without a list.

    Raises:
        WrongLayoutError: no picture has a name of this form.
        PictureSourceError: some have another name, or the list names people that are not there.
    """
    files = _pictures(folder)
    matches = {file: pattern.fullmatch(file.stem) for file in files}
    unnamed = [file.name for file, match in matches.items() if match is None]
    if len(unnamed) == len(files):
        raise refusal(
            WrongLayoutError, Message("pictures-nothing-named-as", {"layout": name}), place=folder
        )
    if unnamed:
        raise refusal(
            PictureSourceError,
            Message(
                "pictures-not-named-as",
                {"unnamed": len(unnamed), "all": len(files), "layout": name, "first": unnamed[0]},
            ),
            place=folder,
            hint=Message("pictures-rename-or-move"),
        )
    rows = [(f.name, *person_and_camera(match)) for f, match in matches.items() if match]
    return _split(name, pictures_of(folder, rows), default_test)


def all_named(folder: Path, pattern: re.Pattern[str]) -> bool:
    """Whether a folder holds pictures, and all have names of a form."""
    files = _pictures(folder)
    return bool(files) and all(pattern.fullmatch(file.stem) for file in files)


def _pictures(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
    )


def _split(name: str, pictures: LabelledPictures, default_test: DefaultTest) -> ReidData:
    people = np.unique(pictures.people)
    listed = _listed(pictures.root, people)
    tested = default_test(people) if listed is None else listed
    test = np.isin(pictures.people, tested)
    first = pictures.cameras == 0
    counts = {"trained": len(people) - len(tested), "tested": len(tested)}
    source: dict[str, Value] = {"listed": listed is not None, "file": TEST_PEOPLE}
    return ReidData(
        name,
        pictures.only(~test),
        pictures.only(test & first),
        pictures.only(test & ~first),
        (Message("data-people-split", {**counts, **source}),),
    )


def _listed(folder: Path, people: Integers) -> Integers | None:
    """The people that the list beside the pictures, or one folder higher, names."""
    path = next((p for p in (folder, folder.parent) if (p / TEST_PEOPLE).is_file()), None)
    if path is None:
        return None
    path = path / TEST_PEOPLE
    chosen = np.zeros(len(people), np.bool_)
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
        if not line.strip():
            continue
        match = re.fullmatch(r"\s*(\d{1,9})(?:\s*-\s*(\d{1,9}))?\s*", line)
        low, high = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        here = (people >= low) & (people <= high)
        if not here.any():
            raise refusal(
                PictureSourceError,
                Message("pictures-names-nobody", {"line": repr(line.strip()[:80])}),
                place=f"{path}:{number}",
                hint=Message("pictures-line-is-range"),
            )
        chosen |= here
    return people[chosen]
