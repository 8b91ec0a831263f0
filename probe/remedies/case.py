"""What stands on the mitigation ladder: the pictures, the remedies, and which can be tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.errors import ComparisonError

REMEDIES: Mapping[str, str] = {
    "flip-average": "feature of the picture and its mirror image, summed",
    "left-right": "people mirrored to face one side",
    "mask": "background filled with grey",
    "resolution": "pictures brought down to the lower resolution of both conditions",
    "views-3": "three gallery pictures of a person, averaged",
    "views-5": "five gallery pictures of a person, averaged",
    "score-norm": "scores normalised by those of strangers",
}
"""The remedies by name, and what they do."""

FEWEST_COHORT = 6
COMFORTABLE_COHORT = 20
"""Strangers below which score normalisation is not tried, and is called uncertain."""


@dataclass(frozen=True, eq=False)
class View:
    """A picture on the ladder.

    Attributes:
        image_id: pictures with the same id are never compared.
        person: number of the person, 0 or more; the same in all roles.
        picture: `uint8 (h, w, 3)`.
        mask: `bool (h, w)`, needed by the remedy `mask`.
        mirror: whether `left-right` mirrors it (`mirror_by_orientation`, `mirror_by_keypoints`);
            None takes whichever way matches better.
    """

    image_id: str
    person: int
    picture: NDArray[np.uint8]
    mask: NDArray[np.bool_] | None = None
    mirror: bool | None = None


@dataclass(frozen=True, eq=False)
class LadderCase:
    """One change of condition to be mended.

    Attributes:
        queries: pictures of the subjects in the changed condition.
        standard: pictures of the subjects in the standard condition: the gallery.
        strangers: pictures of people in clothes of their own, in the standard condition.
        subjects: how many people are subjects: numbers 0 .. subjects - 1.
        gallery: further gallery pictures, such as other orientations: of the subjects as in
            `standard`; `views-*` takes one standard picture and then these, in this order.
        stranger_gallery: the same of the strangers.
    """

    queries: tuple[View, ...]
    standard: tuple[View, ...]
    strangers: tuple[View, ...]
    subjects: int
    gallery: tuple[View, ...] = ()
    stranger_gallery: tuple[View, ...] = ()

    def __post_init__(self) -> None:
        for name in ("queries", "standard", "strangers"):
            if not getattr(self, name):
                raise ComparisonError(f"the mitigation ladder has no pictures as {name}")

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
        own = [view for view in standard if view.person == person]
        more = [view for view in further if view.person == person]
        ordered += [own[0], *more[: count - 1], *own[1:]]
    return tuple(ordered)


def impossible(name: str, case: LadderCase) -> str:
    """Why a remedy cannot be tried on these pictures; empty when it can."""
    if name == "mask" and any(view.mask is None for view in case.views):
        return "not every picture has a mask"
    if name.startswith("views-"):
        # A standard picture that is compared cannot be in its own template.
        subjects, strangers = case.template(views_wanted(name))
        fewest = min(_fewest(subjects) - 1, _fewest(strangers))
        if fewest < views_wanted(name):
            return (
                f"a person has {fewest} further gallery pictures, {views_wanted(name)} are needed"
            )
    if name == "score-norm" and len({view.person for view in case.strangers}) < FEWEST_COHORT:
        return f"fewer than {FEWEST_COHORT} strangers to normalise by"
    return ""


def _fewest(views: Sequence[View]) -> int:
    return int(np.unique([view.person for view in views], return_counts=True)[1].min())


def views_wanted(name: str) -> int:
    """Gallery pictures of a person that a remedy `views-*` averages."""
    return int(name.removeprefix("views-"))


def caution(remedies: tuple[str, ...], case: LadderCase) -> str:
    """What must be read beside a rung with these remedies; empty for nothing."""
    people = len({view.person for view in case.strangers})
    if "score-norm" in remedies and people < COMFORTABLE_COHORT:
        return f"scores normalised by {people} strangers only: their spread is hardly known"
    return ""
