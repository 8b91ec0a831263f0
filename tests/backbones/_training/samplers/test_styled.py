"""Pictures with their styled copies."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones._training.samplers.styled import Styled
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


def test_pictures_without_copies_name_the_option():
    with pytest.raises(UsageError, match="no styled copies") as caught:
        Styled(kind="styled", pictures=2).batches(table([0] * 5), np.random.default_rng(0))
    assert "--styled DIR" in caught.value.hint
