"""With the background removed: the same figures again, and what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from probe.protocol.model import Protocol
from probe.reports.cells import cells_of, number
from probe.reports.document import Axis, Cell, Figure, Matrix
from probe.reports.matrices import matrix_of
from probe.reports.pictures import Album
from probe.reports.source import Source
from probe.reports.summary import against_standard, other_of
from probe.runs.store import UNMASKED, StoredMasks
from probe.wording.numbers import NONE, amount, count, percents, span, unit

SHOWN = 4
"""Conditions whose pictures are shown with and without background."""

WIDE = 8
"""With more conditions the heat map as shot is not printed a second time."""

HEIGHT = 220
LARGEST = 0.2
"""Ends of the scale of changes."""

Row = Mapping[str, Any]
Line = tuple[str, str]


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
class MaskedRow:
    """One model at one condition; `columns` are printed figures with what stands below them."""

    level: str
    model: int
    columns: tuple[Line, ...]


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
    columns: tuple[str, ...]
    rows: tuple[MaskedRow, ...]
    cells: tuple[tuple[Cell, ...], ...] = field(repr=False)


def masked_of(
    source: Source,
    protocol: Protocol,
    axis: Axis,
    cells: Sequence[Sequence[Cell]],
    shown: tuple[Sequence[Sequence[str]], Album],
) -> tuple[Masked, ...]:
    """Every mask variant of a chapter.

    Args:
        source: the run as shot.
        protocol: the chapter's.
        axis: its conditions.
        cells: for every model, the cells as shot.
        shown: the shown person's image ids of every condition, and where pictures are kept.
    """
    found = []
    for variant in source.run.manifest.variants:
        if variant == UNMASKED:
            continue
        own = replace(source, variant=variant)
        after = [cells_of(own, protocol.name, name) for name in source.run.backbones]
        masks = source.run.masks(variant)
        columns, rows = _table(source, variant, protocol, axis, (cells, after))
        found.append(
            Masked(
                variant=variant,
                caption=_caption(source, own, protocol, masks),
                finding=source.sentence("masked", protocol.name, variant),
                pictures=_pictures(axis, cells[0], variant, shown),
                heads=_heads(source, axis),
                models=tuple(
                    _model(source, own, axis, k, (cells[k], after[k])) for k in range(len(cells))
                ),
                columns=columns,
                rows=rows,
                cells=tuple(after),
            )
        )
    return tuple(found)


def _caption(source: Source, own: Source, protocol: Protocol, masks: StoredMasks) -> str:
    words = source.words
    lost = [f for f in source.run.manifest.failures if f.variant == own.variant]
    here = sum(f.protocol == protocol.name for f in lost)
    refused = (
        words["masked_refused"].format(n=amount(here, "picture"), why=_reasons(masks))
        if here
        else words["masked_none_refused"]
    )
    cover = masks.coverages()
    quality = source.run.mask_quality(own.variant)
    kind = words.get(f"masked_by_{own.variant}", words["masked_by"].format(name=own.variant))
    told = words["masked_caption"].format(
        kind=kind,
        fill=masks.fill,
        refused=refused,
        cover=percents([float(cover.min()), float(cover.max())]),
        threshold=words["masked_threshold"] if own.decided else "",
        quality=words["masked_quality"].format(
            mean=unit(quality["iou_mean"]),
            low=unit(quality["iou_low"]),
            n=amount(quality["pictures"], "picture"),
        )
        if quality
        else "",
    )
    undecided = "" if own.decided or not source.decided else words["masked_undecided"]
    return f"{told.strip()} {undecided.format(why=own.why_undecided)}".strip()


def _reasons(masks: StoredMasks) -> str:
    reasons = list(dict.fromkeys(masks.refused.values()))
    return reasons[0] if len(reasons) == 1 else f"{reasons[0]}, and others" if reasons else NONE


def _heads(source: Source, axis: Axis) -> tuple[str, ...]:
    words = source.words
    heads = (words["as_shot"], words["masked"], words["change"])
    return heads if len(axis.full) <= WIDE else heads[1:]


def _pictures(
    axis: Axis,
    cells: Sequence[Cell],
    variant: str,
    shown: tuple[Sequence[Sequence[str]], Album],
) -> tuple[MaskedPicture, ...]:
    ids, album = shown
    found = []
    for condition in _chosen(axis, cells):
        pairs = ((album.add(i, HEIGHT), album.add(i, HEIGHT, variant)) for i in ids[condition])
        before, after = next((pair for pair in pairs if all(pair)), ("", ""))
        if after:
            found.append(MaskedPicture(axis.full[condition], before, after))
    return tuple(found)


def _chosen(axis: Axis, cells: Sequence[Cell]) -> list[int]:
    """All conditions where there are few; else the standard, the lowest, the first, the last."""
    n = len(axis.full)
    if n <= SHOWN:
        return list(range(n))
    others = against_standard(cells, axis.standard, own=False)
    worst = min(others, key=lambda c: c.mean.value if c.mean.value is not None else 2.0)
    return sorted({axis.standard, other_of(worst, axis.standard), 0, n - 1})


def _model(
    source: Source, own: Source, axis: Axis, k: int, cells: tuple[Sequence[Cell], Sequence[Cell]]
) -> MaskedModel:
    name = source.run.backbones[k]
    before, after = ({(c.i, c.j): c.mean for c in each} for each in cells)
    change = {place: _difference(before[place], after[place]) for place in before}
    told = [
        matrix_of("mean", before, axis, (0, 1)),
        matrix_of("mean", after, axis, (0, 1)),
        matrix_of("change", change, axis, (-LARGEST, LARGEST)),
    ]
    s = axis.standard
    strangers = [next(c.strangers.text for c in each if c.i == c.j == s) for each in cells]
    cuts = (unit(source.cut(name)), unit(own.cut(name)))
    both = (strangers[0], strangers[1])
    notes = [
        source.words[key].format(a=pair[0], b=pair[1])
        for key, pair in (("threshold_both", cuts), ("strangers_both", both))
        if pair != (NONE, NONE)
    ]
    return MaskedModel(tuple(told[-len(_heads(source, axis)) :]), cuts, both, " · ".join(notes))


def _difference(before: Figure, after: Figure) -> Figure:
    if before.value is None or after.value is None:
        return Figure(NONE)
    value = after.value - before.value
    return Figure(signed(value), value)


def signed(value: float | None) -> str:
    """A change as printed: `+.14`, `−.02`, `.00`."""
    text = unit(value)
    return text if text.startswith("−") or text in {NONE, ".00"} else f"+{text}"


_MEASURES = (("cosine", "mean"), ("retention", "retention"), ("missed_head", "fnmr"))


def _table(
    source: Source,
    variant: str,
    protocol: Protocol,
    axis: Axis,
    cells: tuple[Sequence[Sequence[Cell]], Sequence[Sequence[Cell]]],
) -> tuple[tuple[str, ...], tuple[MaskedRow, ...]]:
    """Every condition against the standard one: as shot, masked, and the paired change."""
    both = [[against_standard(m, axis.standard) for m in each] for each in cells]
    used = [
        (word, name)
        for word, name in _MEASURES
        if any(getattr(c, name).value is not None for each in both for m in each for c in m)
    ]
    words = source.words
    heads = tuple(f"{words[w]}, {h}" for w, _ in used for h in _heads_of(source))
    changes = {
        (r["backbone"], r["figure"], r["condition"]): r
        for r in source.changes
        if (r["protocol"], r["variant"]) == (protocol.name, variant)
    }
    rows = []
    for condition in range(len(axis.full)):
        key = protocol.conditions[condition].key
        for k, name in enumerate(source.run.backbones):
            pair = (both[0][k][condition], both[1][k][condition])
            lines = [
                line
                for _, figure in used
                for line in _lines(figure, pair, changes.get((name, figure, key)))
            ]
            rows.append(MaskedRow(axis.full[condition], k, tuple(lines)))
    return heads, tuple(rows)


def _heads_of(source: Source) -> tuple[str, str, str]:
    words = source.words
    return words["as_shot"], words["masked"], words["change"]


def _lines(figure: str, pair: tuple[Cell, Cell], change: Row | None) -> tuple[Line, Line, Line]:
    before, after = (getattr(cell, figure) for cell in pair)
    if before.value is None or after.value is None:
        return (before.text, before.interval), (after.text, after.interval), (NONE, "")
    told = points if figure == "fnmr" else signed
    ends = ""
    if change is not None:
        low, high = number(change, "low"), number(change, "high")
        ends = span(told(low), told(high)) if low is not None and high is not None else ""
    text = told(after.value - before.value)
    return (before.text, before.interval), (after.text, after.interval), (text, ends)


def points(value: float | None) -> str:
    """A change of misses in points of a hundred: `+12`, `−3`, `0`."""
    if value is None:
        return NONE
    n = int(abs(value) * 100 + 0.5)
    return ("−" if value < 0 else "+") + count(n) if n else "0"
