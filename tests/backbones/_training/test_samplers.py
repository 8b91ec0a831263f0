"""Samplers: which pictures make a batch."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.people_times_pictures import PeopleTimesPictures
from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.samplers.styled import Styled
from probe.backbones._training.samplers.together import Part, Together
from probe.backbones._training.table import TrainingRecord, table_of
from probe.errors import UsageError

DRAWN = 7


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
    with pytest.raises(UsageError, match="3 people, a batch needs 4"):
        sampler.batches(table(np.repeat(np.arange(3), 5)), np.random.default_rng(0))


def test_shuffled_takes_every_picture_at_most_once():
    eleven = table(np.zeros(11, int))
    batches = rows(Shuffled(kind="shuffled", batch=4).batches(eleven, np.random.default_rng(1)))
    assert [len(batch) for batch in batches] == [4, 4]
    assert len(set(np.concatenate(batches).tolist())) == 8
    with pytest.raises(UsageError, match="do not fill a batch"):
        Shuffled(kind="shuffled", batch=12).batches(eleven, np.random.default_rng(1))


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


@pytest.mark.parametrize("negatives", [1, 3])
def test_pairs_are_one_of_the_same_person_and_then_of_others(negatives):
    data = table(np.repeat(np.arange(5), 3))
    sampler = Pairs(kind="pairs", anchors=4, negatives=negatives, shared_draws=False)
    batches = sampler.batches(data, np.random.default_rng(DRAWN))
    assert len(batches) == 15 // 4
    for batch in batches:
        labels = data.labels[batch[ROLE].rows].reshape(-1, 2)
        same = (labels[:, 0] == labels[:, 1]).reshape(4, 1 + negatives)
        assert same[:, 0].all()
        assert not same[:, 1:].any()
        pictures = batch[ROLE].rows.reshape(-1, 2)
        assert (pictures[:, 0] != pictures[:, 1]).all()
    anchors = np.concatenate([batch[ROLE].rows[:: 2 * (1 + negatives)] for batch in batches])
    assert len(set(anchors.tolist())) == len(anchors)


def test_pairs_may_share_their_draws():
    data = table([0, 0, 1, 1])
    for shared, want in ((True, [0, 0, 2, 2]), (False, [0, 1, 2, 3])):
        sampler = Pairs(kind="pairs", anchors=1, negatives=1, shared_draws=shared)
        draws = sampler.batches(data, np.random.default_rng(0))[0][ROLE].draws
        assert draws.tolist() == want


def test_pairs_need_two_people():
    with pytest.raises(UsageError, match="do not fill a batch"):
        Pairs(kind="pairs", anchors=1, negatives=1, shared_draws=False).batches(
            table([0, 0, 0]), np.random.default_rng(0)
        )


def test_styled_copies_follow_their_picture():
    styled = [(Path("a"), Path("b"))] * 5
    batches = Styled(kind="styled", pictures=2).batches(
        table([0] * 5, styled=styled), np.random.default_rng(0)
    )
    assert len(batches) == 2
    assert batches[0][ROLE].copies.tolist() == [0, 1, 2, 0, 1, 2]
    assert len(set(batches[0][ROLE].rows[:3].tolist())) == 1
    with pytest.raises(UsageError, match="0 to 2 styled copies"):
        Styled(kind="styled", pictures=2).batches(
            table([0] * 5, styled=[*styled[:4], ()]), np.random.default_rng(0)
        )


def together(**parts):
    return Together(kind="together", parts=parts, paced_by="source")


def test_source_and_target_come_together_and_the_shorter_begins_anew():
    data = table([0] * 12 + [0] * 5, target=[False] * 12 + [True] * 5)
    sampler = together(
        source=Part(domain="source", sampler=Shuffled(kind="shuffled", batch=3)),
        target=Part(domain="target", sampler=Shuffled(kind="shuffled", batch=2)),
    )
    assert sampler.roles == ("source", "target")
    batches = sampler.batches(data, np.random.default_rng(0))
    assert len(batches) == 4
    for batch in batches:
        assert not data.target[batch["source"].rows].any()
        assert data.target[batch["target"].rows].all()
        assert [len(batch[role]) for role in ("source", "target")] == [3, 2]
    again = sampler.batches(data, np.random.default_rng(0))
    assert all(
        (a["target"].rows == b["target"].rows).all() for a, b in zip(batches, again, strict=True)
    )


def test_a_joint_batch_without_target_pictures_is_refused():
    sampler = together(
        source=Part(domain="source", sampler=Shuffled(kind="shuffled", batch=1)),
        target=Part(domain="target", sampler=Shuffled(kind="shuffled", batch=1)),
    )
    with pytest.raises(UsageError, match=r"parts\.target: there is no picture of the target"):
        sampler.batches(table([0, 1]), np.random.default_rng(0))
