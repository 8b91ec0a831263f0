"""PKU-Reid (Ma et al., ACCV 2016 workshop): people seen from eight directions by two cameras.

Files are `PPP_cC_oO.png`: person, camera 1 or 2, orientation 1 to 8. Without a list everybody is
tested: the set is small and is used to test on.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from probe.pictures.labelled import Integers, ReidData
from probe.pictures.layout import Layout
from probe.pictures.layouts._named import all_named, read_named_pictures

NAME = re.compile(r"(\d+)_c(\d)_o(\d)")


def _person_and_camera(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), int(match[2]) - 1


def _everybody(people: Integers) -> Integers:
    return people


def _read(folder: Path) -> ReidData:
    return read_named_pictures("pku_reid", folder, NAME, _person_and_camera, _everybody)


spec = Layout(
    summary="PKU-Reid: PPP_cC_oO.png; test.txt names the people to test, else all are",
    read=_read,
    recognises=partial(all_named, pattern=NAME),
)
