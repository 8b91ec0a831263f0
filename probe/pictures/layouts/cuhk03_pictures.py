"""CUHK03 (Li et al., CVPR 2014) as single pictures `PPPP_II.jpg`, as some copies have it.

II 00 to 04 are of one camera of a pair, 05 to 09 of the other. The folder has no protocol: without
a list everybody is trained on. It is not the CUHK03-NP split of `cuhk03_np_labeled`.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from probe.pictures.labelled import Integers, ReidData
from probe.pictures.layout import Layout
from probe.pictures.layouts._named import all_named, read_named_pictures

NAME = re.compile(r"(\d{4})_(\d{2})")

FIRST_CAMERA = 5
"""Pictures below this number are of the first camera."""


def _person_and_camera(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), 0 if int(match[2]) < FIRST_CAMERA else 1


def _nobody(people: Integers) -> Integers:
    return people[:0]


def _read(folder: Path) -> ReidData:
    return read_named_pictures("cuhk03_pictures", folder, NAME, _person_and_camera, _nobody)


spec = Layout(
    summary="CUHK03 as PPPP_II.jpg; test.txt names the people to test, else none is",
    read=_read,
    recognises=partial(all_named, pattern=NAME),
)
