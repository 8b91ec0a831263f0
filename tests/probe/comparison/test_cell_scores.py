"""What the figures of a cell share: its gap, its standing and its histograms."""

import numpy as np

from probe.comparison import VectorScores, cast_of, standard_strangers
from probe.comparison.cell_scores import CellContext, cell_scores, histograms_of, standing_of
from probe.comparison.scores import BINS
from probe.comparison.separation import separation
from probe.statistics import Gap
from tests.probe.comparison.test_cells import photographs, rendered, study


def context_of(records, alike="unknown", threshold=0.4):
    images, embeddings = study(records, alike=alike)
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    return CellContext(scores, cast_of(images, scores), strangers, threshold, 0.01)


def test_a_cell_has_its_gap_and_only_the_standard_one_is_kept():
    context = context_of(photographs())
    scored = cell_scores(context, 0, 1)
    np.testing.assert_array_equal(scored.gap.mated, scored.mated.means)
    np.testing.assert_array_equal(scored.gap.pairs, scored.tallies["at_large"].pair_means)
    assert (np.diff(scored.ranked) >= 0).all()
    assert context.standard_gap is None
    standard = context.cast.standard
    assert cell_scores(context, standard, standard).gap is context.standard_gap
    cell_scores(context, 0, 1)
    tables = [value for value in vars(context).values() if isinstance(value, Gap)]
    assert len(tables) == 1


def test_a_standing_counts_misses_only_at_a_threshold():
    decided = context_of(photographs())
    scored = cell_scores(decided, 0, 1)
    figures = separation(scored)
    standing = standing_of(decided, 0, 1, scored, figures)
    np.testing.assert_array_equal(standing.miss_rates, scored.mated.miss_rates(0.4))
    assert standing.mated_pairs == len(scored.ranked)
    assert standing.separation.auc.estimate == figures["auc"]
    assert not standing.undecided
    undecided = context_of(photographs(), threshold=np.nan)
    standing = standing_of(undecided, 0, 1, cell_scores(undecided, 0, 1), figures)
    assert standing.shifts is None
    assert np.isnan(standing.miss_rates).all()
    assert standing.undecided


def test_every_kind_has_a_histogram_of_all_its_scores():
    context = context_of(rendered(), alike="role")
    scored = cell_scores(context, 1, 2)
    histograms = dict(histograms_of(context, scored))
    assert set(histograms) == {"mated", "at_large", "alike"}
    assert all(len(counts) == BINS for counts in histograms.values())
    assert histograms["mated"].sum() == len(scored.ranked)
    for kind, tally in scored.tallies.items():
        assert histograms[kind].sum() == tally.pairs


def test_only_cells_against_the_standard_condition_are_compared_between_models():
    context = context_of(photographs())
    assert cell_scores(context, 0, 1).sums is not None
    assert cell_scores(context, 0, 2).sums is None
