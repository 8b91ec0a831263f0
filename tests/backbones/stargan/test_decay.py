"""The rate falls as the official code acts, or as it is published."""

import pytest

from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.schedule import Moment
from probe.backbones.stargan.decay import LateDecay


def factor(step, fall="linear"):
    schedule = LateDecay(
        kind="late_decay", steps=220_000, decay_steps=110_000, every=1000, fall=fall
    )
    return schedule.factor(Moment(0, 0.0, 1.0, step))


def test_the_official_rate_hardly_falls(parity):
    official = float(parity("stargan_losses")["learning_rate_after_220000"])
    assert 1e-4 * factor(220_000, "official") == pytest.approx(official, rel=1e-12)
    (stage,) = load_recipe("stargan.published").stages
    for optimiser in stage.optimisers.values():
        assert stage.length.steps == optimiser.schedule.steps == 220_000
        end = optimiser.rate * optimiser.schedule.factor(Moment(0, 0.0, 1.0, 220_000))
        assert end == pytest.approx(official, rel=1e-12)


@pytest.mark.parametrize(
    ("step", "share"),
    [(0, 1), (110_999, 1), (111_000, 1 - 1 / 110), (165_000, 0.5), (220_000, 0)],
)
def test_as_published_it_falls_to_nothing(step, share):
    assert factor(step) == pytest.approx(share, abs=1e-12)


@pytest.mark.parametrize("name", ["stargan.small", "stargan.half"])
def test_rates_of_our_recipes_end_at_nothing(name):
    (stage,) = load_recipe(name).stages
    for optimiser in stage.optimisers.values():
        end = Moment(0, 0.0, 1.0, stage.length.steps)
        assert optimiser.schedule.factor(end) == pytest.approx(0, abs=1e-12)
