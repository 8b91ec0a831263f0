"""Labels that are drawn, and pairs of one person that are not there."""

import numpy as np
import torch

from probe.backbones.fdgan.losses import same_pose_difference, smooth_labels


def test_smooth_labels_are_in_their_ranges():
    torch.manual_seed(0)
    labels = np.array([smooth_labels(torch.device("cpu")) for _ in range(2000)])
    assert 0.7 <= labels[:, 0].min() < 0.71 < 0.99 < labels[:, 0].max() <= 1
    assert 0 <= labels[:, 1].min() < 0.01 < 0.29 < labels[:, 1].max() <= 0.3


def test_no_pair_of_one_person_costs_nothing():
    made = torch.rand(4, 3, 2, 2, requires_grad=True)
    loss = same_pose_difference(made, torch.tensor([False, False]))
    loss.backward()
    assert loss == 0
    assert not made.grad.any()
