"""Who is compared with whom, against a loop over all pairs of pictures."""

from itertools import product

import numpy as np
import pytest

from probe.comparison import NoScores, cast_of
from probe.comparison.cast import cast_of_records
from tests.probe.comparison.test_cells import photographs, record, rendered, study

OUTFITS = [
    record(f"s{p}", c, t, outfit=("red", "blue", "")[(p + t) % 3])
    for p, c, t in product(range(4), range(3), range(2))
]


def may_meet(a, b, kind, alike):
    """Whether the protocol compares two pictures of a cell as strangers."""
    if a.subject == b.subject:
        return False
    if alike == "role":
        return {a.role, b.role} == ({"subject"} if kind == "alike" else {"subject", "stranger"})
    if "subject" not in {a.role, b.role}:
        return False
    if alike == "outfit":
        return (bool(a.outfit) and a.outfit == b.outfit) == (kind == "alike")
    return kind == "at_large"


@pytest.mark.parametrize("kind", ["at_large", "alike"])
@pytest.mark.parametrize(
    ("records", "alike"), [(rendered(), "role"), (OUTFITS, "outfit"), (photographs(), "unknown")]
)
@pytest.mark.parametrize(("i", "j"), [(0, 1), (1, 1)])
def test_rectangles_hold_each_pair_of_strangers_once(records, alike, kind, i, j):
    if alike == "unknown" and kind == "alike":
        return
    images = study(records, alike=alike)[0]
    numbers = NoScores([images])
    cast = cast_of(images, numbers)
    ids = list(numbers.row)
    met = []
    for left, right, once in cast.rectangles(kind, i, j):
        allowed = cast.allowed(kind, left, right)
        if once:
            allowed &= left.people[:, None] < right.people[None, :]
        for a, b in np.argwhere(allowed):
            met.append(frozenset((ids[left.rows[a]], ids[right.rows[b]])))
    expected = {
        frozenset((a.image_id, b.image_id))
        for a, b in product(records, records)
        if (a.condition, b.condition) == (i, j) and may_meet(a, b, kind, alike)
    }
    assert len(met) == len(set(met))
    assert set(met) == expected


def test_people_are_numbered_subjects_first():
    records = [*photographs(2), record("a stranger", 1, 0, role="stranger")]
    cast = cast_of(*(lambda images: (images, NoScores([images])))(study(records)[0]))
    assert cast.people == ("s0", "s1", "a stranger")
    assert cast.subjects == 2
    assert cast.column_subject.tolist() == [0, 1, -1]
    assert [len(side.rows) for side in cast.subject_sides] == [6, 4, 8]
    assert [len(side.rows) for side in cast.stranger_sides] == [0, 1, 0]
    side = cast.subject_sides[0].of_person(1)
    assert side.people.tolist() == [1, 1, 1]


def test_across_cameras_only_pictures_of_different_cameras_meet():
    from dataclasses import replace

    records = [replace(r, camera=str(int(r.take) % 2)) for r in photographs(3)]
    numbers = NoScores([study(records)[0]])
    cast = cast_of_records(records, 3, 1, "unknown", numbers, across="camera")
    side = cast.subject_sides[0]
    camera = {numbers.row[r.image_id]: r.camera for r in records}
    cameras = np.array([camera[row] for row in side.rows.tolist()])
    expected = cameras[:, None] != cameras[None, :]
    np.testing.assert_array_equal(side.in_other_places(side), expected)
