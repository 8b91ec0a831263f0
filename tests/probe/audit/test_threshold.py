"""The (k+1)-th largest score, and the same without each person."""

import dataclasses

import numpy as np
import pytest

from probe.audit.threshold import allowed_matches, threshold_of, tuning_half, value_at
from tests.probe.audit.test_false_matches import all_pairs


def test_a_rate_is_read_as_it_is_written():
    assert allowed_matches(0.29, 100) == 29


def test_the_threshold_leaves_so_many_above(album):
    met = all_pairs(20, 1)
    value = value_at(met, 0.05)
    assert np.sum(met.scores > value) == 9
    names = [f"p{k:02d}" for k in range(20)]
    crowd = dataclasses.replace(
        album,
        pictures=tuple(dataclasses.replace(album.pictures[0], person=name) for name in names),
    )
    threshold = threshold_of(met, crowd, 0.05, None)
    assert threshold.value == value
    assert threshold.without["p07"] == value_at(met.without(7), 0.05)


def test_fewer_than_five_false_matches_set_no_threshold(album):
    met = all_pairs(3, 1)
    assert np.isnan(threshold_of(met, album, 0.05, None).value)


def test_the_half_is_that_of_the_run_s_shuffle(album):
    order = np.random.default_rng(0).permutation(2).tolist()
    assert tuning_half(album) == {["ann", "bob"][order[0]], "cat"}


def test_a_split_measures_on_the_other_half(album):
    met = all_pairs(3, 1)
    threshold = threshold_of(met, album, 0.4, frozenset({"ann", "bob"}))
    assert (len(threshold.tuned), len(threshold.tested)) == (1, 0)
    assert threshold.without == {"ann": pytest.approx(np.nan, nan_ok=True),
                                 "bob": pytest.approx(np.nan, nan_ok=True)}  # fmt: skip
