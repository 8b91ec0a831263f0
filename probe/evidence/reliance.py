"""How much a backbone goes by the background: people x backgrounds in full factorial."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone
from probe.embedding.similarity import unit_vectors
from probe.errors import ComparisonError
from probe.masking.composites import CutOut, pasted
from probe.pictures.fitting import Fitting, fit_picture
from probe.statistics import Interval
from probe.wording import Message, refusal

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class BackgroundReliance:
    """The background reliance index and what it is made of.

    Let D be the mean cosine of different people before different backgrounds. The person's effect
    is the mean cosine of the same person before different backgrounds minus D; the background's
    that of different people before the same background minus D. The index is the background's
    part of both: 0 for a backbone that sees only the person, 1 for one that sees only the
    background.

    Attributes:
        index: with an interval over people (delete one person, jackknife).
        person_effect, background_effect: in units of similarity.
        paste_back: largest change of the cosine of a picture with itself when its own background
            is pasted back: what cutting and pasting alone does.
        people, backgrounds: how many of each.
    """

    index: Interval
    person_effect: float
    background_effect: float
    paste_back: float
    people: int
    backgrounds: int


def measure_reliance(
    backbone: Backbone,
    fitting: Fitting,
    people: Sequence[CutOut],
    backgrounds: Sequence[NDArray[np.uint8]],
    progress: Callable[[int, int], None] | None = None,
) -> BackgroundReliance:
    """Paste every person before every background, embed, and compare.

    Args:
        backbone: any backbone.
        fitting: how pictures become its input.
        people: cut-outs of different people, at least two.
        backgrounds: pictures without people, `uint8 (h, w, 3)`, at least two (`Layers.plate`).
        progress: told (people done, all).

    Raises:
        ComparisonError: fewer than two people or backgrounds.
    """
    rows, shifts = [], []
    for done, person in enumerate(people, start=1):
        pictures = [pasted(person, background) for background in backgrounds]
        control = [person.picture, pasted(person, person.plate)]
        fitted = np.stack([fit_picture(picture, fitting) for picture in (*pictures, *control)])
        unit = unit_vectors(backbone, fitted)
        rows.append(unit[:-2])
        shifts.append(1 - float(unit[-2] @ unit[-1]))
        if progress:
            progress(done, len(people))
    return background_reliance(np.stack(rows), max(shifts))


def background_reliance(unit: Floats, paste_back: float = 0.0) -> BackgroundReliance:
    """The index from unit vectors `(people, backgrounds, d)` of the factorial.

    Raises:
        ComparisonError: fewer than two people or backgrounds.
    """
    people, backgrounds = unit.shape[:2]
    if people < 2 or backgrounds < 2:
        raise refusal(
            ComparisonError,
            Message("evidence-too-few", {"people": people, "backgrounds": backgrounds}),
            hint=Message("evidence-two-of-each"),
        )
    effects = _effects(unit)
    deleted = np.array([_index(*_effects(np.delete(unit, k, axis=0))) for k in range(people)])
    return BackgroundReliance(
        _interval(_index(*effects), deleted), *effects, paste_back, people, backgrounds
    )


def _effects(unit: Floats) -> tuple[float, float]:
    """Effect of the person and of the background."""
    people, backgrounds = unit.shape[:2]
    if people < 2:
        return float("nan"), float("nan")
    # Sums of cosines over all pairs are squares of sums of unit vectors: no pair is formed.
    total = float((unit.sum((0, 1)) ** 2).sum())
    by_person = float((unit.sum(1) ** 2).sum())
    by_background = float((unit.sum(0) ** 2).sum())
    itself = float((unit**2).sum())
    pairs = people * backgrounds
    different = total - by_person - by_background + itself
    apart = different / (pairs * (people - 1) * (backgrounds - 1))
    same_person = (by_person - itself) / (pairs * (backgrounds - 1))
    same_background = (by_background - itself) / (pairs * (people - 1))
    return same_person - apart, same_background - apart


def _index(person: float, background: float) -> float:
    both = person + background
    # Where neither has an effect (all vectors alike) the index would be a ratio of roundings.
    return background / both if both > 1e-9 else float("nan")


def _interval(estimate: float, deleted: Floats) -> Interval:
    from probe.statistics.confidence import (
        FEWEST_SUBJECTS,
        refused,
        student_interval,
        subjects_note,
        subjects_refusal,
    )
    from probe.statistics.jackknife import SUBJECTS, Jackknifed

    people = len(deleted)
    if not np.isfinite(estimate):
        return refused(estimate, Message("note-nothing-moves").json(), people)
    if people < FEWEST_SUBJECTS or not np.isfinite(deleted).all():
        return refused(
            estimate,
            subjects_refusal(people) or Message("note-undefined-without-one").json(),
            people,
        )
    statistic = Jackknifed(estimate, {SUBJECTS: deleted})
    return student_interval(statistic, "people jackknife", subjects_note(people))
