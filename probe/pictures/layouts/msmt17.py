"""MSMT17, versions 1 and 2: pictures named in lists, validation part of the training."""

from __future__ import annotations

from pathlib import Path

from probe.errors import PictureSourceError
from probe.pictures.labelled import (
    LabelledPictures,
    ReidData,
    listed_pictures,
    pictures_of,
)
from probe.pictures.layout import Layout, PublishedCounts, WrongLayoutError, folder_and_inner
from probe.wording import Message, refusal

FOLDERS = (("train", "test"), ("mask_train_v2", "mask_test_v2"))
"""Of version 1, and of version 2, whose faces are blurred."""

LISTS = ("list_train.txt", "list_val.txt", "list_query.txt", "list_gallery.txt")


def read_msmt17(root: Path) -> ReidData:
    """Read MSMT17 in either version.

    A line of a list is `path person`; the camera is the third part of the file's name. People of
    the test part are numbered from 0 again, so they are not those of the training part.

    Raises:
        WrongLayoutError: a list or the folder of the pictures is missing.
        PictureSourceError: a line of a list cannot be read.
    """
    home = _home(root)
    training, testing = next(pair for pair in FOLDERS if (home / pair[0]).is_dir())
    train, val = (_listed(home, name, training) for name in LISTS[:2])
    query, gallery = (_listed(home, name, testing) for name in LISTS[2:])
    both = _appended(train, val)
    blurred = training.startswith("mask")
    note = Message("data-msmt17", {"blurred": blurred, "count": len(val)})
    return ReidData("msmt17", both, query, gallery, (note,))


def looks_like_msmt17(root: Path) -> bool:
    """Whether a folder, or one in it, has the lists of MSMT17."""
    return any((home / LISTS[0]).is_file() for home in folder_and_inner(root))


def _home(root: Path) -> Path:
    for home in folder_and_inner(root):
        lists = all((home / name).is_file() for name in LISTS)
        if lists and any((home / first).is_dir() for first, _ in FOLDERS):
            return home
    raise refusal(
        WrongLayoutError,
        Message("pictures-no-msmt17", {"lists": tuple(LISTS)}),
        place=root,
        hint=Message("pictures-name-lists"),
    )


def _listed(home: Path, name: str, folder: str) -> LabelledPictures:
    rows: list[tuple[str, int, int]] = []
    text = (home / name).read_text("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            rows.append(_row(line, folder, f"{home / name}:{number}"))
    return listed_pictures(home, rows, home / name)


def _row(line: str, folder: str, place: str) -> tuple[str, int, int]:
    try:
        path, person = line.rsplit(maxsplit=1)
        camera = int(Path(path).name.split("_")[2]) - 1
        return f"{folder}/{path}", int(person), camera
    except (ValueError, IndexError):
        raise refusal(
            PictureSourceError,
            Message("pictures-not-path-person", {"line": repr(line[:80])}),
            place=place,
            hint=Message("pictures-msmt-line"),
        ) from None


def _appended(first: LabelledPictures, second: LabelledPictures) -> LabelledPictures:
    """Two lists of the same people: numbers stay as they are."""
    rows = [
        row
        for part in (first, second)
        for row in zip(part.paths, part.people.tolist(), part.cameras.tolist(), strict=True)
    ]
    return pictures_of(first.root, rows)


spec = Layout(
    summary="MSMT17 V1 or V2: list_*.txt beside train and test (or mask_train_v2, mask_test_v2)",
    read=read_msmt17,
    recognises=looks_like_msmt17,
    published=PublishedCounts(32_621, 11_659, 82_161, 1_041, 3_060),
    one_numbering=False,
)
