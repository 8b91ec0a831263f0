"""The conditions of a protocol as the labels of rows, columns and blocks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from probe.protocol.levels_together import together
from probe.protocol.model import Condition, Factor, Protocol
from probe.reports.words import Words
from probe.wording.columns import columns

LEVEL_HEAD = 4
"""Column heads of up to so many columns of type stand level (ours: `180°` fits above a cell)."""

LONG_LABEL = 10
"""Row labels of more columns of type are long (ours: they take half of a narrow heat map)."""


@dataclass(frozen=True)
class Block:
    """Consecutive conditions under one heading (a series, or an outer factor's level)."""

    label: str
    start: int
    size: int


@dataclass(frozen=True)
class Axis:
    """The conditions of a chapter.

    Attributes:
        labels: within their block, with unit (`180°`).
        heads: as column heads (`180`).
        full: complete (`180°, with backpack`).
        blocks: headings over consecutive conditions; one without label when there is none.
        standard: index of the standard condition.
        upright: whether column heads are too long to stand level.
    """

    labels: tuple[str, ...]
    heads: tuple[str, ...]
    full: tuple[str, ...]
    blocks: tuple[Block, ...]
    standard: int
    upright: bool


def axis_of(protocol: Protocol, language: str) -> Axis:
    """Labels of all conditions: blocks by series and outer factors, the last factor inside."""
    inner = protocol.factors[-1]
    conditions = protocol.conditions
    labels = tuple(inner.label(c.levels[-1], language) for c in conditions)
    heads = tuple(_head(inner, c.levels[-1], language) for c in conditions)
    return Axis(
        labels=labels,
        heads=heads,
        full=tuple(protocol.label(c, language) for c in conditions),
        blocks=_blocks(protocol, language),
        standard=protocol.standard.index,
        upright=max(map(columns, heads)) > LEVEL_HEAD,
    )


def _head(factor: Factor, key: str, language: str) -> str:
    level = factor.level(key)
    return key if level.label is None and factor.unit else factor.label(key, language)


def _blocks(protocol: Protocol, language: str) -> tuple[Block, ...]:
    blocks = []
    start = 0
    for _, group in groupby(protocol.conditions, key=lambda c: (c.series, c.levels[:-1])):
        members = list(group)
        blocks.append(Block(_block_label(protocol, members[0], language), start, len(members)))
        start += len(members)
    return tuple(blocks)


def _block_label(protocol: Protocol, condition: Condition, language: str) -> str:
    outer = zip(protocol.factors[:-1], condition.levels[:-1], strict=True)
    parts = [factor.label(key, language) for factor, key in outer]
    if protocol.series:
        parts.append(protocol.series.label(condition.series, language))
    return together(parts, language)


def range_of(protocol: Protocol, words: Words) -> str:
    """What was measured, in a few words: `2 to 14 m`, `8 orientations`, `4 levels`."""
    parts = [_factor_range(factor, words) for factor in protocol.factors]
    if series := protocol.series:
        labels = [series.label(level.key, words.language) for level in series.levels]
        parts.append(words.text("report-names", names=tuple(labels)))
    if protocol.expectation == "sensitive":
        parts.append(words.text("report-fall-wanted"))
    return words.parts(parts)


def _factor_range(factor: Factor, words: Words) -> str:
    if not factor.scale.numeric:
        return words.text("report-range-of-levels", levels=len(factor.levels))
    first, last = factor.levels[0].key, factor.levels[-1].key
    return words.text(
        "report-range-between",
        first=_head(factor, first, words.language),
        last=factor.label(last, words.language),
    )


def block_at(axis: Axis, index: int) -> Block | None:
    """The block that starts at a condition, None inside one."""
    return next((block for block in axis.blocks if block.start == index), None)


def long_labels(axis: Axis) -> bool:
    """Whether row labels leave four heat maps in a row no room for their cells."""
    return max(map(columns, axis.labels)) > LONG_LABEL


def label_width(axis: Axis) -> int:
    """Width of a heat map's row labels in pixels: about 7 a column of type (ours)."""
    longest = max(map(columns, axis.labels))
    return min(max(7 * longest + 10, 36), 104)
