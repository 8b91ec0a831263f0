"""The score of two walks against plain loops, for vectors and for pair scorers."""

import numpy as np
import pytest

from probe.contracts import BackboneCard, PairScorer, Reporter
from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.similarity import unit_vectors
from probe.matching.cameras import read_cameras
from probe.matching.pictures import masks_of, pictures_of
from probe.matching.scores import ScoringTask, walk_scores
from probe.matching.timing import Stopwatch
from probe.pictures.fitting import Fitting, fit_picture

FITTING = Fitting((32, 16), "stretch")


class Closeness(PairScorer):
    card = BackboneCard(
        "closeness", input_size=(32, 16), needs_weights=False, score_range=(-255.0, 0.0),
        score="closeness",
    )  # fmt: skip
    symmetric = True

    def prepare(self, pictures):
        return pictures.mean((1, 2)).astype(np.float32)

    def score(self, first, second):
        return -np.abs(first - second).mean(1)


@pytest.fixture
def pictures(asked):
    cameras = read_cameras(asked(), Reporter(), Stopwatch())
    return pictures_of([walk for camera in cameras for walk in camera.walks], 3)


def task_of(model, pictures, masks=None):
    loaded = Loaded("model", model, ModelKey(""))
    return ScoringTask(loaded, pictures, FITTING, masks, 1, None)


def fitted(one, masks=None):
    loaded = ((record, record.origin.load()) for record in one.records)
    prepared = (masks.prepare(r, shown) if masks else shown for r, shown in loaded)
    return np.stack([fit_picture(shown, FITTING) for shown in prepared])


def naive(pictures, of_pair):
    scores = np.full((len(pictures),) * 2, np.nan)
    for i, first in enumerate(pictures):
        for j, second in enumerate(pictures):
            if first.walk.camera != second.walk.camera:
                scores[i, j] = np.mean(of_pair(first, second))
    return scores


@pytest.mark.parametrize("mask", [False, True])
def test_vectors(planted, pictures, mask):
    model = planted(lambda shown: shown[::4, ::4].ravel() - 0.4)
    masks = masks_of("detector", pictures, None, Reporter()) if mask else None
    scores, faults = walk_scores(task_of(model, pictures, masks), Reporter(), Stopwatch())

    def cosines(first, second):
        sides = (unit_vectors(model, fitted(one, masks)) for one in (first, second))
        return np.matmul(next(sides), next(sides).T)

    np.testing.assert_allclose(scores, naive(pictures, cosines), atol=1e-6)
    assert not faults


def test_pair_scorers(pictures):
    model = Closeness()
    scores, _ = walk_scores(task_of(model, pictures), Reporter(), Stopwatch())

    def closeness(first, second):
        a, b = (model.prepare(fitted(one)) for one in (first, second))
        return [-np.abs(x - y).mean() for x in a for y in b]

    np.testing.assert_allclose(scores, naive(pictures, closeness), rtol=1e-5)
    np.testing.assert_array_equal(scores, scores.T)


def test_a_model_that_sees_everybody_alike_is_said(planted, pictures):
    model = planted(lambda shown: np.ones(4))
    _, faults = walk_scores(task_of(model, pictures), Reporter(), Stopwatch())
    assert [fault.id for fault in faults] == ["setup-vectors-equal"]
