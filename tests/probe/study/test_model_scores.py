"""The scores of a model and what the manifest says of it."""

import numpy as np

from probe.study.steps import run_study


def test_a_pair_scorer_is_compared_like_a_backbone(stored_study):
    run = stored_study("own_models:pairs")
    mated = run.matrix("pairs", "turn")
    assert np.array_equal(mated, mated.T)
    assert mated[2, 2] > run.matrix("pairs", "turn", kind="at_large")[2, 2]
    assert run.manifest.backbones[0].dimension == 0


def test_the_manifest_says_what_the_vectors_are(asked):
    (entry,) = run_study(asked("stripes")).manifest.backbones
    run = run_study(asked("stripes"))
    ids, vectors = run.embeddings("stripes")
    assert entry.dimension == vectors.shape[1]
    assert entry.embedded == len(ids) == 8 * 3 * 3
    assert entry.card["architecture"] == "stripes"
    (again,) = run.manifest.backbones
    assert (again.embedded, again.cached) == (0, len(ids))


def test_a_pair_scorer_has_scores_and_no_vectors(stored_study):
    run = stored_study("own_models:pairs")
    (entry,) = run.manifest.backbones
    ids, pairs, scores = run.pair_scores("pairs")
    assert entry.pairs == len(pairs) == len(scores)
    assert set(np.unique(pairs)) <= set(range(len(ids)))
    assert entry.parts == ()
