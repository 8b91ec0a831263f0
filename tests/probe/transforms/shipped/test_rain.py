"""Streaks of rain."""

import numpy as np


def test_so_much_of_the_picture_is_touched_and_made_brighter(picture, changed):
    rained = changed("rain", coverage=20).astype(int) - picture
    dark = picture.max(axis=2) < 150
    assert (rained[dark] >= 0).all()
    assert 0.1 < (np.abs(rained).max(axis=2) > 2).mean() < 0.7


def test_more_rain_hides_more(picture, changed):
    off = [np.abs(changed("rain", coverage=c).astype(int) - picture).mean() for c in (5, 20, 60)]
    assert off == sorted(off)


def test_other_pictures_get_other_streaks(changed):
    assert (changed("rain", coverage=20) != changed("rain", key="other", coverage=20)).any()
