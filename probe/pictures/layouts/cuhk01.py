"""CUHK01, campus (Li, Zhao and Wang, ACCV 2012): 971 people, two cameras, two pictures in each.

Files are `PPPPIII.png`: person, then 001 and 002 in the first camera, 003 and 004 in the second.
Splits differ from paper to paper; without a list the first 485 people are trained on and the others
tested, the counts of the usual 485 / 486 split, but its people are drawn at random there.
"""

from __future__ import annotations

import re
from pathlib import Path

from probe.pictures.labelled import Integers, ReidData
from probe.pictures.layout import Layout
from probe.pictures.layouts._named import all_named, read_named_pictures

NAME = re.compile(r"(\d{4})(\d{3})")
FOLDER = "campus"

FIRST_CAMERA = 2
"""Pictures up to this number are of the first camera."""

TRAINED = 485
"""People that are trained on where no list names those to test."""


def _person_and_camera(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), 0 if int(match[2]) <= FIRST_CAMERA else 1


def _later_half(people: Integers) -> Integers:
    return people[TRAINED:]


def _home(folder: Path) -> Path:
    return folder / FOLDER if (folder / FOLDER).is_dir() else folder


def _read(folder: Path) -> ReidData:
    return read_named_pictures("cuhk01", _home(folder), NAME, _person_and_camera, _later_half)


def _recognises(folder: Path) -> bool:
    return all_named(_home(folder), NAME)


spec = Layout(
    summary="CUHK01: campus/PPPPIII.png; test.txt names the people to test",
    read=_read,
    recognises=_recognises,
)
