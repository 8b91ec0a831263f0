"""d', AUC and EER of a cell against scikit-learn and the definitions."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from probe.comparison import VectorScores, cast_of, standard_strangers
from probe.comparison.cell_scores import CellContext, cell_scores
from probe.comparison.separation import NOT_SEPARATED, separation
from probe.comparison.tally import stranger_blocks
from probe.statistics import eer
from tests.probe.comparison.test_cells import photographs, study


@pytest.mark.parametrize("spread", [0.5, 1.5])
def test_figures_equal_independent_ones(spread):
    images, embeddings = study(photographs(takes=(3, 3, 3)), spread=spread)
    scores = VectorScores(embeddings)
    cast = cast_of(images, scores)
    context = CellContext(scores, cast, standard_strangers([images], scores), 0.4, 0.01)
    scored = cell_scores(context, 0, 2)
    mated = scored.mated.scores
    others = np.concatenate([b.flat for b in stranger_blocks(scores, cast, "at_large", 0, 2)])
    figures = separation(scored)
    labels = np.r_[np.ones(len(mated)), np.zeros(len(others))]
    assert figures["auc"] == pytest.approx(roc_auc_score(labels, np.r_[mated, others]))
    assert figures["eer"] == pytest.approx(eer(mated, others))
    pooled = np.sqrt((mated.var(ddof=1) + others.var(ddof=1)) / 2)
    assert figures["dprime"] == pytest.approx((mated.mean() - others.mean()) / pooled)


def test_without_strangers_there_is_nothing_to_stand_apart_from():
    images, embeddings = study(photographs(1))
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    context = CellContext(scores, cast_of(images, scores), strangers, np.nan, 0.01)
    assert separation(cell_scores(context, 0, 0)) == NOT_SEPARATED
