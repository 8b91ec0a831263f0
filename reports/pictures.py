"""The pictures a report shows: which ones, small, each kept once."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from probe.reports.document import Picture, SheetRow
from probe.runs.store import UNMASKED, Run

if TYPE_CHECKING:
    import pandas as pd

THUMB = 144
"""Height of a contact-sheet picture in pixels: twice the size it is shown at."""

OWN = 5
"""Pictures of the shown person in a row."""

BUDGET = 900
"""Contact-sheet pictures of a whole report; the rows of other people give way first."""


@dataclass(frozen=True, eq=False)
class Album:
    """Collects the pictures of a document; a picture asked for twice is kept once.

    Attributes:
        run: where renditions lie.
        kept: pictures so far, by key.
    """

    run: Run
    kept: dict[str, Picture] = field(default_factory=dict)
    _keys: dict[tuple[str, str, int], str] = field(default_factory=dict)

    def add(self, image_id: str | None, height: int = THUMB, variant: str = UNMASKED) -> str:
        """Key of a picture at most `height` pixels high; empty when it was not kept."""
        if not image_id:
            return ""
        place = (image_id, variant, height)
        if place not in self._keys:
            path = self.run.picture(image_id, variant)
            if path is None:
                return ""
            key = f"p{len(self.kept)}"
            self._keys[place] = key
            self.kept[key] = _small(key, path.read_bytes(), height)
        return self._keys[place]

    def rendition(self, image_id: str | None, variant: str = UNMASKED) -> bytes | None:
        """The bytes of the picture that the run kept, None when it kept none."""
        path = self.run.picture(image_id, variant) if image_id else None
        return path.read_bytes() if path else None

    @property
    def holds_any(self) -> bool:
        """Whether the run kept pictures."""
        return any(name.startswith("pictures/") for name in self.run.manifest.files)

    def put(self, name: str, data: bytes, size: tuple[int, int]) -> str:
        """Key of a picture made for the report, kept once under its name; size: (width, height)."""
        place = (name, "", 0)
        if place not in self._keys:
            key = f"p{len(self.kept)}"
            self._keys[place] = key
            self.kept[key] = Picture(key, *size, data)
        return self._keys[place]


def _small(key: str, data: bytes, height: int) -> Picture:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        if image.height <= height:
            return Picture(key, image.width, image.height, data)
        width = max(1, round(image.width * height / image.height))
        small = image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        small.save(buffer, "WEBP", quality=70, method=4)
        return Picture(key, width, height, buffer.getvalue())


def ordered(images: pd.DataFrame) -> pd.DataFrame:
    """Usable pictures in the order of camera, day and take (numbers as numbers)."""
    usable = images[images["status"] == "ok"]
    order = sorted(
        usable.index,
        key=lambda k: [_natural(usable.at[k, name]) for name in ("camera", "day", "take")],
    )
    return usable.loc[order]


def _natural(value: Any) -> tuple[int, str]:
    text = "" if value is None else str(value)
    return (int(text), "") if text.isdigit() else (10**9, text)


def shown_subject(run: Run, variant: str) -> str:
    """The person whose mean mated score (first backbone) is nearest the median of all people's."""
    images, pairs = run.images, run.pairs
    own = images[images["role"] == "subject"].drop_duplicates("image_id")
    who = own.set_index("image_id")["subject"]
    if not len(who):
        return ""
    chosen = pairs[
        (pairs["kind"] == "mated")
        & (pairs["variant"] == variant)
        & (pairs["backbone"] == run.backbones[0])
    ]
    means = chosen.groupby(chosen["image_a"].map(who))["score"].mean().sort_index()
    if not len(means):
        return str(sorted(who.unique())[0])
    return str((means - means.median()).abs().idxmin())


@dataclass(frozen=True)
class SheetIds:
    """Image ids of a contact sheet: per condition the shown person's, then other people's."""

    own: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str | None, ...], ...]
    strangers: bool


def sheet_ids(images: pd.DataFrame, conditions: int, subject: str, others: int) -> SheetIds:
    """Pictures of every condition: up to five of `subject`, one each of up to `others` people."""
    usable = ordered(images)
    own = usable[(usable["role"] == "subject") & (usable["subject"] == subject)]
    strangers = usable[usable["role"] == "stranger"]
    rest = strangers if len(strangers) else usable[usable["subject"] != subject]
    people = sorted({str(s) for s in rest["subject"]} - {subject})[:others]
    firsts = rest.drop_duplicates(["condition", "subject"]).set_index(["condition", "subject"])
    found = firsts["image_id"].to_dict()
    return SheetIds(
        tuple(
            tuple(own.loc[own["condition"] == c, "image_id"].head(OWN)) for c in range(conditions)
        ),
        tuple(tuple(found.get((c, person)) for person in people) for c in range(conditions)),
        bool(len(strangers)),
    )


def sheet_rows(ids: SheetIds, album: Album) -> tuple[SheetRow, ...]:
    """The rows of a contact sheet, with the pictures put into the album."""
    return tuple(
        SheetRow(
            index, tuple(album.add(each) for each in own), tuple(album.add(each) for each in others)
        )
        for index, (own, others) in enumerate(zip(ids.own, ids.others, strict=True))
    )


def others_per_row(conditions: Sequence[int], blocks: Sequence[int]) -> list[int]:
    """How many other people a row shows, protocol by protocol, within the budget of pictures.

    Args:
        conditions: conditions of every protocol.
        blocks: blocks that stand side by side, of every protocol.
    """
    room = max(0, BUDGET - OWN * sum(conditions))
    fair = room // max(1, sum(conditions))
    return [min(6 if side > 1 else 14, fair) for side in blocks]
