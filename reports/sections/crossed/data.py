"""Crossed factors: what is left where two of them change at once, and what that adds to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from probe.protocol.model import Factor, Protocol
from probe.reports.cells import Cell, against_standard, other_of
from probe.reports.colours import step
from probe.reports.figure import Columns, Figure, number
from probe.reports.matrix import KINDS, LARGEST_CHANGE, Ramp, ramp_of, ramp_of_changes
from probe.reports.section import Json, Names, Section, declared, one_figure
from probe.reports.source import Source
from probe.reports.study import Chapter
from probe.runs.rows import InteractionRow
from probe.wording import Message, Value
from probe.wording.numbers import NONE

Interactions = Sequence[InteractionRow]
"""The rows of a model on the protocol."""

ESTIMATE = Columns("estimate", "low", "high", "note")

TITLES = {"retention": "report-crossed-retention", "beyond": "report-crossed-beyond"}
"""What stands above each map."""

SHARES = {
    "subject": "report-share-subject",
    "rest": "report-share-rest",
    "three factors or more": "report-share-higher",
}
"""Parts of the variance that are no factor, with the message that names them."""


@dataclass(frozen=True)
class CrossedMap:
    """Every level of one factor against every level of another.

    Attributes:
        title: what its cells are.
        scale: colour scale.
        rows, columns: labels.
        standard: row and column of the standard condition.
        figures: row by row; without a value where there is none.
        steps: colour steps 0..50, -1 where there is no figure.
        shown: whether a departure is shown after Holm's adjustment.
    """

    title: str
    scale: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    standard: tuple[int, int]
    figures: tuple[tuple[Figure, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    shown: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class CrossedPair:
    """Two factors as a whole.

    Attributes:
        title: both names.
        ends: what a change along one does at either end of the other: (place, printed change).
        difference: between the two, with its interval.
        shown: whether it is shown after Holm's adjustment.
        maps: retention, and what the two factors cost beyond their sum.
    """

    title: str
    ends: tuple[tuple[str, str], tuple[str, str]]
    difference: Figure
    shown: bool
    maps: tuple[CrossedMap, ...]


@dataclass(frozen=True)
class CrossedModel:
    """The crossed factors of one model.

    Attributes:
        model: its index.
        sentence: what is known.
        pairs: one a pair of factors; none where nothing can be said.
        shares: where the variance comes from, in words; empty where it is not known.
    """

    model: int
    sentence: str
    pairs: tuple[CrossedPair, ...]
    shares: str


@dataclass(frozen=True)
class Crossed:
    """Crossed factors.

    Attributes:
        models: those of which something can be said.
        mapped: whether any of them has maps.
        ramps: scales of retention and of what is beyond the sum.
    """

    models: tuple[CrossedModel, ...]
    mapped: bool
    ramps: tuple[Ramp, ...]


def build(chapter: Chapter) -> Crossed | None:
    """The crossed factors of a chapter; None where only one factor varies."""
    table = [row for row in chapter.source.interactions if row["protocol"] == chapter.key]
    names = chapter.source.run.backbones
    models = tuple(
        model
        for k, name in enumerate(names)
        if (model := _model(chapter, k, [row for row in table if row["backbone"] == name]))
    )
    if not models:
        return None
    words = chapter.words
    retention = next(kind for kind in KINDS if kind.key == "retention")
    changes = ramp_of_changes(words, "report-crossed-more", "report-crossed-less")
    mapped = any(model.pairs for model in models)
    return Crossed(models, mapped, (ramp_of(retention, words), changes))


def to_json(data: Crossed | None, names: Names) -> Mapping[str, Json]:
    """`crossed`: one entry a model, maps as figures; empty where nothing is crossed."""
    models: list[Json] = [
        {
            "model": names[model.model],
            **declared(model, "sentence", "shares"),
            "pairs": [_pair_json(pair) for pair in model.pairs],
        }
        for model in (data.models if data else ())
    ]
    return {"crossed": models}


def _pair_json(pair: CrossedPair) -> Json:
    shown = ("title", "scale", "rows", "columns", "standard", "figures", "shown")
    maps: list[Json] = [declared(levels, *shown) for levels in pair.maps]
    return {**declared(pair, "title", "ends", "difference", "shown"), "maps": maps}


def _model(chapter: Chapter, index: int, rows: Interactions) -> CrossedModel | None:
    source, protocol = chapter.source, chapter.protocol
    name = source.run.backbones[index]
    sentences = [source.sentence(key, protocol.name, name) for key in ("interaction", "departure")]
    sentence = source.words.sentences(sentences)
    if source.failing(protocol.name, name) is not None:
        return None
    if not rows or not sentence:  # refused, or a run of before crossings were stored
        return None
    pairs = tuple(
        _pair(source, protocol, pair, chapter.cells[index], rows)
        for pair in combinations(protocol.axes, 2)
        if _whole(rows, pair) is not None
    )
    shares = _shares(source, protocol, rows) if pairs else ""
    return CrossedModel(index, sentence, pairs, shares)


Axes = tuple[Factor, ...]


def _whole(rows: Interactions, pair: Axes) -> InteractionRow | None:
    """The interaction of two factors as a whole, None where it is refused."""
    names = [factor.name for factor in pair]
    for row in rows:
        if row["kind"] == "whole" and [row["factor_a"], row["factor_b"]] == names:
            return row if number(row, "low") is not None else None
    return None


def _pair(
    source: Source,
    protocol: Protocol,
    pair: Axes,
    cells: Sequence[Cell],
    rows: Interactions,
) -> CrossedPair:
    whole = _whole(rows, pair)
    assert whole is not None
    (first, second), language = pair, source.language
    heads = [_heading(factor, language) for factor in pair]
    return CrossedPair(
        title=" × ".join(heads),
        ends=(_end(source, whole, first=True), _end(source, whole, first=False)),
        difference=_departure(source, whole),
        shown=bool(whole["decided"]),
        maps=(
            _map(source, pair, "retention", _kept(source, protocol, pair, cells), {}),
            _map(source, pair, "beyond", *_beyond(source, rows, (first, second), whole)),
        ),
    )


def _end(source: Source, whole: InteractionRow, *, first: bool) -> tuple[str, str]:
    place = source.printer.note(whole["place_a"] if first else whole["place_b"])
    if "“" in place:  # a named level: in a table it needs no words around it
        place = place.partition("“")[2].rpartition("”")[0]
    change = number(whole, "change_a" if first else "change_b")
    return place, source.printer.change_in_units(change)


def _departure(source: Source, row: InteractionRow) -> Figure:
    printer = source.printer
    return printer.figure(row, ESTIMATE, printer.change_in_units, printer.end_in_units)


Places = dict[tuple[str, str], Figure]


def _kept(source: Source, protocol: Protocol, pair: Axes, cells: Sequence[Cell]) -> Places:
    """Retention at every pair of levels, averaged over the levels of further factors."""
    names = [axis.name for axis in protocol.axes]
    at = [names.index(factor.name) for factor in pair]
    figures: dict[tuple[str, str], list[Figure]] = {}
    for cell in against_standard(cells, protocol.standard.index):
        condition = protocol.conditions[other_of(cell, protocol.standard.index)]
        keys = (*condition.levels, condition.series)
        if cell.retention.value is not None:
            figures.setdefault((keys[at[0]], keys[at[1]]), []).append(cell.retention)
    return {place: _mean(source, several) for place, several in figures.items()}


def _mean(source: Source, figures: Sequence[Figure]) -> Figure:
    if len(figures) == 1:
        return figures[0]
    value = sum(figure.value or 0.0 for figure in figures) / len(figures)
    return Figure(source.printer.unit(value), value)


def _beyond(
    source: Source, rows: Interactions, pair: Axes, whole: InteractionRow
) -> tuple[Places, dict[tuple[str, str], bool]]:
    """What both factors cost beyond their sum: figures, and whether they are shown."""
    names = [factor.name for factor in pair]
    singles = [
        row
        for row in rows
        if row["kind"] == "single" and [row["factor_a"], row["factor_b"]] == names
    ]
    by_place = {(str(row["level_a"]), str(row["level_b"])): row for row in singles}
    if not singles:  # two factors of two levels have one interaction only: the whole
        first, second = (
            next(level.key for level in factor.levels if level.key != factor.standard_key)
            for factor in pair
        )
        by_place = {(first, second): whole}
    return (
        {place: _departure(source, row) for place, row in by_place.items()},
        {place: bool(row["decided"]) for place, row in by_place.items()},
    )


def _map(
    source: Source,
    pair: Axes,
    key: str,
    figures: Places,
    shown: Mapping[tuple[str, str], bool],
) -> CrossedMap:
    """The factor with more levels runs down."""
    turned = len(pair[1].levels) > len(pair[0].levels)
    down, across = (pair[1], pair[0]) if turned else pair
    places = [
        [(b.key, a.key) if turned else (a.key, b.key) for b in across.levels] for a in down.levels
    ]
    scale_ends = (-LARGEST_CHANGE, LARGEST_CHANGE) if key == "beyond" else (0.0, 1.0)
    grid = [[figures.get(place, Figure(NONE)) for place in row] for row in places]
    return CrossedMap(
        title=source.words.text(TITLES[key]),
        scale="difference" if key == "beyond" else "retention",
        rows=tuple(down.label(level.key, source.language) for level in down.levels),
        columns=tuple(across.label(level.key, source.language) for level in across.levels),
        standard=(_standard(down), _standard(across)),
        figures=tuple(tuple(row) for row in grid),
        steps=tuple(tuple(step(figure.value, *scale_ends) for figure in row) for row in grid),
        shown=tuple(tuple(shown.get(place, False) for place in row) for row in places),
    )


def _standard(factor: Factor) -> int:
    return [level.key for level in factor.levels].index(factor.standard_key)


def _heading(factor: Factor, language: str) -> str:
    return factor.heading.language(language)


def _shares(source: Source, protocol: Protocol, rows: Interactions) -> str:
    words = source.words
    names = {axis.name: _heading(axis, source.language) for axis in protocol.axes}
    names |= {part: words.text(key) for part, key in SHARES.items()}
    shares = []
    for row in rows:
        share = number(row, "estimate")
        if row["kind"] == "share" and share is not None:
            parts = [names[row[name]] for name in ("factor_a", "factor_b") if row[name]]
            values: dict[str, Value] = {"part": " × ".join(parts), "share": share}
            shares.append(Message("report-crossed-share", values))
    return words.text("report-crossed-shares", shares=tuple(shares)) if shares else ""


SECTION = Section(__name__, build, to_json, figures=one_figure)
