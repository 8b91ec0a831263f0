"""The training table: columns, label spaces of several sets, and shares of it."""

from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.table import (
    UNLABELLED,
    TrainingRecord,
    counts_by_set,
    share_of_people,
    share_of_pictures,
    single_picture_people,
    table_of,
)
from probe.errors import PictureSourceError
from probe.wording import wording_of

in_words = wording_of()


def records(*sets, target=False):
    """One data set an argument: (person, camera) of its pictures."""
    return [
        TrainingRecord(Path(f"{n}/{at}"), f"{at}", f"set{n}", person, camera, target=target)
        for n, pictures in enumerate(sets)
        for at, (person, camera) in enumerate(pictures)
    ]


def test_people_and_cameras_of_several_sets_are_kept_apart():
    data = table_of(records([(7, 1), (7, 2), (9, 1)], [(7, 1), (8, 4)]))
    assert data.labels.tolist() == [0, 0, 1, 2, 3]
    assert data.cameras.tolist() == [0, 1, 0, 2, 3]
    assert data.sets.tolist() == [0, 0, 0, 1, 1]
    assert (data.classes, data.camera_count) == (4, 4)
    assert [in_words(line) for line in counts_by_set(data)] == [
        "set0: 3 pictures, identities 0 to 1, cameras 0 to 1",
        "set1: 2 pictures, identities 2 to 3, cameras 2 to 3",
    ]


def test_people_of_the_target_have_no_label():
    target = [TrainingRecord(Path("t"), "t", "other", 3, 0, target=True)]
    data = table_of([*records([(1, 0), (2, 0)]), *target])
    assert data.labels.tolist() == [0, 1, UNLABELLED]
    assert data.classes == 2
    assert data.target.tolist() == [False, False, True]
    assert "identities not used" in in_words(counts_by_set(data)[1])


def test_shares_are_drawn_with_a_seed_and_lie_within_each_other():
    data = table_of(records([(person, 0) for person in range(20) for _ in range(4)]))

    def people(share, seed=0):
        return {record.person for record in share_of_people(data, share, seed).records}

    assert (len(people(0.2)), len(people(0.6)), len(people(1.0))) == (4, 12, 20)
    assert people(0.2) < people(0.6)
    assert people(0.2) == people(0.2)
    assert people(0.2) != people(0.2, seed=1)
    assert share_of_people(data, 0.2, 0).classes == 4
    fewer = share_of_pictures(data, 0.5, 0)
    assert np.bincount(fewer.labels).tolist() == [2] * 20
    assert len(share_of_pictures(data, 0.01, 0)) == 20, "everybody keeps a picture"


@pytest.mark.parametrize("column", ["person", "camera", "split", "target", "mask", "styled"])
def test_the_digest_sees_every_column(column):
    values = {
        "person": 5, "camera": 5, "split": "query", "target": True, "mask": Path("m.png"),
        "styled": (Path("s.png"),),
    }  # fmt: skip
    before = TrainingRecord(Path("a"), "a", "set", 1, 1)
    after = TrainingRecord(**{**vars(before), column: values[column]})
    assert table_of([before]).digest() != table_of([after]).digest()


def test_the_digest_does_not_see_the_folder():
    here, there = (TrainingRecord(Path(root) / "a", "a", "set", 1, 1) for root in ("x", "y"))
    assert table_of([here]).digest() == table_of([there]).digest()


def test_a_table_needs_a_picture():
    with pytest.raises(PictureSourceError, match="no training picture"):
        table_of([])


def test_people_with_one_picture_are_counted():
    assert single_picture_people(np.array([0, 0, 1, 2, 2, 3])) == 2
