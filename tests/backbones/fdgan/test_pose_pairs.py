"""Pairs with targets, and batches of one data set of several."""

from pathlib import Path

import numpy as np

from probe.backbones._training.samplers.one_set import OneSet
from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.table import TrainingRecord, table_of
from probe.backbones.fdgan.pose_pairs import SOURCE, TARGET, PosePairs


def records(people, pictures, data_set="a", keypoints=True):
    return [
        TrainingRecord(
            Path(f"{p}_{n}.jpg"), f"{p}_{n}.jpg", data_set, p, 0,
            keypoints=Path("k.json") if keypoints else None,
        )
        for p in range(people)
        for n in range(pictures)
    ]  # fmt: skip


def test_targets_are_other_pictures_of_the_same_people():
    table = table_of(records(5, 4))
    sampler = PosePairs(kind="pose_pairs", anchors=4, negatives=3)
    batches = sampler.batches(table, np.random.default_rng(0))
    assert len(batches) == 5
    for batch in batches:
        source, target = batch[SOURCE], batch[TARGET]
        labels = table.labels[source.rows]
        assert (table.labels[target.rows] == labels).all()
        same = labels[0::2] == labels[1::2]
        assert same.sum() == 4
        assert len(same) == 16
        first, second = target.rows[0::2], target.rows[1::2]
        assert (first[same] == second[same]).all()
        assert (target.draws[0::2] == target.draws[1::2])[same].all()
        assert (target.draws[0::2] != target.draws[1::2])[~same].all()
        assert (first != source.rows[0::2]).all()
        assert (second != source.rows[1::2])[~same].all()


def test_a_person_with_one_picture_is_drawn_as_another_person_only():
    table = table_of([*records(3, 4), *records(4, 1)[3:]])
    sampler = PosePairs(kind="pose_pairs", anchors=4, negatives=3)
    for batch in sampler.batches(table, np.random.default_rng(0)):
        alone = table.labels[batch[SOURCE].rows] == 3
        assert not alone[0::2].any()
        assert (batch[TARGET].rows[alone] == 12).all()


def one_set(**changes):
    pairs = Pairs(kind="pairs", anchors=2, negatives=1, shared_draws=False)
    return OneSet(kind="one_set", sampler=pairs, **changes)


def used(sampler, table):
    batches = sampler.batches(table, np.random.default_rng(0))
    return set(np.concatenate([batch["all"].rows for batch in batches]).tolist())


def test_one_of_two_sets():
    table = table_of([*records(3, 4), *records(5, 4, "b")])
    assert used(one_set(data_set=0), table) == set(range(12))
    assert used(one_set(data_set=1), table) == set(range(12, 32))


def test_shares_of_people_and_of_pictures_lie_within_each_other():
    table = table_of([*records(3, 4), *records(10, 10, "b")])
    people = [used(one_set(data_set=1, share_of_people=share), table) for share in (0.2, 0.6)]
    assert people[0] < people[1]
    assert [len(set(table.labels[list(rows)])) for rows in people] == [2, 6]
    pictures = [used(one_set(data_set=1, share_of_pictures=share), table) for share in (0.2, 0.6)]
    assert pictures[0] < pictures[1]
    counts = [np.unique(table.labels[list(rows)], return_counts=True)[1] for rows in pictures]
    assert [set(c.tolist()) for c in counts] == [{2}, {6}]
    other = used(one_set(data_set=1, share_of_people=0.2, share_seed=1), table)
    assert other != people[0]
