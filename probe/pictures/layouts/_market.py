"""Market-1501 and all that have its form: DukeMTMC-reID, CUHK03-NP, PersonX, the scenes export.

Traps: `-1` is junk and is never loaded; `0000` is background, which stays in the gallery as
negatives and must not become a class in training.
"""

from __future__ import annotations

import re
from pathlib import Path

from probe.errors import PictureSourceError
from probe.pictures.decoding import SUFFIXES
from probe.pictures.labelled import JUNK, LabelledPictures, ReidData, pictures_of
from probe.pictures.layout import WrongLayoutError, folder_and_inner
from probe.wording import Message, refusal

PARTS = {"train": "bounding_box_train", "query": "query", "gallery": "bounding_box_test"}
NAME = re.compile(r"(-?\d+)_c(\d+)")
BACKGROUND = 0
"""Person number of what shows nobody, as the authors of Market-1501 number it."""


def read_market(root: Path, name: str) -> ReidData:
    """Read a folder of Market-1501's form.

    Args:
        root: holds `bounding_box_train`, `query`, `bounding_box_test`, or one folder that does.
        name: of the data set, for messages.

    Raises:
        WrongLayoutError: the three folders are not there.
        PictureSourceError: they hold no pictures, or some whose names do not say the person.
    """
    home = _home(root, name)
    parts = {part: _part(home, folder, name) for part, folder in PARTS.items()}
    training = parts["train"]
    parts["train"] = training.only(training.people != BACKGROUND)
    if not any(len(part) for part in parts.values()):
        raise refusal(
            PictureSourceError,
            Message("pictures-three-folders-empty"),
            place=home,
            hint=Message("pictures-unpack-again"),
        )
    return ReidData(name, parts["train"], parts["query"], parts["gallery"])


def looks_like_market(root: Path) -> bool:
    """Whether a folder, or the only folder in it, has the test folders of Market-1501."""
    wanted = (PARTS["query"], PARTS["gallery"])
    return any(all((home / part).is_dir() for part in wanted) for home in folder_and_inner(root))


def _home(root: Path, name: str) -> Path:
    for home in folder_and_inner(root):
        if all((home / folder).is_dir() for folder in PARTS.values()):
            return home
    raise refusal(
        WrongLayoutError,
        Message("pictures-no-folder-of-lacks", {"layout": name, "parts": tuple(PARTS.values())}),
        place=root,
        hint=Message("pictures-name-holder"),
    )


def _part(home: Path, folder: str, name: str) -> LabelledPictures:
    rows, unnamed = [], []
    for path in sorted((home / folder).rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        name_parts = NAME.match(path.name)
        below = path.relative_to(home).as_posix()
        if name_parts is None:
            unnamed.append(below)
        elif int(name_parts.group(1)) != JUNK:
            rows.append((below, int(name_parts.group(1)), int(name_parts.group(2)) - 1))
    if unnamed and not rows:
        raise refusal(
            PictureSourceError,
            Message("pictures-none-named-as", {"layout": name, "first": unnamed[0]}),
            place=home / folder,
            hint=Message("pictures-identity-folders"),
        )
    if unnamed:
        raise refusal(
            PictureSourceError,
            Message(
                "pictures-not-named-market",
                {"unnamed": len(unnamed), "all": len(unnamed) + len(rows), "first": unnamed[0]},
            ),
            place=home / folder,
            hint=Message("pictures-rename-or-move"),
        )
    return pictures_of(home, rows)
