"""What sections are built from: the run as a whole, and one protocol of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from probe.protocol.model import Protocol
from probe.reports.album import Album
from probe.reports.axis import Axis, axis_of
from probe.reports.cells import Cell, cells_of, place_of
from probe.reports.models import Model, models_of
from probe.reports.pictures import (
    SHOWN,
    SIDE_BY_SIDE,
    SheetIds,
    SheetRow,
    others_per_row,
    sheet_ids,
    sheet_rows,
    shown_per_row,
    shown_subject,
)
from probe.reports.source import Source
from probe.reports.words import Words


@dataclass(frozen=True, eq=False)
class Chapter:
    """One protocol: its conditions, figures and pictures.

    Attributes:
        source: the run.
        album: where pictures of the report are kept.
        subject: the person whose pictures are shown.
        protocol: the chapter's.
        axis: its conditions.
        others: how many other people a row of its contact sheet shows.
        most: how many pictures of the shown person it shows at most.
    """

    source: Source
    album: Album
    subject: str
    protocol: Protocol
    axis: Axis
    others: int
    most: int = SHOWN

    @property
    def key(self) -> str:
        """Name of the protocol."""
        return self.protocol.name

    @property
    def title(self) -> str:
        """Title of the protocol in the report's language."""
        return self.protocol.title.language(self.source.language)

    @property
    def fall_wanted(self) -> bool:
        """Whether a good model's score should fall: misses are no fault then."""
        return self.protocol.expectation == "sensitive"

    @property
    def words(self) -> Words:
        """The words of the report's language."""
        return self.source.words

    @cached_property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """For every model, the cells with `i <= j`."""
        return tuple(cells_of(self.source, self.key, name) for name in self.source.run.backbones)

    def cell(self, model: int, i: int, j: int) -> Cell:
        """The cell of two conditions and a model, by its index."""
        return self.cells[model][place_of(len(self.axis.full), i, j)]

    @cached_property
    def no_margin(self) -> str:
        """That the standard condition itself fails, so that retention means nothing and is left
        out; empty where no model fails there.
        """
        names, shorts = self.source.run.backbones, self.source.shorts
        rates = {name: self.source.failing(self.key, name) for name in names}
        failing = {shorts[name]: rate for name, rate in rates.items() if rate is not None}
        if not failing:
            return ""
        models = tuple(failing) if len(failing) < len(names) else None
        return self.words.text(
            "report-no-margin-with", rates=tuple(failing.values()), models=models
        )

    @cached_property
    def shown(self) -> SheetIds:
        """Image ids of the contact sheet."""
        images = self.source.run.images
        here = images[images["protocol"] == self.key]
        return sheet_ids(here, len(self.protocol.conditions), self.subject, self.others, self.most)

    @cached_property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows of the contact sheet, with keys of pictures."""
        return sheet_rows(self.shown, self.album)

    def picture(self, condition: int) -> str:
        """Key of a picture of the shown person in a condition; empty where there is none."""
        return next((key for key in self.rows[condition].subject if key), "")


@dataclass(frozen=True, eq=False)
class Study:
    """A run and everything that several sections look at.

    Attributes:
        source: the run.
        album: where pictures of the report are kept.
        subject: the person whose pictures are shown.
        chapters: one a protocol, in the order of the run.
    """

    source: Source
    album: Album
    subject: str
    chapters: tuple[Chapter, ...]

    @property
    def words(self) -> Words:
        """The words of the report's language."""
        return self.source.words

    @cached_property
    def models(self) -> tuple[Model, ...]:
        """The models in the order of the run."""
        return models_of(self.source)


def study_of(source: Source) -> Study:
    """A run as the sections see it."""
    album, subject = Album(source.run), shown_subject(source.run, source.variant)
    axes = {name: axis_of(p, source.language) for name, p in source.protocols.items()}
    blocks = [len(a.blocks) if len(a.full) > SIDE_BY_SIDE else 1 for a in axes.values()]
    conditions = [len(a.full) for a in axes.values()]
    others, most = others_per_row(conditions, blocks), shown_per_row(sum(conditions))
    chapters = tuple(
        Chapter(source, album, subject, protocol, axes[name], room, most)
        for (name, protocol), room in zip(source.protocols.items(), others, strict=True)
    )
    return Study(source, album, subject, chapters)
