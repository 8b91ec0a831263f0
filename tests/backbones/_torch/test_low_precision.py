"""What bfloat16 changes is measured on a few of the pictures that come by."""

import numpy as np
import pytest

from probe.backbones._torch.low_precision import A_TIME, SAMPLE, Watch
from probe.wording import wording_of

ANGLES = np.linspace(0, 1.4, 60)


class Exact:
    """Gives the unit vector of the angle that a picture's first value numbers."""

    def __init__(self):
        self.asked = []

    def run(self, images):
        self.asked.append([int(number) for number in images[:, 0, 0, 0]])
        return on_circle(ANGLES[images[:, 0, 0, 0]])


def on_circle(angles):
    return np.stack([np.cos(angles), np.sin(angles)], 1).astype(np.float32)


def pictures(numbers):
    return np.asarray(numbers, np.uint8)[:, None, None, None].repeat(3, 3)


def test_the_change_is_that_of_the_cosines():
    """Every second vector turned by 0.1: cosines within a half stay, those across change."""
    watch, numbers = Watch(Exact()), np.arange(4)
    turned = ANGLES[numbers] + 0.1 * (numbers % 2)
    watch.see(pictures(numbers), 7 * on_circle(turned))  # the length does not matter
    low, exact = (np.cos(a[:, None] - a)[np.triu_indices(4, 1)] for a in (turned, ANGLES[numbers]))
    change = watch.change()
    assert change.pictures == 4
    assert change.largest == pytest.approx(np.abs(low - exact).max(), abs=1e-6)
    assert change.mean == pytest.approx(np.abs(low - exact).mean(), abs=1e-6)
    assert change.least_own == pytest.approx(np.cos(0.1), abs=1e-6)
    assert change.note.values["pictures"] == 4
    assert change.note.values["largest"] == change.largest
    assert f"by up to {change.largest:.1e}" in wording_of()(change.note)


def test_the_sample_is_spread_over_batches_and_ends():
    watch, exact = Watch(engine := Exact()), on_circle(ANGLES)
    for _ in range(6):
        watch.see(pictures(np.arange(60)), exact)
    assert engine.asked == [np.linspace(0, 59, A_TIME).astype(int).tolist()] * (SAMPLE // A_TIME)
    assert watch.change().pictures == SAMPLE
    assert watch.change().largest < 1e-6


def test_one_picture_tells_nothing():
    watch = Watch(Exact())
    assert watch.change() is None
    watch.see(pictures([3]), on_circle(ANGLES[[3]]))
    assert watch.change() is None


def test_what_is_forgotten_is_not_counted():
    watch = Watch(Exact())
    watch.see(pictures(range(4)), 2 * on_circle(ANGLES[:4] + 0.3 * np.arange(4)))
    watch.forget()
    assert watch.change() is None
    watch.see(pictures(range(10, 13)), on_circle(ANGLES[10:13]))
    change = watch.change()
    assert change.pictures == 3
    assert change.largest == pytest.approx(0, abs=1e-6)
