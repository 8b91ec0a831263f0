"""k-reciprocal re-ranking against the paper's definitions written out with sets."""

import numpy as np
import pytest

from probe.retrieval import evaluate_blocks, evaluate_vectors, labels, reranked_blocks


def reciprocal(ranking, i, k):
    """Who is among the k nearest of i and has i among theirs; i itself with them."""
    return {int(j) for j in ranking[i, : k + 1] if i in ranking[j, : k + 1]}


def grown(ranking, i, k1):
    """Equation 5: with those of each that share two thirds of theirs."""
    own = reciprocal(ranking, i, k1)
    others = [reciprocal(ranking, j, round(k1 / 2)) for j in own]
    return own.union(*(theirs for theirs in others if len(theirs & own) > 2 / 3 * len(theirs)))


def by_the_book(vectors, queries, k1, k2, weight):
    """Zhong et al. 2017 with dense matrices and Python sets, float64."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    squared = np.maximum(2 - 2 * unit @ unit.T, 0)
    np.fill_diagonal(squared, 0)
    original = squared / squared.max(axis=1, keepdims=True)
    ranking = np.argsort(original, axis=1)
    count = len(unit)

    encodings = np.zeros((count, count))
    for i in range(count):
        chosen = sorted(grown(ranking, i, k1))
        encodings[i, chosen] = np.exp(-original[i, chosen])
        encodings[i] /= encodings[i].sum()
    encodings = np.stack([encodings[ranking[i, :k2]].mean(axis=0) for i in range(count)])
    smaller = np.minimum(encodings[:queries, None], encodings[None, queries:]).sum(axis=2)
    larger = np.maximum(encodings[:queries, None], encodings[None, queries:]).sum(axis=2)
    return (1 - weight) * (1 - smaller / larger) + weight * original[:queries, queries:]


def clusters(seed, people=8, each=9, spread=0.9, dimensions=12):
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(people, dimensions))
    who = np.repeat(np.arange(people), each)
    order = rng.permutation(len(who))
    vectors = centres[who] + spread * rng.normal(size=(len(who), dimensions))
    return vectors[order], who[order]


@pytest.mark.parametrize(("k1", "k2", "weight"), [(20, 6, 0.3), (7, 1, 0.0), (5, 3, 1.0)])
def test_equals_the_paper(k1, k2, weight):
    vectors, _ = clusters(1)
    found = np.concatenate(list(reranked_blocks(vectors[:20], vectors[20:], k1, k2, weight)))
    expected = by_the_book(vectors, 20, k1, k2, weight)
    np.testing.assert_allclose(found, expected, rtol=0, atol=2e-5)


def test_it_helps_where_pictures_form_clusters():
    vectors, who = clusters(2, people=12, each=12, spread=0.8)
    query, gallery = labels(who[:40], np.zeros(40, int)), labels(who[40:], np.ones(104, int))
    plain = evaluate_vectors(vectors[:40], vectors[40:], query, gallery)
    again = evaluate_blocks(reranked_blocks(vectors[:40], vectors[40:]), query, gallery)
    assert again.mean_ap > plain.mean_ap


def test_a_gallery_smaller_than_the_neighbourhood():
    vectors, _ = clusters(3, people=2, each=4)
    found = np.concatenate(list(reranked_blocks(vectors[:3], vectors[3:])))
    assert found.shape == (3, 5)
    assert np.isfinite(found).all()
