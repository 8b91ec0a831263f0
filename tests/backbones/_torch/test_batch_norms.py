"""Batch norms that no training has touched."""

import torch
from torch import nn

from probe.backbones._torch.batch_norms import batch_norms, untrained_norms, untrained_note


def network():
    return nn.Sequential(nn.Conv2d(3, 4, 1), nn.BatchNorm2d(4), nn.BatchNorm2d(4), nn.Linear(4, 2))


def test_fresh_and_zero_statistics_are_counted():
    fresh = network()
    assert len(batch_norms(fresh)) == 2
    assert untrained_norms(fresh) == 2
    assert untrained_note(fresh).values == {"count": 2, "norms": 2}
    with torch.no_grad():
        fresh[1].running_mean += 1
    assert untrained_norms(fresh) == 1
    assert untrained_note(fresh) is None
    with torch.no_grad():
        fresh[1].running_var.zero_()
    assert untrained_norms(fresh) == 2


def test_a_network_without_batch_norms_has_no_fault():
    assert untrained_note(nn.Linear(2, 2)) is None
    assert untrained_norms(nn.BatchNorm1d(3, track_running_stats=False)) == 0
