"""Strangers in the standard condition: one set for all protocols of a study, for the threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, cast_of_records
from probe.comparison.scores import Rows, Scores, ScoreSource
from probe.comparison.tally import stranger_blocks
from probe.contracts import COSINE_RANGE
from probe.errors import UsageError
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.statistics import StrangerScores, split_people, strangers_from, threshold_at
from probe.wording import Message, refusal, stored_message

SPLIT_SEED = 0
"""Seed of the shuffle that halves the people (our choice: any would do, but a fixed one gives the
same halves, and so the same thresholds, on every run)."""


@dataclass(frozen=True, eq=False)
class StandardStrangers:
    """Comparisons of strangers at large in the standard condition.

    Attributes:
        ranked: their scores with the people compared, the highest first.
        subjects: people in the role of subject.
        strangers: people they were compared with.
        people: names of the people, by the number they have in `ranked`.
        tuning: whom the threshold is set on; the false match rate is then measured on the others.
            None: everybody serves for both.
    """

    ranked: StrangerScores
    subjects: int
    strangers: int
    people: tuple[str, ...] = ()
    tuning: frozenset[str] | None = None

    @property
    def scores(self) -> Scores:
        """Every score, descending."""
        return self.ranked.scores

    @cached_property
    def tuning_scores(self) -> StrangerScores:
        """The comparisons that the threshold is set on."""
        if self.tuning is None:
            return self.ranked
        return self.ranked.among([name in self.tuning for name in self.people])

    @cached_property
    def testing_scores(self) -> StrangerScores | None:
        """The comparisons among the other half of the people; None without a split."""
        if self.tuning is None:
            return None
        return self.ranked.among([name not in self.tuning for name in self.people])

    def without_scores(self) -> StandardStrangers:
        """The same people; their scores, which may be many, are left out."""
        return replace(self, ranked=self.ranked.among([False] * len(self.people)))

    def testing_flags(self, people: Sequence[str]) -> NDArray[np.bool_] | None:
        """`(people,)` among whom false matches are counted; None: among everybody."""
        if self.tuning is None:
            return None
        return np.array([name not in self.tuning for name in people])

    def numbers_of(self, people: Sequence[str]) -> tuple[int, ...]:
        """The number each of these people has in `ranked`; -1 for one who is not there."""
        numbers = {name: k for k, name in enumerate(self.people)}
        return tuple(numbers.get(name, -1) for name in people)


def standard_strangers(
    sets: Sequence[ImageSet], scores: ScoreSource, tuning: frozenset[str] | None = None
) -> StandardStrangers:
    """Strangers at large in the standard condition, over the pictures of all protocols.

    A picture that several protocols share counts once.

    Args:
        sets: the image sets of the study, at least one.
        scores: scores of all their pictures.
        tuning: whom the threshold is set on (see `tuning_half`); None: everybody.
    """
    cast = standard_cast(sets, scores)
    blocks = (block.listed() for block in stranger_blocks(scores, cast, "at_large", 0, 0))
    ranked = strangers_from(
        blocks, people=len(cast.people), directions=cast.directions, subjects=cast.subjects
    )
    met = len(np.unique(np.concatenate([ranked.first, ranked.second])))
    return StandardStrangers(ranked, cast.subjects, met, cast.people, tuning)


def standard_cast(sets: Sequence[ImageSet], scores: ScoreSource) -> Cast:
    """The cast of the standard condition alone, over the pictures of all protocols."""
    records = _standard_records(sets)
    return cast_of_records(records, 1, 0, sets[0].alike, scores, across=sets[0].across)


def tuning_half(sets: Sequence[ImageSet]) -> frozenset[str]:
    """Half of the people of the standard condition, the same for the same people.

    Raises:
        UsageError: fewer than four people.
    """
    records = _standard_records(sets)
    subjects = sorted({r.subject for r in records if r.role == "subject"})
    others = sorted({r.subject for r in records} - set(subjects))
    people = (*subjects, *others)
    if len(people) < 4:
        raise refusal(
            UsageError,
            Message("split-too-few", {"people": len(people)}),
            hint=Message("split-too-few-step"),
        )
    tuning, _ = split_people(len(people), SPLIT_SEED, len(subjects))
    return frozenset(name for name, chosen in zip(people, tuning, strict=True) if chosen)


def check_halves(sets: Sequence[ImageSet], tuning: frozenset[str], fmr: float) -> None:
    """Refuse a split of which a half is too small: it takes no scores to know.

    Args:
        sets: the image sets of the study.
        tuning: whom the threshold is to be set on.
        fmr: the false match rate it is to be set for.

    Raises:
        UsageError: the tuning half does not resolve the rate, or the other compares nobody.
    """
    strangers = standard_strangers(sets, NoScores(sets), tuning)
    hint = Message("split-step")
    if not strangers.tuning_scores.comparisons or not (
        strangers.testing_scores and strangers.testing_scores.comparisons
    ):
        raise refusal(UsageError, Message("split-no-strangers"), hint=hint)
    threshold = threshold_at(strangers.tuning_scores, fmr)
    if threshold.refusal:
        raise refusal(
            UsageError,
            Message("split-unresolved", {"reason": stored_message(threshold.refusal)}),
            hint=hint,
        )


class NoScores:
    """Scores that say nothing: who meets whom is all that is asked.

    Args:
        sets: whose pictures are numbered.
    """

    def __init__(self, sets: Sequence[ImageSet]) -> None:
        ids = dict.fromkeys(record.image_id for images in sets for record in images.records)
        self.row: Mapping[str, int] = {image: k for k, image in enumerate(ids)}

    limits = COSINE_RANGE

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Zeros `float64 (len(rows), len(columns))`."""
        return np.zeros((len(rows), len(columns)))

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Zeros `float64 (n,)`."""
        return np.zeros(len(first))


def _standard_records(sets: Sequence[ImageSet]) -> list[ImageRecord]:
    """The standard pictures of all sets, each once, as if all were one condition."""
    unique: dict[tuple[str, str], ImageRecord] = {}
    for images in sets:
        standard = images.protocol.standard.index
        for record in images.records:
            if record.condition == standard:
                unique.setdefault((record.role, record.image_id), replace(record, condition=0))
    return list(unique.values())
