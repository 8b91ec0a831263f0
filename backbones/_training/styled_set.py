"""Styled copies of a target's pictures: which there are, and whose; sets with gaps are refused.

What a styled set is stands in `styled_manifest.py`; `probe generate` writes it. A list without a
manifest beside it is read, too: a set is whole where every picture has as many copies as another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from probe.backbones._training.styled_manifest import PICTURES, check_whole, list_rows
from probe.backbones._training.table import TrainingRecord
from probe.backbones.naming import sha256_of
from probe.errors import PictureSourceError
from probe.files.neighbours import neighbours
from probe.files.places import is_file
from probe.wording import Message, refusal

REMAKE = Message("train-remake-styled")


@dataclass(frozen=True)
class StyledCopy:
    """A picture in a camera's style.

    Attributes:
        path: its file.
        camera: whose style it has.
        source: name of the picture it was made of.
        source_sha256: of that picture's file; empty where it is not said.
    """

    path: Path
    camera: int
    source: str
    source_sha256: str


def read_copies(folder: Path) -> list[StyledCopy]:
    """The copies of a styled set, in the order of the file.

    Raises:
        PictureSourceError: no such folder, no `pictures.csv` in it, one without these columns, or a
            list with fewer pictures than its manifest says.
    """
    path = folder / PICTURES
    if not is_file(path):
        raise refusal(
            PictureSourceError,
            Message("train-no-styled-set"),
            place=path,
            hint=Message("train-styled-is", {"near": neighbours(path)}),
        )
    rows = list_rows(path, ("path", "camera", "source"))
    try:
        check_whole(path, len(rows))
        return [
            StyledCopy(
                folder / row["path"], int(row["camera"]), row["source"],
                row.get("source_sha256") or "",
            )
            for row in rows
        ]  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise refusal(
            PictureSourceError,
            Message("train-no-styled-list", {"error": str(error)}),
            place=path,
            hint=Message("train-styled-list-columns"),
        ) from None


def with_copies(
    records: Sequence[TrainingRecord], folder: Path, data_set: str
) -> list[TrainingRecord]:
    """Pictures of a target with their styled copies, those of every picture in order of camera.

    Args:
        records: pictures of the target.
        folder: the styled set.
        data_set: what they are of, for messages (`FORM=DIR`).

    Raises:
        PictureSourceError: the target has one camera or names none; the styled set is of other
            pictures, or a copy is missing.
    """
    cameras = {record.camera for record in records}
    if len(cameras) < 2:
        raise refusal(
            PictureSourceError,
            Message("train-one-camera"),
            place=data_set,
            hint=Message("train-two-cameras"),
        )
    copies = read_copies(folder)
    _check_sources(copies, records, folder, data_set)
    of_source: dict[str, dict[int, Path]] = {record.name: {} for record in records}
    for copy in copies:
        if copy.path.is_file():
            of_source[copy.source][copy.camera] = copy.path
    _check_whole(of_source, {copy.camera for copy in copies}, folder)
    return [
        replace(record, styled=tuple(path for _, path in sorted(of_source[record.name].items())))
        for record in records
    ]


def _check_sources(
    copies: Sequence[StyledCopy], records: Sequence[TrainingRecord], folder: Path, data_set: str
) -> None:
    """Refuse copies of pictures that the target does not have, or has with another content."""
    paths = {record.name: record.path for record in records}
    other = sorted({copy.source for copy in copies} - set(paths))
    if other:
        raise refusal(
            PictureSourceError,
            Message(
                "train-styled-other-pictures",
                {
                    "other": len(other),
                    "sources": len({copy.source for copy in copies}),
                    "data_set": str(data_set),
                    "first": other[0],
                },
            ),
            place=folder,
            hint=REMAKE,
        )
    stated = {copy.source: copy.source_sha256 for copy in copies if copy.source_sha256}
    changed = [name for name, digest in stated.items() if sha256_of(paths[name]) != digest]
    if changed:
        raise refusal(
            PictureSourceError,
            Message(
                "train-styled-changed",
                {"changed": len(changed), "stated": len(stated), "first": changed[0]},
            ),
            place=folder,
            hint=REMAKE,
        )


def _check_whole(of_source: dict[str, dict[int, Path]], styles: set[int], folder: Path) -> None:
    """Refuse a set in which a picture lacks a copy that others have."""
    counts = np.array([len(copies) for copies in of_source.values()])
    # A set without the style of a picture's own camera is whole, too.
    wanted = len(styles) if counts.max(initial=0) >= len(styles) else max(len(styles) - 1, 1)
    missing = int((wanted - counts).clip(0).sum())
    if missing:
        first = next(name for name, copies in of_source.items() if len(copies) < wanted)
        raise refusal(
            PictureSourceError,
            Message(
                "train-styled-copies",
                {
                    "there": int(counts.sum()),
                    "wanted": wanted * len(of_source),
                    "first": first,
                    "copies": len(of_source[first]),
                    "copies_wanted": wanted,
                },
            ),
            place=folder,
            hint=Message("train-styled-go-on"),
        )
