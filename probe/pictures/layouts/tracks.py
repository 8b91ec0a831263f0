"""Tracks of people under cameras, as `probe scenes` exports them: one folder a person."""

from __future__ import annotations

from pathlib import Path

from probe.pictures.labelled import ReidData
from probe.pictures.layout import Layout
from probe.pictures.layouts._folders import read_people

NAME = "tracks"
"""Of the layout, and of the folder that the export writes masks and keypoints beside."""


def _read(folder: Path) -> ReidData:
    inner = folder / NAME
    return read_people(inner if inner.is_dir() else folder, NAME)


def _recognises(folder: Path) -> bool:
    return (folder / NAME).is_dir()


spec = Layout(
    summary="one folder a track, PERSON_cCAMERA..., in a folder `tracks` or here",
    read=_read,
    recognises=_recognises,
    takes_any_folder=True,
)
