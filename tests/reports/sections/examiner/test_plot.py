"""Drawn curves, as the run's file says."""

from statistics import NormalDist

import pytest

from probe.reports.sections.examiner.plot import LOWEST_MISSES, plots_of


@pytest.fixture
def plots(run, chapter):
    record = run.examination
    return plots_of(chapter, record), record


def test_a_condition_in_which_somebody_is_missed_has_a_plot(plots, chapter):
    drawn, record = plots
    missed = {r["condition"] for r in record["traces"] if any(r["fnmr"])}
    assert [plot.label for plot in drawn.plots] == [chapter.axis.full[c] for c in sorted(missed)]


def test_curves_run_from_the_lowest_rate_to_the_right_edge(plots):
    drawn, _ = plots
    for plot in drawn.plots:
        for trace in plot.traces:
            across, down = zip(*trace.line, strict=True)
            assert list(across) == sorted(across)
            assert across[-1] == pytest.approx(100, abs=1)
            assert list(down) == sorted(down)  # misses fall: from the top downwards
            assert drawn.models[trace.model]
    assert 0 <= min(place for place, _ in drawn.rates) <= 100


def test_a_place_is_that_of_the_normal_scale(plots):
    drawn, _ = plots
    normal = NormalDist()
    low, high = normal.inv_cdf(LOWEST_MISSES), normal.inv_cdf(0.99)
    middle = next(place for place, text in drawn.misses if text.startswith("50"))
    assert middle == pytest.approx(100 * (1 - (0 - low) / (high - low)), abs=0.01)


def test_bands_are_closed_outlines(plots):
    drawn, _ = plots
    bands = [trace.band for plot in drawn.plots for trace in plot.traces if trace.band]
    assert bands
    for band in bands:
        half = len(band) // 2
        highs, lows = band[:half], band[half:][::-1]
        assert [x for x, _ in highs] == [x for x, _ in lows]
        assert all(high <= low for (_, high), (_, low) in zip(highs, lows, strict=True))


def test_an_older_run_and_one_without_misses_have_none(chapter, run):
    record = dict(run.examination)
    assert plots_of(chapter, {**record, "traces": []}) is None
    none = [{**row, "fnmr": [0.0] * len(row["fnmr"])} for row in record["traces"]]
    assert plots_of(chapter, {**record, "traces": none}) is None
