"""Several samplers in one batch."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.samplers.together import Part, Together
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


def test_only_domains_that_are_drawn_from_are_chosen():
    data = table([0] * 3 + [0] * 2, target=[False] * 3 + [True] * 2)
    source = Part(domain="source", sampler=Shuffled(kind="shuffled", batch=1))
    target = Part(domain="target", sampler=Shuffled(kind="shuffled", batch=1))
    assert together(source=source).chosen(data).tolist() == [True] * 3 + [False] * 2
    assert together(source=source, target=target).chosen(data).all()
    everything = Part(domain="all", sampler=Shuffled(kind="shuffled", batch=1))
    assert together(source=everything).chosen(data).all()
