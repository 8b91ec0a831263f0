"""Anchors equal the official ones, and are square with three a place."""

import numpy as np
import torch

from probe.backbones._yolact.anchors import anchor_boxes, official_sides, sides_of

LEVELS = tuple((side, side) for side in (69, 35, 18, 9, 5))


def test_anchors_of_the_plus_network(golden):
    data = golden("yolact_plus_resnet50").arrays
    anchors = anchor_boxes(LEVELS, official_sides(9)).numpy()
    assert anchors.shape == tuple(data["priors.shape"])
    starts = np.cumsum([0, *(9 * h * w for h, w in LEVELS[:-1])])
    firsts = np.concatenate([anchors[start : start + 9] for start in starts])
    np.testing.assert_allclose(firsts, data["priors.level_first9"], rtol=0, atol=1e-7)
    np.testing.assert_allclose(anchors.ravel()[:64], data["priors.first64"], rtol=0, atol=1e-7)
    np.testing.assert_allclose(anchors.mean(), data["priors.mean"], rtol=1e-6)


def test_anchors_of_the_plain_network_are_square():
    anchors = anchor_boxes(LEVELS, official_sides(3))
    assert len(anchors) == sum(3 * h * w for h, w in LEVELS)
    torch.testing.assert_close(anchors[:, 2], anchors[:, 3])
    torch.testing.assert_close(anchors[:3, 2] * 550, 24 * torch.tensor([1, 0.5, 2]).sqrt())


def test_anchors_of_another_size_are_shares_of_it():
    sides = sides_of((20, 40), (1.0,), (1.0, 0.25))
    assert sides == (((20.0, 20.0), (10.0, 40.0)), ((40.0, 40.0), (20.0, 80.0)))
    anchors = anchor_boxes([(2, 4), (1, 2)], sides, (80, 160))
    assert anchors.shape == (20, 4)
    # Second row, third column, second anchor: 10 pixels wide and 40 high.
    torch.testing.assert_close(anchors[(4 + 2) * 2 + 1], torch.tensor([0.625, 0.75, 0.0625, 0.5]))
