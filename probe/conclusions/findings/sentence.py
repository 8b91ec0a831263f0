"""A sentence before it is stored: what it says, and the figures it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot
from probe.runs.stored import Finding
from probe.wording import Message


@dataclass(frozen=True)
class Sentence:
    """What is said, with the figures that carry it.

    Attributes:
        messages: one or more sentences; none where the cells carry nothing.
        spots: the figures.
    """

    messages: tuple[Message, ...] = ()
    spots: tuple[Spot, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.messages)

    def __add__(self, other: Sentence) -> Sentence:
        return Sentence((*self.messages, *other.messages), (*self.spots, *other.spots))


def say(message: Message, spots: Iterable[Spot] = ()) -> Sentence:
    """One sentence, with the figures that carry it."""
    return Sentence((message,), tuple(spots))


NOTHING = Sentence()


def paragraph(messages: Sequence[Message]) -> Message:
    """Sentences one after another, as one message."""
    return messages[0] if len(messages) == 1 else Message("sentences", {"parts": tuple(messages)})


def together(sentence: Sentence) -> Sentence:
    """Sentences that need one another, as one: a list has them in one point."""
    return Sentence((paragraph(sentence.messages),), sentence.spots) if sentence else NOTHING


def finding(
    cells: Cells, key: str, sentence: Sentence, protocol: str = "", title: Message | str = ""
) -> Finding:
    """The finding that a sentence makes, resting on cells of the facts' mask variant."""
    rests: tuple[Mapping[str, object], ...] = tuple(
        spot.cell(cells.facts.variant) for spot in sentence.spots
    )
    return Finding(key, paragraph(sentence.messages), protocol, title, rests)
