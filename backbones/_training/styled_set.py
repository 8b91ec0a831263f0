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

REMAKE = "Make the styled set of the data set that --target names."


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
        raise PictureSourceError(
            "no styled set is here (there is no such file)",
            place=path,
            hint=f"{neighbours(path)}; a styled set is what `probe generate` leaves",
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
        raise PictureSourceError(
            f"not the list of a styled set ({error})",
            place=path,
            hint="It needs the columns path, camera and source, a number in camera.",
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
        raise PictureSourceError(
            "all pictures of the target have one camera number: it has one camera, or names none; "
            "there is no other camera's style",
            place=data_set,
            hint="Camera styles need a target of two cameras or more; without one, train with "
            "source pictures alone.",
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
        raise PictureSourceError(
            f"this styled set is of other pictures: {len(other)} of its "
            f"{len({copy.source for copy in copies})} sources are not in {data_set}, such as "
            f"{other[0]}",
            place=folder,
            hint=REMAKE,
        )
    stated = {copy.source: copy.source_sha256 for copy in copies if copy.source_sha256}
    changed = [name for name, digest in stated.items() if sha256_of(paths[name]) != digest]
    if changed:
        raise PictureSourceError(
            f"{len(changed)} of {len(stated)} pictures are others than those it was made of, such "
            f"as {changed[0]}",
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
        raise PictureSourceError(
            f"the styled set is not whole: {int(counts.sum()):,} of "
            f"{wanted * len(of_source):,} copies are there, {first} has {len(of_source[first])} "
            f"of {wanted}",
            place=folder,
            hint="Go on with it: the same `probe generate` with --resume.",
        )
