"""A pair scorer in retrieval: alone over all pairs, or over the nearest of a backbone."""

import sys
from pathlib import Path

import numpy as np
import pytest

from probe.errors import BackboneError, UsageError
from probe.retrieval import pair_scoring
from probe.retrieval.evaluate import evaluate_data_set
from probe.retrieval.figures import euclidean_distance_blocks
from probe.retrieval.request import EvaluationRequest
from probe.wording import wording_of

MODELS = '''
import numpy as np
from probe.contracts import Backbone, BackboneCard, BackboneSpec, PairScorer

def bands(images):
    return images.reshape(len(images), 6, -1, 3).mean(2).reshape(len(images), -1) - 100

class Bands(Backbone):
    card = BackboneCard("bands", input_size=(48, 20), needs_weights=False)

    def embed(self, images):
        return bands(images).astype(np.float32)

class Cosines(PairScorer):
    """The very same as scores of pairs, on another scale."""

    card = BackboneCard(
        "cosines", input_size=(48, 20), needs_weights=False, score="logit", score_range=(-9, 9)
    )
    symmetric = True
    scored = 0

    def prepare(self, pictures):
        return bands(pictures)

    def score(self, first, second):
        type(self).scored += len(first)
        length = np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1)
        return (9 * (first * second).sum(1) / length).astype(np.float32)

vectors = BackboneSpec(cards=(Bands.card,), load=lambda c, w, r: Bands())
pairs = BackboneSpec(cards=(Cosines.card,), load=lambda c, w, r: Cosines())
'''


@pytest.fixture
def figures(tmp_path, monkeypatch, coloured):
    (tmp_path / "two_models.py").write_text(MODELS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def of(*models, **options):
        request = EvaluationRequest(
            f"market_form={coloured}", tuple(f"two_models:{name}" for name in models),
            fit="stretch", cache=tmp_path / "cache", **options,
        )  # fmt: skip
        return evaluate_data_set(request).results

    yield of
    sys.modules.pop("two_models", None)


def test_scores_of_every_pair_rank_as_the_vectors_they_are_made_of(figures):
    vectors, pairs = figures("vectors", "pairs")
    np.testing.assert_allclose(pairs.retrieval.ap, vectors.retrieval.ap, atol=1e-6)
    assert (wording_of()(vectors.distance), wording_of()(pairs.distance)) == (
        "cosine",
        "logit of every pair",
    )


def test_a_second_stage_scores_the_nearest_only(figures, monkeypatch):
    (every,) = figures("pairs")
    scorer = sys.modules["two_models"].Cosines
    whole = scorer.scored
    monkeypatch.setattr(pair_scoring, "TOP", 2)
    monkeypatch.setattr("probe.retrieval.evaluate.TOP", 2)
    first, staged = figures("pairs", first_stage="two_models:vectors")
    assert wording_of()(first.distance) == "cosine, first stage"
    (alone,) = figures("vectors")
    np.testing.assert_array_equal(first.retrieval.ap, alone.retrieval.ap)
    assert wording_of()(staged.distance) == "logit, over the 2 nearest of bands"
    looked_at = 3 + 3 + 1  # the pairs that a scorer is checked with whenever it is loaded
    assert scorer.scored - whole - looked_at == 2 * staged.retrieval.queries < whole - looked_at
    np.testing.assert_allclose(staged.retrieval.ap, every.retrieval.ap, atol=1e-6)


def test_those_behind_keep_the_order_of_the_first_stage():
    first = np.array([[0.3, 0.1, 0.2, 0.9, 0.5]], np.float32)
    stage = object.__new__(pair_scoring.PairRetrieval)
    object.__setattr__(stage, "_scores", lambda nearest: np.array([[1.0, 2.0, 7.0]], np.float32))
    pair_scoring.TOP, kept = 3, pair_scoring.TOP
    try:
        (row,) = next(iter(stage.second_stage(first)))
    finally:
        pair_scoring.TOP = kept
    # The three nearest were 1, 2, 0, and 0 scores highest; 4 and 3 stay behind as they were.
    assert np.argsort(row).tolist() == [0, 2, 1, 4, 3]


@pytest.mark.parametrize("option", ["flip", "rerank"])
def test_options_of_vectors_are_refused(figures, option):
    with pytest.raises(UsageError, match=f"--{option} works on vectors, and cosines scores pairs"):
        figures("pairs", **{option: True})


def test_the_first_stage_must_give_vectors(figures):
    with pytest.raises(BackboneError, match="cosines scores pairs and cannot be the first stage"):
        figures("pairs", first_stage="two_models:pairs")


def test_both_stages_by_euclid(figures):
    first, staged = figures("pairs", first_stage="two_models:vectors", distance="euclidean")
    assert wording_of()(first.distance) == "Euclidean, vectors as they are, first stage"
    assert wording_of()(staged.distance).endswith("nearest of bands")


def test_the_two_stages_of_fd_gan(monkeypatch):
    """The official merge of its cascade evaluator: same order of the whole gallery."""
    path = Path(__file__).parents[2] / "data" / "parity" / "fdgan_two_stage.seed1.npz"
    with np.load(path) as stored:
        data = dict(stored)
    vectors = (data[side].astype(np.float32) for side in ("query", "gallery"))
    first = np.concatenate(list(euclidean_distance_blocks(*vectors)))
    np.testing.assert_allclose(first, data["first"], rtol=1e-5)
    stage = object.__new__(pair_scoring.PairRetrieval)
    different = data["p_different"]
    object.__setattr__(stage, "_scores", lambda nearest: np.log(1 / different - 1))
    monkeypatch.setattr(pair_scoring, "TOP", int(data["top"]))
    rows = np.concatenate(list(stage.second_stage(data["first"])))
    official = np.argsort(data["second"], axis=1, kind="stable")
    np.testing.assert_array_equal(np.argsort(rows, axis=1, kind="stable"), official)
