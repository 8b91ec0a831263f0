"""The pictures that remedies are tried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.errors import ComparisonError
from probe.wording import Message, refusal


@dataclass(frozen=True, eq=False)
class View:
    """A picture that remedies are tried on.

    Attributes:
        image_id: a picture of its own.
        person: number of the person, 0 or more; the same in all roles.
        picture: `uint8 (h, w, 3)`.
        mask: `bool (h, w)`, needed by the remedy `mask`.
        mirror: whether `left-right` mirrors it (`mirror_by_orientation`); None takes whichever
            way matches better.
        shot: pictures of the same shot are never compared; empty where the picture is one itself.
        rows: pixels of height that the camera gave, where the picture was enlarged since.
    """

    image_id: str
    person: int
    picture: NDArray[np.uint8]
    mask: NDArray[np.bool_] | None = None
    mirror: bool | None = None
    shot: str = ""
    rows: int | None = None

    @property
    def height(self) -> int:
        """Pixels of height that the camera gave."""
        whole = int(self.picture.shape[0])
        return whole if self.rows is None else min(self.rows, whole)

    @property
    def taken(self) -> str:
        """What tells whether two pictures are one shot."""
        return self.shot or self.image_id


@dataclass(frozen=True, eq=False)
class RemedyCase:
    """A change of condition that remedies are tried against.

    Attributes:
        queries: pictures of the subjects in the changed condition.
        standard: pictures of the subjects in the standard condition: the gallery.
        strangers: pictures of people in clothes of their own, in the standard condition.
        subjects: how many people are subjects: numbers 0 .. subjects - 1.
        gallery: further gallery pictures, such as other orientations: of the subjects as in
            `standard`; `views-*` takes one standard picture and then these, in this order.
        stranger_gallery: the same of the strangers.
        turns: whether people may face either side on these pictures.
        transforms: names of the transforms that made the changed condition; none where pictures
            were taken or rendered in it.
        seen: what a change is like that no transform made: names of transforms (`seen_changes`).
    """

    queries: tuple[View, ...]
    standard: tuple[View, ...]
    strangers: tuple[View, ...]
    subjects: int
    gallery: tuple[View, ...] = ()
    stranger_gallery: tuple[View, ...] = ()
    turns: bool = True
    transforms: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()

    @property
    def changes(self) -> frozenset[str]:
        """Names of the transforms that made the change, or that one like it is seen to have."""
        return self.transforms or self.seen

    def __post_init__(self) -> None:
        for name in ("queries", "standard", "strangers"):
            if not getattr(self, name):
                raise refusal(ComparisonError, Message("remedies-no-pictures", {"part": name}))

    @property
    def views(self) -> tuple[View, ...]:
        """All pictures."""
        further = (*self.gallery, *self.stranger_gallery)
        return (*self.queries, *self.standard, *self.strangers, *further)

    def template(self, count: int) -> tuple[tuple[View, ...], tuple[View, ...]]:
        """Gallery of subjects and strangers, ordered so that a person's first `count` are taken.

        A standard picture first, then the further ones, then more standard pictures.
        """
        sides = ((self.standard, self.gallery), (self.strangers, self.stranger_gallery))
        first, second = (_ordered(standard, further, count) for standard, further in sides)
        return first, second


def _ordered(standard: Sequence[View], further: Sequence[View], count: int) -> tuple[View, ...]:
    if count == 1:
        return tuple(standard)
    people = dict.fromkeys(view.person for view in standard)
    ordered: list[View] = []
    for person in people:
        first, *later = [view for view in standard if view.person == person]
        more = [view for view in further if view.person == person]
        ordered += [first, *more[: count - 1], *later]
    return tuple(ordered)
