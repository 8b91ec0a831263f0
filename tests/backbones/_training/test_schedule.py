"""Learning rates: what the official code does, in small numbers."""

import json

import numpy as np
import pytest

from probe.backbones._training.schedule import (
    Constant,
    Cosine,
    Drops,
    Inverse,
    Moment,
    Polynomial,
    Steps,
)


def test_steps_are_those_of_the_strong_baseline():
    steps = Steps(
        kind="steps", milestones=(40, 70), gamma=0.1, warm_up_epochs=10, warm_up_start=0.01
    )
    factors = [steps.factor(Moment(epoch - 1, 0.5, 120)) for epoch in (1, 10, 39, 40, 69, 70, 120)]
    np.testing.assert_allclose(factors, [0.109, 1, 1, 0.1, 0.1, 0.01, 0.01], rtol=1e-12)


def test_polynomial_is_insightfaces_linear_decay():
    rate = Polynomial(kind="polynomial", power=1.0, warm_up_epochs=0)
    np.testing.assert_allclose(
        [rate.factor(Moment(e, p, 20)) for e, p in ((0, 0), (5, 0), (19, 0.5))], [1, 0.75, 0.025]
    )
    warm = Polynomial(kind="polynomial", power=2.0, warm_up_epochs=4)
    np.testing.assert_allclose(
        [warm.factor(Moment(e, p, 20)) for e, p in ((0, 0), (2, 0), (4, 0), (12, 0))],
        [0, 0.5, 1, 0.25],
    )


def test_cosine_is_mocos():
    rate = Cosine(kind="cosine", each="epoch", warm_up_epochs=0)
    assert rate.factor(Moment(0, 0.9, 200)) == 1
    np.testing.assert_allclose(rate.factor(Moment(50, 0.5, 200)), 0.5 * (1 + np.cos(np.pi / 4)))
    smooth = Cosine(kind="cosine", each="step", warm_up_epochs=10)
    np.testing.assert_allclose(smooth.factor(Moment(5, 0, 200)), 0.5)
    np.testing.assert_allclose(smooth.factor(Moment(105, 0, 200)), 0.5)


def test_constant_stays():
    assert Constant(kind="constant").factor(Moment(3, 0.2, 4.5, 17)) == 1


def test_rates_are_those_of_the_official_schedule(parity):
    data = parity("bot_schedule")
    for name in ("yml", "defaults", "no_warm_up"):
        settings = json.loads(str(data[f"{name}.settings"]))
        schedule = Steps(
            kind="steps",
            milestones=settings["milestones"],
            gamma=settings["gamma"],
            warm_up_epochs=settings["iters"],
            warm_up_start=settings["factor"],
        )
        official = data[f"{name}.factor_in_epoch_1_to_n"]
        ours = [
            schedule.factor(Moment(epoch, 0.0, len(official))) for epoch in range(len(official))
        ]
        np.testing.assert_allclose(ours, official, rtol=1e-12)


def test_inverse_is_caffes(parity):
    data = parity("idla_cind")
    rate = Inverse(kind="inverse", gamma=1e-4, power=0.75)
    ours = [0.01 * rate.factor(Moment(0, 0.0, 1, int(n))) for n in data["inv_schedule_iterations"]]
    np.testing.assert_allclose(ours, data["inv_schedule"], rtol=1e-12)


def test_drops_are_yolacts():
    """From 1e-4 up over 500 steps, in the official rule, then a tenth at each of its steps."""
    drops = Drops(
        kind="drops", at=(280_000, 600_000), gamma=0.1, warm_up_steps=500, warm_up_start=0.1
    )
    for step in (0, 1, 250, 499, 500, 279_999, 280_000, 599_999, 600_000, 799_999):
        rate = 1e-3 * 0.1 ** sum(step >= at for at in (280_000, 600_000))
        if step <= 500:
            rate = (1e-3 - 1e-4) * (step / 500) + 1e-4
        assert 1e-3 * drops.factor(Moment(0, 0.0, 1, step)) == pytest.approx(rate, rel=1e-12)
    flat = Drops(kind="drops", at=(3,), gamma=0.5, warm_up_steps=0, warm_up_start=0.0)
    assert [flat.factor(Moment(0, 0.0, 1, step)) for step in (0, 2, 3)] == [1, 1, 0.5]
