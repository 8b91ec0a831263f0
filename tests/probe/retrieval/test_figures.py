"""Retrieval figures against brute force, and what they must not depend on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score

from probe.errors import ComparisonError
from probe.retrieval import (
    RULES,
    Labels,
    cosine_distance_blocks,
    evaluate_blocks,
    evaluate_distances,
    evaluate_vectors,
    labels,
    unit_rows,
)
from probe.wording import wording_of

RANKED_RULES = [rule.name for rule in RULES if rule.cmc != "single-shot"]


def problem(seed, queries=12, gallery=60, people=6, cameras=3, decimals=None):
    rng = np.random.default_rng(seed)
    distances = rng.random((queries, gallery))
    if decimals is not None:
        distances = distances.round(decimals)
    sides = [
        labels(rng.integers(0, people, size), rng.integers(0, cameras, size))
        for size in (queries, gallery)
    ]
    return distances, *sides


def slow_market(distances, query, gallery):
    """Query by query, with a full sort: per-query AP, INP and first rank (None when dropped)."""
    figures = []
    for row, person, camera in zip(distances, query.people, query.cameras, strict=True):
        ranking = sorted(range(len(row)), key=lambda k, row=row: (row[k], k))
        ranking = [
            k for k in ranking if gallery.people[k] != person or gallery.cameras[k] != camera
        ]
        ranks = [r for r, k in enumerate(ranking, 1) if gallery.people[k] == person]
        if not ranks:
            figures.append(None)
            continue
        precision = np.mean([(n + 1) / rank for n, rank in enumerate(ranks)])
        figures.append((precision, len(ranks) / ranks[-1], ranks[0]))
    return figures


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), decimals=st.sampled_from([None, 0, 1, 2]))
def test_equals_a_full_sort(seed, decimals):
    distances, query, gallery = problem(seed, decimals=decimals)
    found = evaluate_distances(distances, query, gallery)
    for k, expected in enumerate(slow_market(distances, query, gallery)):
        if expected is None:
            assert np.isnan(found.ap[k])
            assert found.first_rank[k] == 0
        else:
            assert (found.ap[k], found.inp[k], found.first_rank[k]) == pytest.approx(expected)
    shares = [np.mean(found.first_rank[found.first_rank > 0] <= r) for r in range(1, 51)]
    np.testing.assert_allclose(found.cmc, shares)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_tied_groups_equal_scikit_learn(seed):
    distances, query, gallery = problem(seed, decimals=1)
    found = evaluate_distances(distances, query, gallery, "sklearn-ties")
    for k in np.flatnonzero(~np.isnan(found.ap)):
        same = gallery.people == query.people[k]
        kept = ~(same & (gallery.cameras == query.cameras[k]))
        expected = average_precision_score(same[kept], -distances[k, kept])
        assert found.ap[k] == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("rule", RANKED_RULES)
def test_an_increasing_map_changes_nothing(rule):
    distances, query, gallery = problem(3, decimals=1)
    first = evaluate_distances(distances, query, gallery, rule)
    second = evaluate_distances(np.exp(3 * distances) - 7, query, gallery, rule)
    np.testing.assert_array_equal(first.ap, second.ap)
    np.testing.assert_array_equal(first.cmc, second.cmc)


@pytest.mark.parametrize("rule", RANKED_RULES)
def test_the_order_of_the_gallery_does_not_matter_without_ties(rule):
    distances, query, gallery = problem(4)
    order = np.random.default_rng(0).permutation(len(gallery))
    moved = Labels(gallery.people[order], gallery.cameras[order])
    first = evaluate_distances(distances, query, gallery, rule)
    second = evaluate_distances(distances[:, order], query, moved, rule)
    np.testing.assert_array_equal(first.ap, second.ap)
    np.testing.assert_array_equal(first.inp, second.inp)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_perfect_ranking_scores_one(rule):
    query, gallery = labels([1, 2, 3], [0, 0, 0]), labels([1, 2, 3, 1, 2, 3], [1, 1, 1, 2, 2, 2])
    distances = (query.people[:, None] != gallery.people[None, :]).astype(float)
    distances += np.arange(6) * 1e-3
    found = evaluate_distances(distances, query, gallery, rule)
    assert (found.mean_ap, found.mean_inp, found.cmc[0]) == pytest.approx((1, 1, 1))


def test_distractors_and_junk():
    query = labels([5], [0])
    gallery = labels([-1, 0, 5], [1, 1, 1])
    distances = np.array([[0.1, 0.2, 0.3]])
    assert evaluate_distances(distances, query, gallery).mean_ap == pytest.approx(1 / 3)
    assert evaluate_distances(distances, query, gallery, "trapezoid").first_rank[0] == 2
    kept = gallery.usable
    people_only = evaluate_distances(distances[:, kept], query, gallery.only(kept))
    assert people_only.mean_ap == pytest.approx(1 / 2)


def test_dropped_queries_are_counted_aloud():
    distances, query, gallery = problem(0)
    some = Labels(np.where(np.arange(12) < 4, 99, query.people), query.cameras)
    found = evaluate_distances(distances, some, gallery)
    assert found.dropped == 4
    assert wording_of()(found.notice).startswith("4 of 12 queries")
    assert evaluate_distances(distances, query, gallery).notice is None


@pytest.mark.parametrize("rows", [1, 5, 12])
def test_blocks_and_vectors_give_the_same_figures(rows):
    _, query, gallery = problem(6)
    rng = np.random.default_rng(6)
    a, b = rng.normal(size=(12, 16)), rng.normal(size=(60, 16))
    whole = evaluate_vectors(a, b, query, gallery)
    size = rows * 4 * len(gallery)
    blocks = cosine_distance_blocks(unit_rows(a), unit_rows(7 * b), size)
    parts = evaluate_blocks(blocks, query, gallery)
    np.testing.assert_array_equal(whole.ap, parts.ap)
    exact = evaluate_distances(
        1 - (a / np.linalg.norm(a, axis=1)[:, None]) @ (b / np.linalg.norm(b, axis=1)[:, None]).T,
        query,
        gallery,
    )
    np.testing.assert_allclose(whole.ap, exact.ap)


def test_the_callers_distances_are_left_alone():
    distances, query, gallery = problem(7)
    before = distances.copy()
    evaluate_distances(distances, query, gallery)
    np.testing.assert_array_equal(distances, before)


def test_bad_input_is_named():
    distances, query, gallery = problem(8)
    with pytest.raises(ComparisonError, match="no retrieval rule"):
        evaluate_distances(distances, query, gallery, "market")
    with pytest.raises(ComparisonError, match="do not fit"):
        evaluate_distances(distances[:, 1:], query, gallery)
    with pytest.raises(ComparisonError, match="labels for 12"):
        evaluate_distances(distances[1:], query, gallery)
    with pytest.raises(ComparisonError, match="query 2 is not a finite"):
        evaluate_distances(np.where(np.arange(12)[:, None] == 2, np.nan, distances), query, gallery)
    with pytest.raises(ComparisonError, match="do not belong together"):
        labels([1, 2], [1])
    with pytest.raises(ComparisonError, match="whole numbers"):
        labels([1.5], [1])
    with pytest.raises(ComparisonError, match="the first is number 1"):
        unit_rows([[1.0, 0.0], [0.0, 0.0]])
    stranger = Labels(query.people + 100, query.cameras)
    with pytest.raises(ComparisonError, match="no person of the queries"):
        evaluate_distances(distances, stranger, gallery)


def test_lengths_are_the_same_however_many_vectors_are_taken_together(monkeypatch):
    vectors = np.random.default_rng(0).normal(size=(11, 7)).astype(np.float32)
    at_once = unit_rows(vectors)
    monkeypatch.setattr("probe.retrieval.figures.ROWS_AT_ONCE", 3)
    np.testing.assert_array_equal(unit_rows(vectors), at_once)
    vectors[10] = 0
    with pytest.raises(ComparisonError, match="10"):
        unit_rows(vectors)
