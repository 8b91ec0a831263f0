"""Strangers in the standard condition: one set for all protocols of a study, for the threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, cast_of_records
from probe.comparison.scores import Rows, Scores, ScoreSource
from probe.comparison.streamed_strangers import Strangers, StreamedStrangers
from probe.comparison.tally import stranger_blocks
from probe.contracts import COSINE_RANGE
from probe.errors import UsageError
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.statistics import split_people, strangers_from
from probe.statistics.threshold import threshold_from
from probe.wording import Message, refusal, stored_message

SPLIT_SEED = 0
"""Seed of the shuffle that halves the people (our choice: any would do, but a fixed one gives the
same halves, and so the same thresholds, on every run)."""

MOST_LISTED = 1 << 22
"""Comparisons up to which they are listed (ours): 64 MB, of about 580 people with five pictures."""


@dataclass(frozen=True, eq=False)
class StandardStrangers:
    """Comparisons of strangers at large in the standard condition.

    Attributes:
        ranked: their scores with the people compared, the highest first; where they are more than
            `MOST_LISTED`, passes over them.
        subjects: people in the role of subject.
        strangers: people they were compared with.
        people: names of the people, by the number they have in `ranked`.
        tuning: whom the threshold is set on; the false match rate is then measured on the others.
            None: everybody serves for both.
    """

    ranked: Strangers
    subjects: int
    strangers: int
    people: tuple[str, ...] = ()
    tuning: frozenset[str] | None = None

    @cached_property
    def tuning_scores(self) -> Strangers:
        """The comparisons that the threshold is set on."""
        if self.tuning is None:
            return self.ranked
        return self.ranked.among([name in self.tuning for name in self.people])

    @cached_property
    def testing_scores(self) -> Strangers | None:
        """The comparisons among the other half of the people; None without a split."""
        if self.tuning is None:
            return None
        return self.ranked.among([name not in self.tuning for name in self.people])

    def without_scores(self) -> StandardStrangers:
        """The same people; their scores, which may be many, are left out."""
        nobody = strangers_from((), len(self.people), self.ranked.directions, self.subjects)
        return replace(self, ranked=nobody)

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
    ranked = _ranked(scores, cast)
    return StandardStrangers(ranked, cast.subjects, ranked.people, cast.people, tuning)


def _ranked(scores: ScoreSource, cast: Cast) -> Strangers:
    """The comparisons as a list; so many that nobody would hold them, as passes over them."""
    if cast.directions == 1 and _comparisons(cast) > MOST_LISTED:
        return StreamedStrangers(scores, cast)
    blocks = (block.listed() for block in stranger_blocks(scores, cast, "at_large", 0, 0))
    return strangers_from(
        blocks, people=len(cast.people), directions=cast.directions, subjects=cast.subjects
    )


def _comparisons(cast: Cast) -> int:
    """About how many comparisons the standard condition has, at most."""
    return sum(
        len(left.rows) * len(right.rows) // (2 if once else 1)
        for left, right, once in cast.rectangles("at_large", 0, 0)
    )


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
    # How many comparisons there are decides; no score is asked for.
    threshold = threshold_from(fmr, strangers.tuning_scores, lambda person, rank: 0.0)
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
