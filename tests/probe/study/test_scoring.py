"""One variant of one backbone scored: thresholds from strangers, then cells."""

import math

import numpy as np

from probe.comparison import VectorScores, standard_strangers
from probe.comparison.thresholds import RateRequest
from probe.contracts import VectorPart
from probe.runs.manifest import BackboneEntry, PartEntry
from probe.statistics import threshold_at
from probe.study.scoring import score_variant
from tests.probe.comparison.test_cells import photographs, study


def entry(parts=()):
    return BackboneEntry(name="b", card={}, digest="", dimension=5, parts=parts)


def test_thresholds_are_those_of_the_strangers_in_the_standard_condition():
    images, embeddings = study(photographs(12), dimension=5)
    scores = VectorScores(embeddings)
    scored = score_variant(entry(), "unmasked", [images], scores, RateRequest(0.1, (0.05,), None))
    expected = threshold_at(standard_strangers([images], scores).tuning_scores, 0.1)
    assert scored.thresholds[0].value == expected.value
    assert [made.fmr for made in scored.thresholds] == [0.1, 0.05]
    comparison = scored.compare(images)
    assert {cell["threshold"] for cell in comparison.cells} == {expected.value}
    assert {rate["fmr_asked"] for rate in comparison.rates} == {0.1, 0.05}
    assert list(scored.part_cells(images)) == []


def test_a_rate_that_the_strangers_do_not_resolve_decides_nothing():
    images, embeddings = study(photographs(3), dimension=5)
    wanted = RateRequest(1e-6, (), None)
    scored = score_variant(entry(), "unmasked", [images], VectorScores(embeddings), wanted)
    assert scored.thresholds[0].value is None
    cells = scored.compare(images).cells
    assert all(math.isnan(cell["fnmr"]) for cell in cells)


def test_declared_parts_are_compared_one_by_one():
    images, embeddings = study(photographs(6), dimension=5)
    parts = (PartEntry(name="upper", length=2), PartEntry(name="lower", length=3))
    wanted = RateRequest(0.1, (), None)
    scored = score_variant(entry(parts), "unmasked", [images], VectorScores(embeddings), wanted)
    assert scored.parts == (VectorPart("upper", 2), VectorPart("lower", 3))
    cells = list(scored.part_cells(images))
    assert {cell["part"] for cell in cells} == {"upper", "lower"}
    assert np.isfinite([cell["mean"] for cell in cells]).all()
