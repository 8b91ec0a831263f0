"""Anchors equal the official ones, and are square with three a place."""

import numpy as np
import torch

from probe.backbones._yolact.anchors import anchor_boxes

LEVELS = tuple((side, side) for side in (69, 35, 18, 9, 5))


def test_anchors_of_the_plus_network(golden):
    data = golden("yolact_plus_resnet50").arrays
    anchors = anchor_boxes(LEVELS, 9).numpy()
    assert anchors.shape == tuple(data["priors.shape"])
    starts = np.cumsum([0, *(9 * h * w for h, w in LEVELS[:-1])])
    firsts = np.concatenate([anchors[start : start + 9] for start in starts])
    np.testing.assert_allclose(firsts, data["priors.level_first9"], rtol=0, atol=1e-7)
    np.testing.assert_allclose(anchors.ravel()[:64], data["priors.first64"], rtol=0, atol=1e-7)
    np.testing.assert_allclose(anchors.mean(), data["priors.mean"], rtol=1e-6)


def test_anchors_of_the_plain_network_are_square():
    anchors = anchor_boxes(LEVELS, 3)
    assert len(anchors) == sum(3 * h * w for h, w in LEVELS)
    torch.testing.assert_close(anchors[:, 2], anchors[:, 3])
    torch.testing.assert_close(anchors[:3, 2] * 550, 24 * torch.tensor([1, 0.5, 2]).sqrt())
