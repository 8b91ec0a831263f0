"""P people with K pictures each."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._training.samplers.people_times_pictures import PeopleTimesPictures
from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.table import TrainingRecord, table_of
from probe.errors import UsageError


def table(people, sets=None, **columns):
    """A table with these people, and other columns of the same length."""
    sets = ["one"] * len(people) if sets is None else sets
    rows = []
    for at, (person, data_set) in enumerate(zip(people, sets, strict=True)):
        more = {name: values[at] for name, values in columns.items()}
        rows.append(TrainingRecord(Path(f"{at}"), f"{at}", data_set, int(person), 0, **more))
    return table_of(rows)


def rows(batches):
    return [batch[ROLE].rows for batch in batches]


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
    batches = rows(sampler.batches(table(labels), np.random.default_rng(seed)))
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
    with pytest.raises(
        UsageError, match=r"3 people, a batch needs 4(.|\n)*--set sampler\.people=3"
    ):
        sampler.batches(table(np.repeat(np.arange(3), 5)), np.random.default_rng(0))


def test_people_of_the_target_are_never_drawn_as_identities():
    data = table([0, 0, 1, 1, 2, 2], target=[False] * 4 + [True] * 2)
    sampler = PeopleTimesPictures(kind="people_times_pictures", people=2, pictures=2)
    (batch,) = rows(sampler.batches(data, np.random.default_rng(0)))
    assert sorted(batch.tolist()) == [0, 1, 2, 3]


def test_sets_are_balanced_by_identity_or_by_set():
    people = np.repeat(np.arange(40), 2)
    sets = ["large"] * 64 + ["small"] * 16
    data = table(people, sets)
    counts = {}
    for balance in ("identity", "set"):
        sampler = PeopleTimesPictures(
            kind="people_times_pictures", people=4, pictures=2, balance=balance
        )
        batches = rows(sampler.batches(data, np.random.default_rng(0)))
        counts[balance] = [int((data.sets[batch] == 1).sum()) for batch in batches]
    assert set(counts["set"]) == {4}
    assert len(counts["set"]) == 4, "ends with the smaller set"
    assert len(counts["identity"]) == 10
    assert sum(counts["identity"]) == 16
    three = PeopleTimesPictures(kind="people_times_pictures", people=3, pictures=2, balance="set")
    with pytest.raises(UsageError, match="alike from 2 data sets"):
        three.batches(data, np.random.default_rng(0))
