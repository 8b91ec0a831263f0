"""Titles and levels of a protocol as values of messages: in every language the protocol has."""

from __future__ import annotations

from collections.abc import Sequence

from probe.protocol.model import Condition, Factor, Protocol, Text
from probe.wording import Message, Translated, Value


def text_value(text: Text) -> Value:
    """A text of a protocol: plain where there is one language only."""
    texts = text.by_language
    return texts["en"] if set(texts) == {"en"} else Translated(texts)


def level_value(factor: Factor, key: str) -> Value:
    """How a level is shown: `180°`, `4 m`, `white sweatshirt`."""
    label = factor.level(key).label
    return factor.label(key) if label is None else text_value(label)


def condition_value(protocol: Protocol, condition: Condition, *, series: bool = True) -> Value:
    """How a condition is shown: `180°`, `180°, with backpack`, `45°, 6 m`."""
    levels = zip(protocol.factors, condition.levels, strict=True)
    labels = [level_value(factor, key) for factor, key in levels]
    if series and protocol.series:
        labels.append(level_value(protocol.series, condition.series))
    return labels[0] if len(labels) == 1 else Message("condition", {"levels": tuple(labels)})


def title_value(text: Text) -> Message:
    """A title within a sentence: `orientation`."""
    return Message("factor-title", {"title": text_value(text)})


def factors_value(factors: Sequence[Factor]) -> Message:
    """Titles of factors within a sentence: `orientation`, `orientation and distance`."""
    names = tuple(title_value(factor.heading) for factor in factors)
    return names[0] if len(names) == 1 else Message("factor-titles", {"titles": names})
