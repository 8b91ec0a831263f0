"""Every picture at most once."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.samplers.shuffled import Shuffled
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


def test_shuffled_takes_every_picture_at_most_once():
    eleven = table(np.zeros(11, int))
    batches = rows(Shuffled(kind="shuffled", batch=4).batches(eleven, np.random.default_rng(1)))
    assert [len(batch) for batch in batches] == [4, 4]
    assert len(set(np.concatenate(batches).tolist())) == 8
    with pytest.raises(UsageError, match="do not fill a batch"):
        Shuffled(kind="shuffled", batch=12).batches(eleven, np.random.default_rng(1))
