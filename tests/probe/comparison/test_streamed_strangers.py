"""Passes over the scores of strangers say what their list says."""

from dataclasses import fields

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, standard_strangers, tally, tuning_half
from probe.comparison import standard as module
from probe.comparison.streamed_strangers import StreamedStrangers
from probe.comparison.thresholds import RateRequest
from tests.probe.comparison.test_cells import photographs, study

ROUNDED = {"true_low", "true_high", "effective"}
"""Figures from sums that are added in another order."""


@pytest.fixture(params=["everybody", "halves"])
def both(request, monkeypatch):
    """The image set, its scores, and its strangers: listed, and as passes over small blocks."""
    images, embeddings = study(photographs(24))
    scores = VectorScores(embeddings)
    half = tuning_half([images]) if request.param == "halves" else None
    listed = standard_strangers([images], scores, half)
    monkeypatch.setattr(module, "MOST_LISTED", 0)
    monkeypatch.setattr(tally, "BLOCK", 60)
    monkeypatch.setattr(tally, "WIDTH", 7)
    streamed = standard_strangers([images], scores, half)
    assert isinstance(streamed.ranked, StreamedStrangers)
    return images, scores, half, listed, streamed


def test_what_the_manifest_says_is_the_same(both):
    _, _, half, *kinds = both
    request = RateRequest(0.1, (0.02, 0.001), half)
    for one, other in zip(*(request.entries("a", "b", kind) for kind in kinds), strict=True):
        one, other = one.model_dump(), other.model_dump()
        for name, value in one.items():
            wanted = pytest.approx(value, rel=1e-11) if name in ROUNDED and value else value
            assert other[name] == wanted, name


def test_thresholds_and_who_is_met_are_the_same(both):
    _, _, half, listed, streamed = both
    request = RateRequest(0.1, (0.02,), half)
    for one, other in zip(request.thresholds(listed), request.thresholds(streamed), strict=True):
        for field in fields(one):
            np.testing.assert_array_equal(getattr(one, field.name), getattr(other, field.name))
    assert (listed.subjects, listed.strangers) == (streamed.subjects, streamed.strangers)
    assert streamed.without_scores().ranked.comparisons == 0


def test_every_cell_is_the_same(both):
    images, scores, _, listed, streamed = both
    one, other = (compare(images, scores, kind, 0.3, 0.1) for kind in (listed, streamed))
    assert any(cell["log10_fmr"] < 0 for cell in one.cells)
    for mine, theirs in zip(one.cells, other.cells, strict=True):
        for name in ("i", "j", "kind", "log10_fmr", "log10_fmr_floored", "n_pairs"):
            np.testing.assert_array_equal(mine[name], theirs[name])
        assert mine["mean"] == pytest.approx(theirs["mean"], nan_ok=True)


def test_a_pass_is_made_once_for_all_that_is_asked(both, monkeypatch):
    *_, streamed = both
    passes = []
    made = tally.banded_blocks
    monkeypatch.setattr(
        "probe.comparison.streamed_strangers.banded_blocks",
        lambda *asked: passes.append(asked) or made(*asked),
    )
    ranked = streamed.ranked
    ranked.thresholds([0.1, 0.02])
    ranked.outcomes([0.3, 0.4])
    before = len(passes)
    ranked.thresholds([0.02, 0.1])
    ranked.outcomes([0.4])
    assert len(passes) == before <= 3
