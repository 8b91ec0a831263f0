"""Shares of a similarity by region."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.evidence.shares import regions_of, shares
from probe.pictures.fitting import Fitting


def test_shares_sum_to_the_similarity():
    rng = np.random.default_rng(0)
    maps, constant = rng.normal(size=(2, 6, 3)), rng.normal(size=2)
    cosine = maps.sum((1, 2)) + constant
    mask = np.zeros((24, 12), bool)
    mask[:12] = True
    carried = np.zeros_like(mask)
    carried[10:16, 4:8] = True
    regions = regions_of({"person": mask, "carried": carried}, Fitting((24, 12), "stretch"))
    first = shares(maps, constant, cosine, [regions, regions])
    np.testing.assert_allclose(first.parts.sum(1), cosine)
    assert first.names == ("person", "carried", "background", "border", "constant")
    assert first.parts[0, 0] == pytest.approx(maps[0, :3].sum())
    assert first.parts[:, 3] == pytest.approx(0)
    later = shares(maps + 0.1, constant, cosine + 1.8, [regions, regions])
    assert sum(later.change(first).values()) == pytest.approx(1.8)


def test_shares_need_regions_for_every_map():
    mask = np.ones((4, 4), bool)
    regions = regions_of({"person": mask}, Fitting((4, 4), "stretch"))
    with pytest.raises(MaskError, match="2 maps but 1"):
        shares(np.ones((2, 2, 2)), np.zeros(2), np.ones(2), [regions])
    with pytest.raises(MaskError, match="different sizes"):
        regions_of({"person": mask, "carried": mask[:2]}, Fitting((4, 4)))
