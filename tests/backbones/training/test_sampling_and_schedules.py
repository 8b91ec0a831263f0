"""Samplers, learning rates, averages: what the official code does, in small numbers."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._training.optimisation import Averaged
from probe.backbones._training.sampler import PeopleTimesPictures, Shuffled, single_picture_people
from probe.backbones._training.schedule import Cosine, Polynomial, Steps
from probe.errors import UsageError


@settings(deadline=None, max_examples=50)
@given(
    counts=st.lists(st.integers(1, 9), min_size=3, max_size=8),
    people=st.integers(2, 3),
    pictures=st.integers(2, 4),
    seed=st.integers(0, 99),
)
def test_people_times_pictures(counts, people, pictures, seed):
    labels = np.repeat(np.arange(len(counts)), counts)
    sampler = PeopleTimesPictures(kind="people_times_pictures", people=people, pictures=pictures)
    batches = sampler.batches(labels, np.random.default_rng(seed))
    assert batches
    used = np.bincount(np.concatenate(batches), minlength=len(labels))
    for batch in batches:
        found, times = np.unique(labels[batch], return_counts=True)
        assert len(found) == people
        assert (times == pictures).all()
    for person, count in enumerate(counts):
        if count >= pictures:
            assert (used[labels == person] <= 1).all()
        else:
            assert used[labels == person].sum() in (0, pictures)


def test_sampler_needs_enough_people():
    sampler = PeopleTimesPictures(kind="people_times_pictures", people=4, pictures=2)
    with pytest.raises(UsageError, match="3 people, a batch needs 4"):
        sampler.batches(np.repeat(np.arange(3), 5), np.random.default_rng(0))


def test_shuffled_takes_every_picture_at_most_once():
    batches = Shuffled(kind="shuffled", batch=4).batches(np.zeros(11), np.random.default_rng(1))
    assert [len(batch) for batch in batches] == [4, 4]
    assert len(set(np.concatenate(batches).tolist())) == 8
    with pytest.raises(UsageError, match="do not fill a batch"):
        Shuffled(kind="shuffled", batch=12).batches(np.zeros(11), np.random.default_rng(1))


def test_people_with_one_picture_are_counted():
    assert single_picture_people(np.array([0, 0, 1, 2, 2, 3])) == 2


def test_steps_are_those_of_the_strong_baseline():
    steps = Steps(
        kind="steps", milestones=(40, 70), gamma=0.1, warm_up_epochs=10, warm_up_start=0.01
    )
    factors = [steps.factor(epoch - 1, 0.5, 120) for epoch in (1, 10, 39, 40, 69, 70, 120)]
    np.testing.assert_allclose(factors, [0.109, 1, 1, 0.1, 0.1, 0.01, 0.01], rtol=1e-12)


def test_polynomial_is_insightfaces_linear_decay():
    rate = Polynomial(kind="polynomial", power=1.0, warm_up_epochs=0)
    np.testing.assert_allclose(
        [rate.factor(e, p, 20) for e, p in ((0, 0), (5, 0), (19, 0.5))], [1, 0.75, 0.025]
    )
    warm = Polynomial(kind="polynomial", power=2.0, warm_up_epochs=4)
    np.testing.assert_allclose(
        [warm.factor(e, p, 20) for e, p in ((0, 0), (2, 0), (4, 0), (12, 0))], [0, 0.5, 1, 0.25]
    )


def test_cosine_is_mocos():
    rate = Cosine(kind="cosine", each="epoch", warm_up_epochs=0)
    assert rate.factor(0, 0.9, 200) == 1
    np.testing.assert_allclose(rate.factor(50, 0.5, 200), 0.5 * (1 + np.cos(np.pi / 4)))
    smooth = Cosine(kind="cosine", each="step", warm_up_epochs=10)
    np.testing.assert_allclose(smooth.factor(5, 0, 200), 0.5)
    np.testing.assert_allclose(smooth.factor(105, 0, 200), 0.5)


def test_average_is_the_exponential_moving_one():
    network = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
    average = Averaged(network, 0.75)
    start = network[0].weight.detach().clone()
    with torch.no_grad():
        network[0].weight.add_(4.0)
        network[1].num_batches_tracked.fill_(9)
    average.follow(network)
    found = average.weights()
    torch.testing.assert_close(found["0.weight"], start + 1.0)
    assert int(found["1.num_batches_tracked"]) == 9
