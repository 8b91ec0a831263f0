"""A study's cells use exactly the pairs that are scored for it."""

from itertools import product

import numpy as np
import pytest

from probe.comparison import NoScores, PairScores, compare, pairs_needed, standard_strangers
from probe.comparison.scores import binned, limits_of, pair_codes
from tests.probe.comparison.test_cells import record, rendered, study


@pytest.fixture
def image_sets():
    return {
        "rendered": study(rendered(3, 2), alike="role")[0],
        "outfits": study(
            [record(f"s{p}", c, t, outfit="ab"[(p + t) % 2]) for p, c, t in product(*PLACES)],
            alike="outfit",
        )[0],
        "one person": study([record("s0", c, t) for c in range(3) for t in range(3)])[0],
    }


PLACES = (range(3), range(3), range(2))


def scored(images, seed=0):
    numbers = NoScores([images])
    pairs = pairs_needed([images], numbers)
    scores = np.random.default_rng(seed).normal(size=len(pairs)).astype(np.float32)
    return PairScores(tuple(numbers.row), pairs, scores, limits_of(scores, None))


@pytest.mark.parametrize("kind", ["rendered", "outfits", "one person"])
def test_every_score_that_a_cell_uses_is_there(kind, image_sets):
    images = image_sets[kind]
    source = scored(images)
    strangers = standard_strangers([images], source)
    comparison = compare(images, source, strangers, 0.3, 0.1)
    assert np.isfinite(comparison.pairs.scores).all()
    for cell in comparison.cells:
        assert np.isfinite(cell["mean"]) == (cell["n_pairs"] > 0)
    assert np.isfinite(strangers.ranked.scores).all()


@pytest.mark.parametrize("kind", ["rendered", "outfits", "one person"])
def test_no_pair_is_scored_that_no_cell_uses(kind, image_sets):
    """A score that becomes enormous moves some figure."""
    images = image_sets[kind]
    source = scored(images)
    assert len(np.unique(pair_codes(source.pairs, len(source.ids)))) == len(source.pairs)
    plain = compare(images, source, standard_strangers([images], source), 0.3, 0.1)
    rng = np.random.default_rng(1)
    for place in rng.choice(len(source.pairs), min(12, len(source.pairs)), replace=False):
        changed = source.scores.copy()
        changed[place] = 1e6
        other = PairScores(source.ids, source.pairs, changed, source.limits)
        moved = compare(images, other, standard_strangers([images], other), 0.3, 0.1)
        means = [[cell["mean"] for cell in found.cells] for found in (plain, moved)]
        assert not np.array_equal(*means, equal_nan=True)


def test_scores_stand_in_either_order_and_are_nan_where_not_scored():
    pairs = np.array([[2, 0], [1, 2]])
    scores = PairScores(("a", "b", "c"), pairs, np.array([5.0, 7.0], np.float32), (0.0, 10.0))
    block = scores.block(np.array([0, 1, 2]), np.array([0, 1, 2]))
    assert np.array_equal(block, block.T, equal_nan=True)
    assert block[0, 2] == 5
    assert block[1, 2] == 7
    assert np.isnan(block[0, 1])


def test_scores_beyond_the_scale_count_at_its_ends():
    counts = binned(np.array([-9.0, 0.0, 9.0]), (-4.0, 4.0))
    assert (counts.sum(), counts[0], counts[-1]) == (3, 1, 1)
    assert limits_of(np.array([3, 3], np.float32), None) == (2.5, 3.5)
    assert limits_of(np.array([3, 5], np.float32), (-1, 1)) == (-1, 1)
