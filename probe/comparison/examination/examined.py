"""The comparisons of a backbone on one protocol that examiners' figures are made of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast
from probe.comparison.examination.pair_outcomes import PairOutcomes, pair_outcomes
from probe.comparison.mated import mated_scores
from probe.comparison.scores import ScoreSource
from probe.comparison.tally import stranger_blocks
from probe.runs.examination import ExaminedModel
from probe.statistics import StrangerScores, strangers_from
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.zoo import mean_by_person

MOST_PEOPLE = 150
"""Of more people the first so many by name are examined (ours: it bounds the time; intervals are
narrow then)."""


@dataclass(frozen=True, eq=False)
class ConditionScores:
    """Scores of one condition against the standard one.

    Attributes:
        condition: index.
        mated: scores of each subject; empty for one without pictures.
        strangers: at large.
    """

    condition: int
    mated: tuple[Floats, ...]
    strangers: StrangerScores


@dataclass(frozen=True, eq=False)
class Examined:
    """A backbone on one protocol, ready to be examined.

    Attributes:
        model: protocol and backbone.
        names: of the people; the subjects come first.
        subjects: how many of them are subjects.
        chosen: `(people,)` whether each is examined.
        threshold: match iff score > threshold; NaN where there is none.
        conditions: the changed ones that have comparisons of both kinds.
        groups: attribute -> group of every person; empty where not stated.
    """

    model: ExaminedModel
    names: tuple[str, ...]
    subjects: int
    chosen: NDArray[np.bool_]
    threshold: float
    conditions: tuple[ConditionScores, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def numbers(self) -> Integers:
        """`(S,)` numbers of the subjects."""
        return np.arange(self.subjects)

    @cached_property
    def miss_table(self) -> Floats:
        """Miss rates `(S, C)`; NaN without pictures or threshold."""
        rates = [
            [float(np.mean(s <= self.threshold)) if len(s) else math.nan for s in one.mated]
            for one in self.conditions
        ]
        return np.array(rates, np.float64).reshape(len(rates), self.subjects).T

    @cached_property
    def missed(self) -> Floats:
        """Mean miss rate of each subject `(S,)` over the conditions in which they were compared;
        NaN for none.
        """
        compared = np.isfinite(self.miss_table)
        sums = np.where(compared, self.miss_table, 0.0).sum(axis=1)
        counts = compared.sum(axis=1)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)

    @cached_property
    def pairs(self) -> PairOutcomes:
        """The comparisons of strangers of all conditions by pair of people."""
        return pair_outcomes([one.strangers for one in self.conditions], self.threshold)

    @cached_property
    def pair_shares(self) -> tuple[Floats, Integers, Integers]:
        """Share of the comparisons above the threshold, and the two people, of every pair."""
        pairs, count = self.pairs, len(self.names)
        code = np.minimum(pairs.first, pairs.second) * count + np.maximum(pairs.first, pairs.second)
        met, place = np.unique(code, return_inverse=True)
        above, compared = (np.bincount(place, part) for part in (pairs.above, pairs.compared))
        first, second = np.divmod(met, max(1, count))
        return above / compared, first, second

    @cached_property
    def matched(self) -> Floats:
        """Mean share of strangers above the threshold, over the pairs with each person
        `(people,)`; NaN for someone who met nobody.
        """
        shares, first, second = self.pair_shares
        matched = np.full(len(self.names), np.nan)
        matched[np.union1d(first, second)] = mean_by_person(shares, first, second)
        return matched


def examined_of(
    model: ExaminedModel,
    cast: Cast,
    scores: ScoreSource,
    threshold: float,
    groups: Mapping[str, Mapping[str, str]] | None = None,
) -> Examined:
    """The comparisons of all changed conditions, of at most `MOST_PEOPLE` people of a kind.

    Args:
        model: protocol and backbone.
        cast: of the protocol.
        scores: of its pictures.
        threshold: match iff score > threshold; NaN where there is none.
        groups: attribute -> person -> group.
    """
    number = np.arange(len(cast.people))
    kind = np.where(number < cast.subjects, number, number - cast.subjects)
    chosen = kind < MOST_PEOPLE
    compared = _conditions(cast.among(chosen), scores)
    conditions = tuple(one for one in compared if any(map(len, one.mated)))
    grouped = {
        attribute: tuple(of_person[name] for name in cast.people)
        for attribute, of_person in (groups or {}).items()
    }
    return Examined(model, cast.people, cast.subjects, chosen, threshold, conditions, grouped)


def _conditions(cast: Cast, scores: ScoreSource) -> Iterator[ConditionScores]:
    for condition in range(cast.conditions):
        if condition == cast.standard:
            continue
        i, j = sorted((condition, cast.standard))
        blocks = (block.listed() for block in stranger_blocks(scores, cast, "at_large", i, j))
        met = strangers_from(
            blocks, people=len(cast.people), directions=cast.directions, subjects=cast.subjects
        )
        own = mated_scores(scores, cast, i, j).by_subject
        if met.comparisons:
            yield ConditionScores(condition, own, met)
