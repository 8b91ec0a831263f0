"""With the background removed: the same figures again, and what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from probe.reports.cells import Cell, against_standard, cell_json, cells_of, other_of
from probe.reports.figure import Figure
from probe.reports.matrix import (
    KINDS,
    LARGEST_CHANGE,
    Matrix,
    Ramp,
    ends_of,
    matrix_of,
    ramp_of,
    ramp_of_changes,
)
from probe.reports.section import Json, Names, Section, declared, plain
from probe.reports.sections.masked.table import MaskedRow, table_of
from probe.reports.source import Source
from probe.reports.study import Chapter
from probe.runs.manifest import COSINE
from probe.runs.paths import UNMASKED
from probe.runs.stored import StoredMasks
from probe.wording.numbers import NONE

SHOWN = 4
"""Conditions whose pictures are shown with and without background (ours: one row of pairs)."""

WIDE = 8
"""With more conditions the heat map as shot is not printed a second time (ours: three do not stand
beside each other then)."""

HEIGHT = 220
"""Height of these pictures in pixels (ours)."""


@dataclass(frozen=True)
class MaskedPicture:
    """A condition's picture as shot and with its background removed (keys of pictures)."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class MaskedModel:
    """One model with and without background.

    Attributes:
        matrices: mean cosine as shot (left out for many conditions), masked, and the change.
        threshold: as shot and masked, as printed.
        strangers: mean cosine of strangers in the standard condition, as shot and masked.
        note: both in words, where there are any.
    """

    matrices: tuple[Matrix, ...]
    threshold: tuple[str, str]
    strangers: tuple[str, str]
    note: str


@dataclass(frozen=True)
class Masked:
    """A mask variant of a chapter.

    Attributes:
        variant: its name.
        caption: what was done, with coverage and refusals.
        finding: what the cells carry.
        pictures: with and without background.
        heads: what the matrices of a model are.
        models: one a model.
        ramps: scales of the heat maps and of their changes.
        columns: heads of the table.
        rows: its rows.
        cells: for every model, all cells `i <= j` of this variant, row by row.
    """

    variant: str
    caption: str
    finding: str
    pictures: tuple[MaskedPicture, ...]
    heads: tuple[str, ...]
    models: tuple[MaskedModel, ...]
    ramps: tuple[Ramp, Ramp]
    columns: tuple[str, ...]
    rows: tuple[MaskedRow, ...]
    cells: tuple[tuple[Cell, ...], ...] = field(repr=False)


def build(chapter: Chapter) -> tuple[Masked, ...] | None:
    """Every mask variant of a chapter; None in a run without masks."""
    variants = [name for name in chapter.source.run.manifest.variants if name != UNMASKED]
    return tuple(_variant(chapter, name) for name in variants) or None


def to_json(data: tuple[Masked, ...] | None, names: Names) -> Mapping[str, Json]:
    """`masked`: one entry a variant, heat maps as their printed cells."""
    return {"masked": [_variant_json(masked, names) for masked in data or ()]}


def to_paper(data: tuple[Masked, ...]) -> Json:
    """All but the figures of single cells."""
    parts = ("variant", "caption", "finding", "pictures", "heads", "models", "ramps")
    return [declared(masked, *parts, "columns", "rows") for masked in data]


def _variant_json(masked: Masked, names: Names) -> Json:
    models: list[Json] = [
        {
            "model": name,
            **declared(model, "threshold", "strangers"),
            **{
                head: plain(matrix.texts)
                for head, matrix in zip(masked.heads, model.matrices, strict=True)
            },
        }
        for name, model in zip(names, masked.models, strict=True)
    ]
    rows: list[Json] = [
        {**declared(row, "level", "columns"), "model": names[row.model]} for row in masked.rows
    ]
    cells: list[Json] = [
        {"model": name, "cells": [cell_json(cell) for cell in model]}
        for name, model in zip(names, masked.cells, strict=True)
    ]
    head = declared(masked, "variant", "caption", "finding", "columns")
    return {**head, "models": models, "rows": rows, "cells": cells}


def _variant(chapter: Chapter, variant: str) -> Masked:
    source, words = chapter.source, chapter.words
    masked = replace(source, variant=variant)
    after = tuple(cells_of(masked, chapter.key, name) for name in source.run.backbones)
    masks = source.run.masks(variant)
    columns, rows = table_of(chapter, variant, after)
    marked = words.score == COSINE
    changes = ramp_of_changes(words, "report-masked-lower", "report-masked-higher", marked=marked)
    return Masked(
        variant=variant,
        caption=_caption(chapter, masked, masks),
        finding=source.sentence("masked", chapter.key, variant),
        pictures=_pictures(chapter, variant),
        heads=_heads(chapter),
        models=tuple(_model(chapter, masked, k, after[k]) for k in range(len(after))),
        ramps=(ramp_of(KINDS[0], words), changes),
        columns=columns,
        rows=rows,
        cells=after,
    )


