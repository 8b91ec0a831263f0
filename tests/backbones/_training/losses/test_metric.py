"""Triplet, label smoothing and centre loss equal their official definitions."""

from pathlib import Path

import numpy as np
import pytest
import torch

from probe.backbones._training.losses.metric import (
    Centres,
    batch_hard_triplet,
    smoothed_cross_entropy,
)
from probe.errors import UsageError

GOLD = np.load(Path(__file__).parents[3] / "data" / "losses.seed1.npz")


def gold(name):
    return torch.from_numpy(np.asarray(GOLD[name]))


def leaf(name):
    return gold(name).clone().requires_grad_()


def close(found, name, tolerance=1e-9):
    torch.testing.assert_close(
        found.detach(), gold(name).to(found.dtype), rtol=tolerance, atol=tolerance
    )


@pytest.mark.parametrize(
    ("name", "margin", "unit"),
    [("m03", 0.3, False), ("m5", 5.0, False), ("soft", None, False), ("m03_normalized", 0.3, True)],
)
def test_triplet_equals_the_strong_baseline(name, margin, unit):
    features = leaf("bot.feat")
    found = batch_hard_triplet(features, gold("bot.labels"), margin, unit=unit)
    found.loss.backward()
    close(found.loss, f"bot.triplet_{name}.loss")
    close(found.positive, f"bot.triplet_{name}.dist_ap")
    close(found.negative, f"bot.triplet_{name}.dist_an")
    close(features.grad, f"bot.triplet_{name}.grad")


def test_triplet_equals_hhl():
    features = leaf("bot.feat")
    batch_hard_triplet(features, gold("bot.labels"), 0.3).loss.backward()
    close(features.grad, "hhl.triplet_m03.grad")


def test_triplet_needs_two_people():
    with pytest.raises(UsageError, match="one identity only"):
        batch_hard_triplet(torch.randn(4, 3), torch.zeros(4, dtype=torch.long), 0.3)


def test_label_smoothing_equals_the_strong_baseline():
    logits = leaf("bot.logits")
    loss = smoothed_cross_entropy(logits, gold("bot.labels"), 0.1)
    loss.backward()
    close(loss, "bot.label_smooth.loss", 1e-6)
    close(logits.grad, "bot.label_smooth.grad", 1e-6)


def test_centre_loss_equals_the_strong_baseline():
    features, centres = leaf("bot.feat"), Centres(10, 32).double()
    centres.centres.data.copy_(gold("bot.centers"))
    loss = centres(features, gold("bot.labels"))
    loss.backward()
    close(loss, "bot.center.loss")
    close(features.grad, "bot.center.grad_feat")
    close(centres.centres.grad, "bot.center.grad_centers")
