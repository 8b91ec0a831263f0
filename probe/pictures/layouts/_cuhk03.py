"""CUHK03 under the new protocol (Zhong et al., CVPR 2017): 767 people to train, 700 to test.

Read from `cuhk03_new_protocol_config_detected.mat` or `..._labeled.mat` beside the extracted
pictures, or from a copy in the form of Market-1501.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Literal

import numpy as np

from probe.errors import PictureSourceError
from probe.pictures.labelled import Integers, LabelledPictures, ReidData, listed_pictures
from probe.pictures.layout import WrongLayoutError
from probe.pictures.layouts._market import looks_like_market, read_market
from probe.wording import Message, refusal

Boxes = Literal["detected", "labeled"]
"""Boxes of a detector, or drawn by hand; spelled as in the protocol's files."""

PROTOCOL_FILE = "cuhk03_new_protocol_config_{boxes}.mat"

PARTS = ("train_idx", "query_idx", "gallery_idx")
"""Its lists of numbers: to train with, to search for, to search in."""

_FETCH = Message("pictures-fetch-cuhk03")
"""Of github.com/zhunzhong07/person-re-ranking, which defines the protocol."""


def read_cuhk03(root: Path, boxes: Boxes) -> ReidData:
    """Read CUHK03-NP with `detected` or `labeled` boxes.

    The lists of the protocol file count from 1. Pictures are looked for in `images_detected` or
    `images_labeled`, in a folder `detected` or `labeled`, and beside the protocol file.

    Raises:
        WrongLayoutError: the protocol file is missing.
        PictureSourceError: it does not hold the protocol, or the pictures are not there.
    """
    name = f"cuhk03_np_{boxes}"
    if looks_like_market(root) and not any(root.glob(PROTOCOL_FILE.format(boxes="*"))):
        return read_market(root, name)
    place, lists = root / PROTOCOL_FILE.format(boxes=boxes), _protocol(root, boxes)
    try:
        files = _file_names(lists["filelist"])
        people, cameras = (lists[key].ravel().astype(np.int64) for key in ("labels", "camId"))
        chosen = [lists[key].ravel().astype(np.int64) - 1 for key in PARTS]
    except (ValueError, TypeError, IndexError, AttributeError):
        raise _damaged(place) from None
    count = len(files)
    if not count or {len(people), len(cameras)} != {count}:
        raise _damaged(place)
    if any(((part < 0) | (part >= count)).any() for part in chosen):
        raise _damaged(place)
    folder = _picture_folder(root, boxes, files[0])

    def part(numbers: Integers) -> LabelledPictures:
        rows = ((files[at], int(people[at]), int(cameras[at]) - 1) for at in numbers)
        return listed_pictures(folder, rows, place)

    train, query, gallery = map(part, chosen)
    return ReidData(name, train, query, gallery)


def _damaged(place: Path) -> PictureSourceError:
    return refusal(PictureSourceError, Message("pictures-lists-misfit"), place=place, hint=_FETCH)


def has_protocol(root: Path, boxes: Boxes) -> bool:
    """Whether a folder holds the protocol file of these boxes."""
    return (root / PROTOCOL_FILE.format(boxes=boxes)).is_file()


def _protocol(root: Path, boxes: Boxes) -> dict[str, Any]:
    from scipy.io import loadmat

    path = root / PROTOCOL_FILE.format(boxes=boxes)
    if not path.is_file():
        raise refusal(
            WrongLayoutError,
            Message("pictures-no-cuhk03", {"file": path.name}),
            place=root,
            hint=Message("pictures-put-file"),
        )
    try:
        content: dict[str, Any] = loadmat(path)
    except Exception:
        # SciPy's reader raises whatever it meets in damaged bytes (MatReadError, zlib.error, ...).
        raise refusal(
            PictureSourceError, Message("pictures-no-matlab"), place=path, hint=_FETCH
        ) from None
    needed = (*PARTS, "labels", "filelist", "camId")
    missing = [key for key in needed if key not in content]
    if missing:
        raise refusal(
            PictureSourceError,
            Message("pictures-protocol-lacks", {"names": tuple(missing)}),
            place=path,
            hint=_FETCH,
        )
    return content


def _file_names(listed: Any) -> list[str]:
    """MATLAB's cells of text as names; some copies were written with backslashes."""
    flat = (np.asarray(cell).ravel()[0] for cell in np.asarray(listed).ravel())
    return [PureWindowsPath(str(text)).as_posix() for text in flat]


def _picture_folder(root: Path, boxes: Boxes, first: str) -> Path:
    for folder in (root / f"images_{boxes}", root / boxes, root):
        if (folder / PurePosixPath(first)).is_file():
            return folder
    raise refusal(
        PictureSourceError,
        Message("pictures-picture-not-in", {"picture": first, "boxes": boxes}),
        place=root,
        hint=Message("pictures-extract-first", {"boxes": boxes}),
    )
