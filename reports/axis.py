"""The conditions of a protocol as the labels of rows, columns and blocks."""

from __future__ import annotations

from itertools import groupby

from probe.protocol.model import Condition, Factor, Protocol
from probe.reports.document import Axis, Block
from probe.reports.phrases import Phrases
from probe.wording.numbers import amount, listed

LEVEL_HEAD = 4
"""Column heads up to this many characters stand level."""


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
        upright=max(len(head) for head in heads) > LEVEL_HEAD,
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
    return ", ".join(parts)


def range_of(protocol: Protocol, language: str, words: Phrases) -> str:
    """What was measured, in a few words: `2 to 14 m`, `8 orientations`, `4 levels`."""
    parts = [_factor_range(factor, language) for factor in protocol.factors]
    if protocol.series:
        parts.append(
            listed(protocol.series.label(each.key, language) for each in protocol.series.levels)
        )
    if protocol.expectation == "sensitive":
        parts.append(words["expect_sensitive"])
    return "; ".join(parts)


def _factor_range(factor: Factor, language: str) -> str:
    first, last = factor.levels[0].key, factor.levels[-1].key
    if factor.kind == "nominal":
        return amount(len(factor.levels), "level")
    return f"{_head(factor, first, language)} to {factor.label(last, language)}"
