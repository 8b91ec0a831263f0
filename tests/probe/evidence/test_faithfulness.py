"""Curves tell true maps from false ones; rank correlation is SciPy's."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from probe.evidence import agreement, faithfulness


def top(picture):
    return np.concatenate([(picture[:8] - 0.5019607).mean(1).ravel(), [0.1]])


def test_a_true_map_beats_chance_and_a_false_one_does_not(planted):
    rng = np.random.default_rng(0)
    first = rng.integers(0, 256, (3, 32, 16, 3), dtype=np.uint8)
    true = np.zeros((3, 8, 4))
    true[:, :2] = 1 + rng.random((3, 2, 4))
    backbone = planted(top)
    good = faithfulness(backbone, first, first, true, steps=8)
    bad = faithfulness(backbone, first, first, -true, steps=8)
    areas, wrong = good.areas(), bad.areas()
    assert areas["deletion"] < areas["deletion_random"]
    assert areas["insertion"] > areas["insertion_random"]
    assert wrong["deletion"] > wrong["deletion_random"]
    assert wrong["insertion"] < wrong["insertion_random"]
    np.testing.assert_allclose(good.deletion[:, 0], 1, atol=1e-6)
    np.testing.assert_allclose(good.insertion[:, -1], 1, atol=1e-6)


def test_agreement_is_spearmans():
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(2, 3, 5, 4)).round(1)
    expected = [spearmanr(x.ravel(), y.ravel()).statistic for x, y in zip(a, b, strict=True)]
    np.testing.assert_allclose(agreement(a, b), expected, atol=1e-12)
    assert agreement(a, np.exp(a)) == pytest.approx(1)
    assert np.isnan(agreement(np.ones((1, 2, 2)), b[:1, :2, :2])[0])
