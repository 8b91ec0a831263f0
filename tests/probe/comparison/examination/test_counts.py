"""Errors of counts follow from both errors of pairs."""

import pytest

from probe.comparison.examination.counts import SURVEYED, counts


def test_a_model_without_errors_counts_rightly(planted):
    rows = list(counts(planted(apart=(50.0, 50.0), threshold=20.0)))
    assert [row["people"] for row in rows] == list(SURVEYED)
    assert {row["value"] for row in rows} == {0.0}
    assert all(row["low"] < 0 < row["high"] for row in rows)


def test_a_threshold_above_every_score_counts_nobody(planted):
    rows = list(counts(planted(threshold=100.0)))
    assert {row["value"] for row in rows} == {-1.0}


def test_a_threshold_below_every_score_counts_everybody(planted):
    rows = list(counts(planted(threshold=-100.0)))
    assert [row["value"] for row in rows] == pytest.approx([1.0] * len(SURVEYED))


def test_nobody_with_pictures_has_no_count(planted):
    nobody = {(c, k) for c in (0, 1) for k in range(12)}
    assert list(counts(planted(missing=nobody))) == []
