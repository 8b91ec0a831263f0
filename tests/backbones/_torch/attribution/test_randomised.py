"""Shuffled weights leave the original alone and come back with their seed."""

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.attribution import (
    pair_evidence,
    randomised,
)


def osnet_head():
    return nn.Sequential(
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(12, 9), nn.BatchNorm1d(9), nn.ReLU(True)
    )


def test_randomised_leaves_the_original_alone(headed, loaded, rough, pairs):
    backbone = loaded(rough(headed(osnet_head())))
    before = pair_evidence(backbone, *pairs)
    other = randomised(backbone, seed=3)
    assert not np.allclose(pair_evidence(other, *pairs).first, before.first, atol=1e-4)
    np.testing.assert_array_equal(pair_evidence(backbone, *pairs).first, before.first)
    again = pair_evidence(randomised(backbone, seed=3), *pairs)
    np.testing.assert_array_equal(again.first, pair_evidence(other, *pairs).first)


def test_each_layer_keeps_its_values_and_norms_keep_their_statistics(headed, loaded, rough):
    backbone = loaded(rough(headed(osnet_head())))
    shuffled = randomised(backbone).network.state_dict()
    for name, before in backbone.network.state_dict().items():
        after = shuffled[name]
        torch.testing.assert_close(after.flatten().sort().values, before.flatten().sort().values)
        assert torch.equal(after, before) == (before.ndim < 2), name
