"""Flakes of snow."""

import numpy as np


def test_flakes_are_white_and_cover_what_is_asked_for(picture, changed):
    snowed = changed("snow", coverage=25, opacity=100)
    white = (snowed.min(axis=2) > 235) & (picture.min(axis=2) < 200)
    assert 0.1 < white.mean() < 0.35


def test_more_snow_hides_more(picture, changed):
    off = [np.abs(changed("snow", coverage=c).astype(int) - picture).mean() for c in (5, 20, 60)]
    assert off == sorted(off)
