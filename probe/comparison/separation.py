"""How far the scores of the same person stand apart from those of strangers: d', AUC, EER.

AUC and EER need of the strangers only where they stand among the sorted mated scores, so that they
are exact however many strangers there are.
"""

from __future__ import annotations

import math

import numpy as np

from probe.comparison.cell_scores import CellScores
from probe.comparison.scores import Scores
from probe.comparison.tally import StrangerTally
from probe.runs.figures import SeparationFigures
from probe.statistics import d_prime, eer
from probe.statistics.rates import weighted_mean_and_sd
from probe.wording import Message

NOT_SEPARATED: SeparationFigures = {
    "log10_fmr": math.nan,
    "log10_fmr_floored": False,
    "dprime": math.nan,
    "auc": math.nan,
    "eer": math.nan,
    "eer_note": "",
}
"""Of a cell between strangers, or where one side has no comparison."""


def separation(scores: CellScores) -> SeparationFigures:
    """The separation of a cell; not defined where one side has no comparison.

    How rare its mated mean is among strangers of the standard condition is left open: those scores
    are many, and stay where the study is (see `probe.comparison.comparison`).
    """
    tally = scores.tallies["at_large"]
    figures = NOT_SEPARATED.copy()
    if not len(scores.ranked) or not tally.pairs:
        return figures
    figures["dprime"] = d_prime(
        *weighted_mean_and_sd(scores.mated.scores, scores.mated.weights),
        tally.sum_of_scores / tally.pairs,
        tally.sd_pairs,
    )
    weights = _sorted_weights(scores)
    figures["auc"] = _auc(tally, weights)
    figures["eer"] = _eer(tally, weights)
    figures["eer_note"] = Message("note-no-known-interval").json()
    return figures


def _sorted_weights(scores: CellScores) -> Scores:
    """Weight of each sorted mated score; all subjects weigh the same, and they sum to 1."""
    order = np.argsort(scores.mated.scores, kind="stable")
    weights = scores.mated.weights[order]
    normalised: Scores = weights / weights.sum()
    return normalised


def _auc(tally: StrangerTally, weights: Scores) -> float:
    """P(mated > stranger) + P(tie) / 2, every subject weighing the same."""
    # Strangers below each mated score, from counts: the area of Mann and Whitney.
    below = np.cumsum(tally.between + tally.tied) - tally.tied
    first = tally.first_of_ties
    ranks = below[first] + tally.tied[first] / 2
    return float(weights @ ranks) / tally.pairs


def _eer(tally: StrangerTally, weights: Scores) -> float:
    """The equal error rate depends on ranks only: places stand for scores."""
    places = np.arange(len(weights) + 1, dtype=np.float64)
    return eer(
        tally.first_of_ties + 0.5,
        np.concatenate([places, places + 0.5]),
        weights,
        np.concatenate([tally.between, tally.tied]),
    )
