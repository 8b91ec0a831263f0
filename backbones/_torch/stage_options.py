"""The shape of a network of four stages as the options of a card state it: `blocks: 1-2-2-2`."""

from __future__ import annotations

from probe.contracts import BackboneCard
from probe.errors import BackboneError
from probe.wording import Message, refusal

Stages = tuple[int, int, int, int]
STAGES = 4

MOST_DIGITS = 5
"""Of a number of blocks: fewer than so many."""


def dashed(numbers: Stages) -> str:
    """Numbers as a card's option has them: `1-2-2-2`."""
    return "-".join(map(str, numbers))


def _is_count(text: str) -> bool:
    """Whether a text is a number of blocks, above 0."""
    return text.isdecimal() and len(text) < MOST_DIGITS and int(text) > 0


def stages_option(card: BackboneCard, name: str) -> Stages:
    """The four numbers of an option of a card.

    Raises:
        BackboneError: the option is not there, or not four positive numbers.
    """
    parts = str(card.options.get(name, "")).split("-")
    if len(parts) != STAGES or not all(map(_is_count, parts)):
        raise refusal(
            BackboneError,
            Message(
                "weights-four-numbers", {"option": name, "value": repr(card.options.get(name, ""))}
            ),
            place=card.name,
            hint=Message("step-card-yaml"),
        )
    first, second, third, fourth = map(int, parts)
    return first, second, third, fourth


def number_option(card: BackboneCard, name: str) -> int:
    """The positive number of an option of a card.

    Raises:
        BackboneError: the option is not there, or not a positive number.
    """
    value = card.options.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise refusal(
            BackboneError,
            Message("weights-no-positive", {"option": name, "value": repr(value)}),
            place=card.name,
            hint=Message("step-card-yaml"),
        )
    return value
