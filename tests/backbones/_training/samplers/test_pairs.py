"""Pairs of one person and of two."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.sampler import ROLE
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
