"""Batches of one data set of several, or of a share of it."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.samplers.one_set import OneSet
from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.table import TrainingRecord, table_of
from probe.errors import UsageError
from probe.wording import wording_of


@pytest.fixture
def table():
    """Two sets of ten people with four pictures each, and a person of the target."""
    records = [
        TrainingRecord(Path(f"{s}/{p}/{k}"), f"{p}/{k}", f"set{s}", p, 0)
        for s in range(2) for p in range(10) for k in range(4)
    ]  # fmt: skip
    target = TrainingRecord(Path("t"), "t", "set1", 99, 0, target=True)
    return table_of([*records, target])


def rows(table, **changes):
    """All rows that the batches of an epoch hold."""
    sampler = OneSet(
        kind="one_set", sampler=Shuffled(kind="shuffled", batch=2), **{"data_set": 1, **changes}
    )
    assert sampler.roles == (ROLE,)
    batches = sampler.batches(table, np.random.default_rng(3))
    return np.concatenate([batch[ROLE].rows for batch in batches])


def test_pictures_come_from_one_set_and_have_a_person(table):
    first, second = rows(table, data_set=0), rows(table)
    assert sorted(first) == list(range(40))
    assert sorted(second) == list(range(40, 80)), "not the target's"


def test_a_share_of_people_keeps_all_their_pictures(table):
    few = rows(table, share_of_people=0.3)
    assert np.bincount(table.labels[few])[-10:].tolist().count(4) == 3
    assert len(few) == 12
    assert set(few) < set(rows(table, share_of_people=0.6))
    assert set(few) != set(rows(table, share_of_people=0.3, share_seed=1))


def test_a_share_of_pictures_keeps_everybody(table):
    few = rows(table, share_of_pictures=0.5)
    assert np.bincount(table.labels[few])[-10:].tolist() == [2] * 10
    fewest = rows(table, share_of_pictures=0.01)
    assert len(fewest) == 10
    assert set(fewest) < set(few)


def test_a_set_that_is_not_there_is_refused(table):
    with pytest.raises(UsageError, match="data set 2, counted from 0; there are 2") as refused:
        rows(table, data_set=2)
    assert "--data" in refused.value.hint


def test_what_batches_may_hold_is_known_without_drawing_them(table):
    whole = OneSet(kind="one_set", data_set=1, sampler=Shuffled(kind="shuffled", batch=2))
    assert np.flatnonzero(whole.chosen(table)).tolist() == list(range(40, 80))
    some = OneSet(**{**dict(whole), "share_of_people": 0.3})
    drawn = rows(table, share_of_people=0.3)
    assert set(np.flatnonzero(some.chosen(table)).tolist()) == set(drawn.tolist())


def test_of_people_with_one_picture_it_says_what_its_sampler_says():
    pairs = Pairs(kind="pairs", anchors=2, negatives=1, shared_draws=False)
    alone = OneSet(kind="one_set", data_set=0, sampler=pairs).single_pictures
    assert alone == pairs.single_pictures
    assert "pairs of different people only" in wording_of()(alone)
