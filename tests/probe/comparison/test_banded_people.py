"""A protocol of people too many for tables has the figures of one with tables."""

import pickle

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, measured_cells, person_band
from probe.comparison import standard_strangers as strangers_of
from probe.comparison.leaning import Changed, leanings
from probe.comparison.margins import margin_figures
from probe.comparison.models import ModelGroup, compare_models
from probe.comparison.workspace import Workspace
from probe.statistics import threshold_at
from probe.statistics.pair_bands import PairBands
from tests.probe.comparison.test_cells import photographs, record, study


def everybody():
    return photographs(9)


def with_gaps():
    """Somebody is missing in one condition, somebody has one picture of the standard one, somebody
    is never shown there, and two strangers come along.
    """
    kept = [
        r
        for r in photographs(9)
        if not (r.subject == "s3" and r.condition == 0)
        and not (r.subject == "s4" and r.condition == 1 and r.take > "0")
        and not (r.subject == "s5" and r.condition == 1)
    ]
    further = [record(f"t{k}", c, 0, role="stranger") for k in range(2) for c in range(k, 3)]
    return kept + further


def dressed():
    return [
        record(r.subject, r.condition, r.take, outfit="ab"[int(r.subject[1:]) % 2])
        for r in photographs(9)
    ]


CASES = {"everybody": everybody, "gaps": with_gaps, "outfits": dressed}


def compared(case, seed, folder=None, further=()):
    images, embeddings = study(CASES[case](), "outfit" if case == "outfits" else "unknown", seed)
    scores = VectorScores(embeddings)
    strangers = strangers_of([images], scores, further or None)
    thresholds = tuple(threshold_at(strangers.tuning_scores, rate) for rate in (0.2, 0.3))
    return images.protocol, compare(
        images, scores, strangers, thresholds[0].value, 0.2, None, thresholds,
        Workspace(folder=folder),
    )  # fmt: skip


@pytest.fixture(params=CASES)
def both(request, monkeypatch, tmp_path):
    """Two models with tables, and again with bands of two people."""
    tabled = [compared(request.param, seed) for seed in (0, 1)]
    monkeypatch.setattr(person_band, "MOST_TABLED", 0)
    monkeypatch.setattr(person_band, "BAND_PAIRS", 23)
    banded = [compared(request.param, seed, tmp_path) for seed in (0, 1)]
    for _, one in banded:
        assert all(isinstance(s.gap.pairs, PairBands) for s in one.standings.values())
    return tabled, banded


def assert_rows(ones, others):
    assert len(ones) == len(others)
    for one, other in zip(ones, others, strict=True):
        assert one.keys() == other.keys()
        for name, value in one.items():
            if isinstance(value, float):
                assert other[name] == pytest.approx(value, rel=1e-9, abs=1e-12, nan_ok=True), name
            else:
                assert other[name] == value, name


def test_cells_and_rates_are_the_same(both):
    for (_, tabled), (_, banded) in zip(*both, strict=True):
        assert_rows(banded.cells, tabled.cells)
        assert_rows(banded.rates, tabled.rates)
        for place, counts in tabled.histograms.items():
            np.testing.assert_array_equal(banded.histograms[place], counts)


def figures(models):
    """What is said of both models together: differences, leanings, margins."""
    (protocol, first), (_, second) = models
    standings = {"first": first.standings, "second": second.standings}
    differences = compare_models({"p": ModelGroup(standings, 1)})["p"]
    parts = [
        [Changed(one.people, one.subjects, tuple(s for c, s in one.standings.items() if c != 1))]
        for one in (first, second)
    ]
    changed = dict(zip(("first", "second"), parts, strict=True))
    intervals = [one.decision.interval for one in differences]
    intervals += [one.bias for one in leanings(changed)]
    numbers = [(i.estimate, i.low, i.high) for i in intervals]
    margins = margin_figures(first.standings, len(protocol.conditions))
    return [i.note for i in intervals], np.array(numbers), margins


def test_models_differ_lean_and_keep_their_margins_as_with_tables(both):
    (notes, numbers, margins), (those, others, more) = map(figures, both)
    assert notes == those
    np.testing.assert_allclose(others, numbers, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(more, margins, rtol=1e-9, atol=1e-12)
    assert np.isfinite(numbers).any()


def test_halves_of_people_are_the_same(monkeypatch):
    half = frozenset(f"s{k}" for k in (0, 2, 3, 5, 6))
    _, tabled = compared("gaps", 0, further=half)
    monkeypatch.setattr(person_band, "MOST_TABLED", 0)
    monkeypatch.setattr(person_band, "BAND_PAIRS", 23)
    _, banded = compared("gaps", 0, further=half)
    assert_rows(banded.cells, tabled.cells)
    assert_rows(banded.rates, tabled.rates)


def test_threads_change_no_figure(monkeypatch, tmp_path):
    monkeypatch.setattr(person_band, "MOST_TABLED", 0)
    monkeypatch.setattr(person_band, "BAND_PAIRS", 23)
    _, alone = compared("gaps", 0, tmp_path)
    monkeypatch.setattr(measured_cells, "LARGE", 1)
    monkeypatch.setattr(measured_cells, "cores", lambda: 4)
    _, beside = compared("gaps", 0, tmp_path)
    assert repr(alone.cells) == repr(beside.cells)
    assert repr(alone.rates) == repr(beside.rates)
    assert not list(tmp_path.iterdir())


def test_a_standing_can_be_sent(monkeypatch, tmp_path):
    monkeypatch.setattr(person_band, "MOST_TABLED", 0)
    _, one = compared("gaps", 0, tmp_path)
    for standing in one.standings.values():
        again = pickle.loads(pickle.dumps(standing))  # noqa: S301
        np.testing.assert_array_equal(again.gap.pairs.table(), standing.gap.pairs.table())
        np.testing.assert_array_equal(again.accepted.table(), standing.accepted.table())
