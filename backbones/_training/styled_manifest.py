"""What a styled set is to hold: its manifest, and whether its list is whole.

A styled set is a folder with `pictures.csv`, an ordinary table of pictures, and `styled.json`,
which says what drew them and how many there will be. The list grows while they are drawn.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from probe.errors import PictureSourceError
from probe.files.atomic import write_text
from probe.pictures.table_file import read_table
from probe.wording import Message, refusal

PICTURES, MANIFEST = "pictures.csv", "styled.json"
COLUMNS = ("path", "person", "camera", "source", "source_sha256", "sha256")
"""Of `pictures.csv`: `camera` is the one whose style a picture has, `source` the picture's name in
its data set, `sha256` that of the file at `path`."""


@dataclass(frozen=True)
class StyledManifest:
    """What decides the pictures of a styled set.

    Attributes:
        generator: for people.
        generator_sha256: of its weights file.
        statistics: what normalised its pictures, `instance` or `running`.
        data: form of the data set.
        size: (height, width).
        cameras: numbers of the cameras whose styles are drawn, as the data set has them.
        own_camera: whether a picture has a copy in its own camera's style.
        sources: pictures of the data set.
        sources_sha256: over their names and contents.
        expected: styled pictures in all.
    """

    generator: str
    generator_sha256: str
    statistics: str
    data: str
    size: tuple[int, int]
    cameras: tuple[int, ...]
    own_camera: bool
    sources: int
    sources_sha256: str
    expected: int


def write_manifest(folder: Path, manifest: StyledManifest) -> None:
    """Write `styled.json`."""
    write_text(folder / MANIFEST, json.dumps(asdict(manifest), indent=1) + "\n")


def read_manifest(folder: Path) -> StyledManifest | None:
    """The manifest of a folder; None where it has none.

    Raises:
        PictureSourceError: the file is no manifest.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        return TypeAdapter(StyledManifest).validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        raise refusal(
            PictureSourceError,
            Message("train-no-styled-manifest", {"detail": str(error).splitlines()[0]}),
            place=path,
            hint=Message("train-draw-styled-again"),
        ) from None


def list_rows(table: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a styled set's list, by column.

    Args:
        table: the file.
        needed: columns by which its separator is known.

    Raises:
        PictureSourceError: no readable table; the message names the line.
    """
    return [row for _, row in read_table(table, needed).rows]


def check_whole(table: Path, listed: int) -> None:
    """Refuse the list of a styled set that is not finished.

    Args:
        table: the file that is read; one without a manifest beside it is no styled set.
        listed: pictures in it.

    Raises:
        PictureSourceError: pictures are missing; they are counted.
    """
    manifest = read_manifest(table.parent) if table.name == PICTURES else None
    if manifest is not None and listed != manifest.expected:
        raise refusal(
            PictureSourceError,
            Message("train-styled-not-whole", {"listed": listed, "expected": manifest.expected}),
            place=table,
            hint=Message("train-styled-go-on"),
        )
