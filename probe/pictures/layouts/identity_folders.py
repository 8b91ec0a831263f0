"""One folder a person, to train on; or one in `query` and one in `gallery`, to evaluate."""

from __future__ import annotations

from pathlib import Path

from probe.pictures.labelled import ReidData
from probe.pictures.layout import Layout
from probe.pictures.layouts._folders import read_people

NAME = "identity_folders"


def _read(folder: Path) -> ReidData:
    return read_people(folder, NAME)


spec = Layout(
    summary="one folder a person, or query/PERSON and gallery/PERSON",
    read=_read,
    takes_any_folder=True,
)
