"""A frame with what somebody marked in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from probe.frames.annotated.masks import MaskSource
from probe.wording import Message

Say = Callable[[Message], object]
"""What is told of people and frames that are left out, or in part."""


def unsaid(message: Message) -> None:
    """Nobody is told."""


PERSON = 0
"""Class number of people: in sets of people alone, and in COCO's order."""

Corners = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels; pixel k reaches from k to k + 1."""


@dataclass(frozen=True)
class Instance:
    """Something that was marked in a frame.

    Attributes:
        box: around it; inside of the frame, with a width and a height.
        kind: class number, counted from 0 without a background.
        crowd: a group that nobody took apart.
        mask: where its mask comes from; None where only the box is known.
    """

    box: Corners
    kind: int = PERSON
    crowd: bool = False
    mask: MaskSource | None = None


@dataclass(frozen=True)
class AnnotatedFrame:
    """A frame and what was marked in it.

    Attributes:
        path: of the picture.
        name: its path inside the set.
        size: (height, width) as the annotation states it; None where it does not.
        instances: in the order of the annotation.
        place: file that states them, for messages.
    """

    path: Path
    name: str
    size: tuple[int, int] | None
    instances: tuple[Instance, ...]
    place: Path

    def people(self) -> AnnotatedFrame:
        """The same with people alone."""
        kept = tuple(instance for instance in self.instances if instance.kind == PERSON)
        return replace(self, instances=kept)
