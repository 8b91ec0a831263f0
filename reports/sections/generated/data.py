"""People as generators draw them: in other poses, or in the styles of cameras."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from probe.reports.section import Json, Names, Section, declared, left_out, one_figure
from probe.reports.study import Chapter
from probe.runs.records import COPY, DrawnRecord, GeneratedRecord
from probe.wording.numbers import NONE

MOST_PEOPLE = 4
"""People whose pictures are shown (ours: each is a block of rows; figures are of everybody)."""

HEIGHT = 128
"""Of shown pictures at most, in pixels (ours: what small generators draw)."""

Kind = Literal["poses", "styles"]
FigureKey = Literal["l1", "ssim", "cosine", "other"]
FIGURES: dict[Kind, tuple[FigureKey, ...]] = {
    "poses": ("l1", "ssim", "cosine"),
    "styles": ("cosine", "other", "l1"),
}
"""What is shown of each kind; of a style L1 says how much it changes."""


@dataclass(frozen=True)
class PictureRow:
    """One row of a person: keys of pictures by condition, empty where there is none.

    Attributes:
        label: whose pictures these are.
        pictures: by condition.
    """

    label: str
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """A person turned through the conditions.

    Attributes:
        source: key of the picture that was given; empty where each condition has its own.
        rows: the true pictures, then those of each generator or style.
    """

    source: str
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True)
class FigureRow:
    """A figure of a generator, mean over people, as printed.

    Attributes:
        figure: name of the figure.
        name: of the generator, or of the copy of the source.
        texts: by condition, and of all conditions in the end.
    """

    figure: str
    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Generated:
    """What was drawn for a protocol.

    Attributes:
        head: what was done.
        caption: what is shown.
        note: what is missing; empty for nothing.
        people: some of them, with pictures.
        figures: of everybody.
    """

    head: str
    caption: str
    note: str
    people: tuple[Person, ...]
    figures: tuple[FigureRow, ...]


def build(chapter: Chapter) -> Generated | None:
    """What was drawn for the chapter's protocol; None where nobody was asked to draw."""
    record = chapter.source.run.generated
    stored = record["protocols"].get(chapter.key) if record else None
    if record is None or stored is None:
        return None
    rows, words = stored["drawn"], chapter.words
    missing = stored["missing"]
    subjects = tuple(dict.fromkeys(row["subject"] for row in rows))
    kind: Kind = record.get("kind", "poses")
    values = {"people": len(subjects), "shown": min(MOST_PEOPLE, len(subjects))}
    judge = record["judge"] or None
    styles, poses = "report-generated-styles", "report-generated-poses"
    return Generated(
        head=words.text("report-generated-head", kind=kind),
        caption=words.text(styles if kind == "styles" else poses, judge=judge, **values),
        note=words.text("report-generated-missing", pictures=missing) if missing else "",
        people=tuple(_person(chapter, record, rows, name) for name in subjects[:MOST_PEOPLE]),
        figures=_figures(chapter, record, rows),
    )


def to_json(data: Generated | None, _: Names) -> Mapping[str, Json]:
    """`generated`: its note and its figures; null where nobody was asked to draw."""
    return {"generated": declared(data, "note", "figures") if data else None}


def _person(
    chapter: Chapter, record: GeneratedRecord, rows: Sequence[DrawnRecord], subject: str
) -> Person:
    by_place = {(row["condition"], row["model"]): row for row in rows if row["subject"] == subject}
    conditions = range(len(chapter.axis.full))
    source = next(iter(by_place.values()))["source"]

    def shown(model: int, key_of: Callable[[DrawnRecord], str]) -> tuple[str, ...]:
        cells = (by_place.get((condition, model)) for condition in conditions)
        return tuple(key_of(row) if row else "" for row in cells)

    true = shown(COPY, lambda row: chapter.album.add(row["true"], HEIGHT))
    drawn = [
        PictureRow(name, shown(model, lambda row: _drawn(chapter, row["picture"])))
        for model, name in enumerate(record["models"])
    ]
    styles = record.get("kind") == "styles"
    label = chapter.words.text("report-generated-source" if styles else "report-generated-true")
    given = "" if styles else chapter.album.add(source, HEIGHT)
    return Person(given, (PictureRow(label, true), *drawn))


def _drawn(chapter: Chapter, name: str) -> str:
    """Key of a picture that was drawn."""
    from PIL import Image

    data = chapter.source.run.generated_picture(name)
    with Image.open(io.BytesIO(data), formats=("WEBP",)) as picture:
        size = picture.size
    return chapter.album.put(name, data, size)


def _figures(
    chapter: Chapter, record: GeneratedRecord, rows: Sequence[DrawnRecord]
) -> tuple[FigureRow, ...]:
    words = chapter.words
    kind: Kind = record.get("kind", "poses")
    copy = words.text("report-generated-copy", kind=kind)
    names = dict(enumerate(record["models"])) | {COPY: copy}
    table = []
    for key in FIGURES[kind]:
        measured = [row for row in rows if row.get(key) is not None]
        for model, name in names.items() if measured else ():
            drawn = [row for row in measured if row["model"] == model]
            cells = [
                [row for row in drawn if row["condition"] == condition]
                for condition in range(len(chapter.axis.full))
            ]
            texts = tuple(_mean(chapter, key, some) for some in (*cells, drawn))
            table.append(FigureRow(words.text("report-generated-figure", name=key), name, texts))
    return tuple(table)


def _mean(chapter: Chapter, key: FigureKey, rows: Sequence[DrawnRecord]) -> str:
    values = [value for row in rows if (value := row.get(key)) is not None]
    return chapter.words.numbers.unit(fmean(values), 2) if values else NONE


SECTION = Section(__name__, build, to_json, to_brief=left_out, figures=one_figure)