def _caption(chapter: Chapter, masked: Source, masks: StoredMasks) -> str:
    source, text = chapter.source, chapter.words.text
    failures = [f for f in source.run.manifest.failures if f.variant == masked.variant]
    cover, quality = masks.coverages(), source.run.mask_quality(masked.variant)
    sentences = [
        text(
            "report-masked-caption",
            by=masked.variant,
            fill=masks.fill,
            refused=sum(f.protocol == chapter.key for f in failures),
            why=_reasons(source, masks),
            cover=(float(cover.min()), float(cover.max())),
        )
    ]
    if quality:
        figures = {"mean": quality["iou_mean"], "low": quality["iou_low"]}
        sentences.append(text("report-masked-quality", pictures=quality["pictures"], **figures))
    if masked.decided:
        sentences.append(text("report-masked-threshold"))
    elif source.decided:
        sentences.append(text("report-masked-undecided", why=masked.why_undecided))
    return source.words.sentences(sentences)


def _reasons(source: Source, masks: StoredMasks) -> str:
    reasons = [source.printer.note(r) for r in dict.fromkeys(masks.refused.values())]
    if len(reasons) > 1:
        return source.words.text("report-masked-reasons", reason=reasons[0])
    return reasons[0] if reasons else NONE


def _heads(chapter: Chapter) -> tuple[str, ...]:
    words = chapter.words
    heads = (words.text("report-as-shot"), words.text("report-masked"), words.text("report-change"))
    return heads if len(chapter.axis.full) <= WIDE else heads[1:]


def _pictures(chapter: Chapter, variant: str) -> tuple[MaskedPicture, ...]:
    add, pictures = chapter.album.add, []
    for condition in _chosen(chapter):
        images = chapter.shown.subject[condition]
        pairs = ((add(i, HEIGHT), add(i, HEIGHT, variant)) for i in images)
        before, after = next((pair for pair in pairs if all(pair)), ("", ""))
        if after:
            pictures.append(MaskedPicture(chapter.axis.full[condition], before, after))
    return tuple(pictures)


def _chosen(chapter: Chapter) -> list[int]:
    """All conditions where there are few; else the standard, the lowest, the first, the last."""
    n, standard = len(chapter.axis.full), chapter.axis.standard
    if n <= SHOWN:
        return list(range(n))
    others = against_standard(chapter.cells[0], standard, with_standard=False)
    # 2 is above every cosine: a cell without pairs is never the lowest.
    worst = min(others, key=lambda c: c.mean.value if c.mean.value is not None else 2.0)
    return sorted({standard, other_of(worst, standard), 0, n - 1})


def _model(chapter: Chapter, masked: Source, model: int, after: Sequence[Cell]) -> MaskedModel:
    axis, s, source = chapter.axis, chapter.axis.standard, chapter.source
    name, both = source.run.backbones[model], (chapter.cells[model], after)
    shot, filled = ({(c.i, c.j): c.mean for c in cells} for cells in both)
    change = {place: _difference(source, shot[place], filled[place]) for place in shot}
    ends = ends_of(KINDS[0], source.run.manifest.backbones[model])
    largest = LARGEST_CHANGE * (ends[1] - ends[0])  # of cosines, whose scale is 0..1
    matrices = (
        matrix_of("mean", shot, axis, ends),
        matrix_of("mean", filled, axis, ends),
        matrix_of("change", change, axis, (-largest, largest)),
    )
    cuts = (source.cut(name), masked.cut(name))
    strangers = [next(c.strangers for c in cells if c.i == c.j == s) for cells in both]
    notes = [
        chapter.words.text(key, shot=shot, masked=filled)
        for key, (shot, filled) in (
            ("report-masked-thresholds", cuts),
            ("report-masked-strangers", [figure.value for figure in strangers]),
        )
        if shot is not None or filled is not None
    ]
    unit = source.printer.unit
    return MaskedModel(
        matrices=matrices[-len(_heads(chapter)) :],
        threshold=(unit(cuts[0]), unit(cuts[1])),
        strangers=(strangers[0].text, strangers[1].text),
        note=" · ".join(notes),
    )


def _difference(source: Source, before: Figure, after: Figure) -> Figure:
    if before.value is None or after.value is None:
        return Figure(NONE)
    value = after.value - before.value
    return Figure(source.printer.change_in_units(value), value)


SECTION = Section(__name__, build, to_json, to_paper=to_paper, figures=len)
