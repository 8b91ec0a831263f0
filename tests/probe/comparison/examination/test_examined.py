"""Comparisons of a protocol, gathered by condition and person."""

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of, person_band
from probe.comparison.examination import examined as module
from tests.probe.comparison.test_cells import photographs, study


def test_shares_are_counted_by_person_and_by_pair(planted):
    examined = planted(threshold=0.5)
    first = examined.conditions[0]
    assert examined.miss_table.shape == (12, 2)
    assert examined.miss_table[3, 0] == np.mean(first.mated[3] <= 0.5)
    assert examined.missed[3] == pytest.approx(examined.miss_table[3].mean())
    shares, a, b = examined.pair_shares
    assert len(shares) == 12 * 11 / 2
    k = np.flatnonzero((a == 2) & (b == 7))[0]
    scores = [
        s for one in examined.conditions
        for s, x, y in zip(one.strangers.scores, one.strangers.first, one.strangers.second,
                           strict=True) if (x, y) == (2, 7)
    ]  # fmt: skip
    assert shares[k] == np.mean(np.array(scores) > 0.5)
    assert examined.matched[2] == pytest.approx(shares[(a == 2) | (b == 2)].mean())


def test_who_was_not_compared_has_no_rate(planted):
    examined = planted(missing={(0, 4), (1, 4), (1, 5)})
    assert np.isnan(examined.missed[4])
    assert examined.missed[5] == examined.miss_table[5, 0]


@pytest.fixture
def gathered():
    images, embeddings = study(photographs(people=6))
    scores = VectorScores(embeddings)
    return lambda: (images, module.examined_of({}, cast_of(images, scores), scores, 0.5))


def test_of_very_many_people_it_stays_told_who_stood_in_which_condition(monkeypatch, gathered):
    """A fit leaves out the person on the left: pairs may not be turned, as tallies turn them."""
    _, few = gathered()
    monkeypatch.setattr(person_band, "MOST_TABLED", 0)
    monkeypatch.setattr(person_band, "BAND_PAIRS", 13)
    _, many = gathered()
    assert any((one.strangers.first > one.strangers.second).any() for one in few.conditions)
    for one, other in zip(few.conditions, many.conditions, strict=True):
        for name in ("scores", "first", "second"):
            np.testing.assert_array_equal(
                getattr(one.strangers, name), getattr(other.strangers, name)
            )


def test_of_many_people_the_first_are_examined(monkeypatch, gathered):
    monkeypatch.setattr(module, "MOST_PEOPLE", 3)
    _, examined = gathered()
    assert [len(s) > 0 for s in examined.conditions[0].mated][:4] == [True, True, True, False]
    met = examined.conditions[0].strangers
    assert set(met.first) | set(met.second) == {0, 1, 2}


def test_the_standard_condition_is_not_among_the_changed(gathered):
    images, examined = gathered()
    changed = [one.condition for one in examined.conditions]
    assert images.protocol.standard.index not in changed
    assert len(changed) == len(images.protocol.conditions) - 1
