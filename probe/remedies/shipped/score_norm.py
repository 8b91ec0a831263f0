"""Scores normalised by those of strangers (symmetric score normalisation, s-norm)."""

from __future__ import annotations

from dataclasses import replace

from probe.remedies.case import RemedyCase
from probe.remedies.remedy import Remedy
from probe.remedies.scoring import Scoring, Side
from probe.wording import Message

FEWEST_COHORT = 6
COMFORTABLE_COHORT = 20
"""Strangers below which it is not tried, and is called uncertain. Our choices: of six scores the
standard deviation errs by a third, of twenty by a sixth."""


class ScoreNorm(Remedy):
    """Needs a cohort of strangers at the place where it is used."""

    label = Message("remedy-score-norm")
    rank = 60

    def why_not(self, case: RemedyCase) -> Message | None:
        """Needs a cohort."""
        if _cohort(case) < FEWEST_COHORT:
            return Message("remedy-few-strangers", {"fewest": FEWEST_COHORT})
        return None

    def caution(self, case: RemedyCase) -> Message | None:
        """A small cohort's spread is a guess."""
        people = _cohort(case)
        if people >= COMFORTABLE_COHORT:
            return None
        return Message("remedy-small-cohort", {"people": people})

    def change_scoring(self, scoring: Scoring, strangers: Side) -> Scoring:
        """By the strangers in the standard condition."""
        return replace(scoring, cohort=strangers)


def _cohort(case: RemedyCase) -> int:
    return len({view.person for view in case.strangers})


spec = ScoreNorm()
