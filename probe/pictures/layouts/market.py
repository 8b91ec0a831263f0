"""Market-1501 and all that have its form: DukeMTMC-reID, CUHK03-NP, PersonX, the scenes export.

Traps: `-1` is junk and is never loaded; `0000` is background, which stays in the gallery as
negatives and must not become a class in training.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from probe.errors import PictureSourceError
from probe.pictures.decoding import SUFFIXES
from probe.pictures.layouts.labelled import JUNK, LabelledPictures, ReidData, pictures_of

PARTS = {"train": "bounding_box_train", "query": "query", "gallery": "bounding_box_test"}
NAME = re.compile(r"(-?\d+)_c(\d+)")
BACKGROUND = 0


def read_market(root: Path, name: str = "market1501") -> ReidData:
    """Read a folder of Market-1501's form.

    Args:
        root: holds `bounding_box_train`, `query`, `bounding_box_test`, or one folder that does.
        name: of the data set, for messages.

    Raises:
        PictureSourceError: it has another form, or no picture has a name of the form.
    """
    home = _home(root, name)
    parts = {part: _part(home, folder, name) for part, folder in PARTS.items()}
    training = parts["train"]
    parts["train"] = training.only(training.people != BACKGROUND)
    if not any(len(part) for part in parts.values()):
        raise PictureSourceError("the three folders hold no pictures", place=home)
    return ReidData(name, parts["train"], parts["query"], parts["gallery"])


def looks_like_market(root: Path) -> bool:
    """Whether a folder, or the only folder in it, has the test folders of Market-1501."""
    wanted = (PARTS["query"], PARTS["gallery"])
    return any(all((home / part).is_dir() for part in wanted) for home in _candidates(root))


def _candidates(root: Path) -> list[Path]:
    inner = sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    return [root, *inner[:8]]


def _home(root: Path, name: str) -> Path:
    if not root.is_dir():
        raise PictureSourceError("there is no such folder", place=root)
    for home in _candidates(root):
        if all((home / folder).is_dir() for folder in PARTS.values()):
            return home
    raise PictureSourceError(
        f"this is no folder of {name}: it has no {', '.join(PARTS.values())}",
        place=root,
        hint=_other_form(root),
    )


def _other_form(root: Path) -> str:
    from probe.pictures.layouts.registry import form_of

    found = form_of(root)
    return f"It looks like {found}: {found}={root}" if found else "Name the folder that holds them."


def _part(home: Path, folder: str, name: str) -> LabelledPictures:
    rows, strange = [], []
    for path in sorted((home / folder).rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        found = NAME.match(path.name)
        below = path.relative_to(home).as_posix()
        if found is None:
            strange.append(below)
        elif int(found.group(1)) != JUNK:
            rows.append((below, int(found.group(1)), int(found.group(2)) - 1))
    if strange and not rows:
        raise PictureSourceError(
            f"no picture is named as in {name} (PERSON_cCAMERA...), the first is {strange[0]}",
            place=home / folder,
            hint="For one folder a person use identity_folders=DIR.",
        )
    if strange:
        raise PictureSourceError(
            f"{len(strange)} of {len(strange) + len(rows)} pictures are not named "
            f"PERSON_cCAMERA..., the first is {strange[0]}",
            place=home / folder,
            hint="Rename or move them; their person cannot be told.",
        )
    return pictures_of(home, rows)


def people_in_both(data: ReidData) -> int:
    """How many people of the query are also among the training pictures (there should be none)."""
    return len(np.intersect1d(data.train.people, data.query.people))
