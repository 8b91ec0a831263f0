"""Which pictures a report shows: of whom, and how many of every condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from probe.reports.album import Album
from probe.runs.reading import Run

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 5
"""Pictures of the shown person in a row: the takes of the shipped protocols, as the paper has
them."""

BUDGET = 900
"""Contact-sheet pictures of a whole report (ours: each takes some kB of the one file it is); the
rows of other people give way first, then further pictures of the shown person."""

SIDE_BY_SIDE = 8
"""Contact sheets with more rows stand side by side, block by block (ours: what a screen shows at
once)."""

MOST_OTHERS, MOST_OTHERS_BESIDE = 14, 6
"""Other people in a row at most, over the whole width and in one of two columns (ours: they
fit)."""


@dataclass(frozen=True)
class SheetRow:
    """Pictures of one condition: the shown person's, then other people's (empty: none)."""

    index: int
    subject: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class SheetIds:
    """Image ids of a contact sheet: per condition the shown person's, then other people's.

    Attributes:
        subject: up to five of the shown person.
        others: one each of other people, None where a person has none.
        strangers: whether the others are strangers in clothes of their own.
    """

    subject: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str | None, ...], ...]
    strangers: bool


MOST_DIGITS = 10
"""A longer number is ordered as text (ours: Python converts none of thousands of digits)."""


def ordered(images: pd.DataFrame) -> pd.DataFrame:
    """Usable pictures in the order of camera, day and take (numbers as numbers)."""
    usable = images[images["status"] == "ok"]
    order = sorted(
        usable.index,
        key=lambda k: [_natural(usable.at[k, name]) for name in ("camera", "day", "take")],
    )
    return usable.loc[order]


def _natural(value: object) -> tuple[int, str]:
    text = "" if value is None else str(value)
    number = text.isdecimal() and len(text) < MOST_DIGITS
    return (int(text), "") if number else (10**9, text)


def shown_subject(run: Run, variant: str) -> str:
    """The person whose mean mated score (first backbone) is nearest the median of all people's."""
    images, pairs = run.images, run.pairs_of(variant, run.backbones[0])
    subjects = images[images["role"] == "subject"].drop_duplicates("image_id")
    who = subjects.set_index("image_id")["subject"]
    if not len(who):
        return ""
    chosen = pairs[pairs["kind"] == "mated"]
    means = chosen.groupby(chosen["image_a"].map(who))["score"].mean().sort_index()
    if not len(means):
        return str(sorted(who.unique())[0])
    return str((means - means.median()).abs().idxmin())


def sheet_ids(
    images: pd.DataFrame, conditions: int, subject: str, others: int, most: int = SHOWN
) -> SheetIds:
    """Pictures of every condition: up to `most` of `subject`, one each of up to `others` people."""
    usable = ordered(images)
    shown = usable[(usable["role"] == "subject") & (usable["subject"] == subject)]
    strangers = usable[usable["role"] == "stranger"]
    rest = strangers if len(strangers) else usable[usable["subject"] != subject]
    people = sorted({str(s) for s in rest["subject"]} - {subject})[:others]
    firsts = rest.drop_duplicates(["condition", "subject"]).set_index(["condition", "subject"])
    first_of = firsts["image_id"].to_dict()
    return SheetIds(
        tuple(
            tuple(shown.loc[shown["condition"] == c, "image_id"].head(most))
            for c in range(conditions)
        ),
        tuple(tuple(first_of.get((c, person)) for person in people) for c in range(conditions)),
        bool(len(strangers)),
    )


def sheet_rows(ids: SheetIds, album: Album) -> tuple[SheetRow, ...]:
    """The rows of a contact sheet, with the pictures put into the album."""
    return tuple(
        SheetRow(
            index, tuple(album.add(image) for image in shown), tuple(album.add(i) for i in others)
        )
        for index, (shown, others) in enumerate(zip(ids.subject, ids.others, strict=True))
    )


def shown_per_row(conditions: int) -> int:
    """How many pictures of the shown person a row has, of so many rows in all."""
    return max(1, min(SHOWN, BUDGET // max(1, conditions)))


def others_per_row(conditions: Sequence[int], blocks: Sequence[int]) -> list[int]:
    """How many other people a row shows, protocol by protocol, within the budget of pictures.

    Args:
        conditions: conditions of every protocol.
        blocks: blocks that stand side by side, of every protocol.
    """
    room = max(0, BUDGET - SHOWN * sum(conditions))
    fair = room // max(1, sum(conditions))
    return [min(MOST_OTHERS_BESIDE if side > 1 else MOST_OTHERS, fair) for side in blocks]
