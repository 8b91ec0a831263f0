"""The film's boxes and masks are those of what is drawn; everybody passes both cameras."""

import numpy as np
import pytest

from benchmarks.film import CAMERAS, SIZE, CutOuts, Walker, paste, recipes, walkers

pytestmark = pytest.mark.checkout


def test_who_passes():
    gate, hall = (walkers(6, 4001, 130, seed) for seed in (0, 1))
    for cast in (gate, hall):
        assert sorted(one.number for one in cast) == [1, 2, 3, 4, 5, 6]
        assert len({one.lane for one in cast}) == 6
        assert all(one.identity == 4000 + one.number for one in cast)
        assert sum(one.left for one in cast) == 3
    assert [one.number for one in gate] != [one.number for one in hall]


def test_moments_of_a_stride():
    first, *_ = made = recipes(CAMERAS[0], Walker(1, 4001, 0, 0.0, True))
    assert len({one.phase for one in made}) == 8
    assert first.orientation == 110
    assert recipes(CAMERAS[0], Walker(1, 4001, 0, 0.0, False))[0].orientation == 290


def test_nearer_people_stand_before_others():
    frame, instances = np.zeros((*SIZE, 3)), np.zeros(SIZE, np.uint8)
    shown = np.full((100, 40, 3), 50, np.uint8), np.ones((100, 40), bool)
    person = CutOuts((shown,) * 8)
    paste(frame, instances, Walker(1, 1, 0, 0.5, False), person, 40)
    paste(frame, instances, Walker(2, 2, 0, 0.6, False), person, 40)
    assert (instances == 2).sum() == 4000
    assert 0 < (instances == 1).sum() < 4000
    np.testing.assert_array_equal(frame[..., 0] == 50, instances > 0)


def test_people_come_in_at_the_border_and_not_before():
    frame, instances = np.zeros((*SIZE, 3)), np.zeros(SIZE, np.uint8)
    person = CutOuts(((np.full((100, 40, 3), 9, np.uint8), np.ones((100, 40), bool)),) * 8)
    late = Walker(1, 1, 10, 0.0, True)
    paste(frame, instances, late, person, 9)
    assert not instances.any()
    for number, width in ((10, 0), (13, 20), (40, 40)):
        instances[:] = 0
        paste(frame, instances, late, person, number)
        columns = int(instances.any(0).sum())
        assert columns == pytest.approx(width, abs=1) if number != 40 else columns == 40
