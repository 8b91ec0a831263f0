"""Crossed factors: contrasts, decisions, variance shares and the sentences that follow."""

import importlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from probe.comparison import Standing
from probe.comparison.margins import margin_figures
from probe.conclusions.findings.crossed import axes_of, departures, wholes
from probe.errors import ComparisonError
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.statistics import Gap, retention, retention_interval
from probe.statistics.interaction import interactions, shares, variance_shares
from probe.statistics.interaction.cellmeans import cell_means
from probe.statistics.interaction.crossing import effects_and_interactions
from probe.statistics.interaction.grid import grid_of
from probe.wording import wording_of

in_words = wording_of().stored

BENCHMARKS = Path(__file__).parents[4] / "benchmarks"
HEAD = "name: crossed\ntitle: Crossed\nquestion: Both?\nphotos: {pattern: '{subject}/{take}.png'}\n"
TURN = '  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180], standard: 180}\n'
FAR = "  - {name: distance, unit: m, kind: ordered, levels: [2, 4, 10], standard: 4}\n"
HIGH = "  - {name: height, unit: cm, kind: ordered, levels: [100, 200], standard: 200}\n"
PACK = "series: {name: backpack, levels: [without, with], standard: without}\n"


def protocol(*parts):
    return protocol_of(parse_yaml(HEAD + "factors:\n" + "".join(parts), "crossed.yaml"))


TWO = protocol(TURN, FAR)
THREE = protocol(TURN, FAR, PACK)


def sample(rng, subjects, told=TWO, noise=0.03):
    figures = 0.9 + 0.1 * rng.standard_normal((subjects, 1))
    return figures + noise * rng.standard_normal((subjects, len(told.conditions)))


def column(told, *levels):
    return next(c.index for c in told.conditions if c.levels == levels)


@pytest.fixture
def rng():
    return np.random.default_rng(5)


def test_with_every_figure_there_it_is_the_paired_t_interval(rng):
    figures = sample(rng, 9)
    found = interactions(TWO, figures)
    term = next(t for t in found.single if t.levels == ("90", "10"))
    places = [("90", "10"), ("180", "10"), ("90", "4"), ("180", "4")]
    a, b, c, d = (figures[:, column(TWO, *levels)] for levels in places)
    own = stats.ttest_1samp(a - b - c + d, 0)
    bounds = own.confidence_interval(0.95)
    assert term.interval.low == pytest.approx(bounds.low, abs=1e-12)
    assert term.interval.high == pytest.approx(bounds.high, abs=1e-12)
    assert term.p_value == pytest.approx(own.pvalue, rel=1e-9)
    assert term.interval.subjects == 9


def test_main_effects_average_the_other_factors(rng):
    figures = sample(rng, 12, THREE)
    found = interactions(THREE, figures)
    term = next(t for t in found.effects if t.levels == ("10",))
    at = {k: [c.index for c in THREE.conditions if c.levels[1] == k] for k in ("4", "10")}
    own = figures[:, at["10"]].mean(axis=1) - figures[:, at["4"]].mean(axis=1)
    assert term.interval.estimate == pytest.approx(own.mean(), abs=1e-12)
    assert [t.axes for t in found.whole] == [
        ("orientation", "distance"), ("orientation", "backpack"), ("distance", "backpack"),
    ]  # fmt: skip


def test_with_gaps_it_is_least_squares_with_subject_and_condition_effects(rng):
    import statsmodels.formula.api as smf

    figures = sample(rng, 8)
    figures[rng.random(figures.shape) < 0.2] = np.nan
    grid, means = grid_of(TWO), cell_means(figures)
    subject, condition = np.nonzero(np.isfinite(figures))
    table = pd.DataFrame({"s": subject, "c": condition, "y": figures[subject, condition]})
    fit = smf.ols("y ~ C(s) + C(c)", table).fit()
    grids = pd.DataFrame({"s": 0, "c": range(9)})
    for contrast in [*grid.whole(), *grid.single(), *grid.effects()]:
        expected = contrast.weights @ np.asarray(fit.predict(grids))
        assert contrast.weights @ means.means == pytest.approx(expected, abs=1e-10)


def test_without_each_subject_means_computed_without_each_subject(rng):
    figures = sample(rng, 7)
    figures[rng.random(figures.shape) < 0.1] = np.nan
    means, weights = cell_means(figures), grid_of(TWO).whole()[0].weights
    for subject in range(7):
        alone = cell_means(np.delete(figures, subject, axis=0))
        assert weights @ means.deleted[subject] == pytest.approx(weights @ alone.means, abs=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 5.0), st.booleans())
def test_levels_of_people_and_their_order_do_not_matter(seed, factor, gaps):
    rng = np.random.default_rng(seed)
    figures = sample(rng, 10)
    if gaps:
        figures[rng.random(figures.shape) < 0.1] = np.nan
    moved = factor * (figures + rng.normal(0, 1, (10, 1)))[rng.permutation(10)]
    first, second = (effects_and_interactions(TWO, each) for each in (figures, moved))
    for a, b in zip((*first.effects, *first.whole), (*second.effects, *second.whole), strict=True):
        assert b.interval.refused == a.interval.refused
        if not a.interval.refused:
            assert b.interval.estimate == pytest.approx(factor * a.interval.estimate, abs=1e-9)
            assert b.p_value == pytest.approx(a.p_value, rel=1e-5, abs=1e-12)


def sentences(asked, crossing):
    """The crossing in words: one sentence a pair of factors, then the departures."""
    axes = axes_of(asked)
    departure = departures(axes, crossing)
    messages = [*wholes(axes, crossing), *([departure] if departure else [])]
    return [wording_of()(message) for message in messages]


def planted(rng, subjects=20, size=-0.2):
    figures = sample(rng, subjects)
    for turn in ("0", "90"):
        figures[:, column(TWO, turn, "2")] -= 0.05
        figures[:, column(TWO, turn, "4")] -= 0.05
        figures[:, column(TWO, turn, "10")] += size - 0.05
    return figures


def test_a_planted_interaction_is_said_with_what_it_costs_at_both_ends(rng):
    found = interactions(TWO, planted(rng), "retention")
    assert found.whole[0].decided
    assert sentences(TWO, found)[0].startswith(
        "A change of orientation costs more with rising distance"
    )
    near, far = found.slices["orientation", "distance"]
    assert wording_of()(near.place) == "at 2\u00a0m"
    assert near.change == pytest.approx(-0.05, abs=0.03)
    assert far.change == pytest.approx(-0.25, abs=0.03)
    assert "and 10\u00a0m" in sentences(TWO, found)[1]
    turned = interactions(TWO, planted(rng, size=0.15))
    assert "What a change of orientation does depends on distance" in sentences(TWO, turned)[0]


def test_where_none_is_shown_the_interval_is_said(rng):
    found = interactions(TWO, sample(rng, 20))
    assert not any(term.decided for term in found.interactions)
    (only,) = sentences(TWO, found)
    assert "is not shown" in only
    numbers = wording_of().numbers.signed_unit
    ends = found.whole[0].interval
    assert f"95\u00a0% {numbers(ends.low)} to {numbers(ends.high)})." in only.replace(
        "to\u00a0", "to "
    )


def test_nominal_moderators_and_two_by_two():
    told = protocol(HIGH, PACK)
    rng = np.random.default_rng(2)
    figures = sample(rng, 15, told)
    figures[:, [c.index for c in told.conditions if c.series == "with"]] -= 0.05
    low = next(c.index for c in told.conditions if (c.levels, c.series) == (("100",), "with"))
    figures[:, low] -= 0.2
    found = interactions(told, figures)
    assert found.single == ()
    assert found.whole[0].interval.estimate > 0
    assert len(sentences(told, found)) == 1
    assert "A change of backpack costs less with rising height" in sentences(told, found)[0]
    assert found.whole[0].adjusted == found.whole[0].p_value


def test_levels_with_names_stand_in_quotation_marks(rng):
    told = protocol(TURN, PACK)
    figures = sample(rng, 15, told)
    for condition in told.conditions:
        if condition.level != "180":
            figures[:, condition.index] -= 0.05 if condition.series == "without" else 0.3
    found = interactions(told, figures)
    lead = "A change of orientation costs more for “with” than for “without”"
    assert sentences(told, found)[0].startswith(lead)
    assert "90° and “with”" in sentences(told, found)[1]


def test_shares_are_those_of_the_analysis_of_variance(rng):
    figures = planted(rng, 30, -0.1)
    found = {each.parts: each.share for each in variance_shares(figures, grid_of(TWO)).shares}
    people, conditions = figures.shape
    left = figures - figures.mean(1, keepdims=True) - figures.mean(0) + figures.mean()
    rest = (left**2).sum() / (people - 1) / (conditions - 1)
    between = figures.mean(1).var(ddof=1) - rest / conditions
    table = figures.mean(0).reshape(3, 3)
    rows, columns = table.mean(1) - table.mean(), table.mean(0) - table.mean()
    joint = table - table.mean() - rows[:, None] - columns
    # What the sampling error of the means adds: degrees of freedom times rest / (S C).
    noise = rest / people / conditions
    parts = {
        ("orientation",): (rows**2).mean() - 2 * noise,
        ("distance",): (columns**2).mean() - 2 * noise,
        ("orientation", "distance"): (joint**2).mean() - 4 * noise,
        ("subject",): between,
        ("rest",): rest,
    }
    total = sum(max(0.0, part) for part in parts.values())
    assert found.keys() == parts.keys()
    for name, part in parts.items():
        assert found[name] == pytest.approx(max(0.0, part) / total, abs=2e-4)


@pytest.mark.parametrize(("level", "noise"), [(0.1, 0.03), (0.0, 0.05), (0.02, 0.05)])
def test_the_closed_form_is_the_fit_of_statsmodels(rng, level, noise):
    """With every figure there, also where people do not differ more than the noise does."""
    for _ in range(6):
        figures = 0.9 + level * rng.standard_normal((7, 1)) + noise * rng.standard_normal((7, 9))
        subject, condition = np.nonzero(np.isfinite(figures))
        own = shares._balanced(figures)
        theirs = shares._fitted(figures[subject, condition], np.eye(9)[condition], subject)
        # Theirs is in units of the deviation of all figures.
        scale = figures.std()
        assert own[0] == pytest.approx(theirs[0] * scale, abs=1e-6)
        assert own[1] == pytest.approx(theirs[1] * scale**2, abs=2e-6)
        assert own[2:] == pytest.approx([v * scale**2 for v in theirs[2:]], abs=2e-5)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(0, 2**32 - 1), st.integers(2, 12), st.floats(0, 0.25), st.sampled_from([TWO, THREE])
)
def test_shares_sum_to_one_or_say_why_there_are_none(seed, subjects, missing, told):
    rng = np.random.default_rng(seed)
    figures = sample(rng, subjects, told)
    figures[rng.random(figures.shape) < missing] = np.nan
    found = variance_shares(figures, grid_of(told))
    if found.shares:
        assert sum(each.share for each in found.shares) == pytest.approx(1)
        assert min(each.share for each in found.shares) >= 0
    else:
        assert in_words(found.note)


def test_margins_over_strangers_give_the_retention_and_its_error(rng):
    subjects = 12
    standings = {}
    for condition in range(9):
        pairs = 0.3 + 0.1 * rng.standard_normal((subjects, subjects))
        pairs = (pairs + pairs.T) / 2
        np.fill_diagonal(pairs, np.nan)
        mated = 0.9 - 0.03 * condition + 0.05 * rng.standard_normal(subjects)
        standings[condition] = Standing(Gap(mated, pairs), np.zeros(subjects))
    margins, s = margin_figures(standings, 9), TWO.standard.index
    cell, own = standings[3].gap, standings[s].gap
    parts = [np.nanmean(part) for gap in (cell, own) for part in (gap.mated, gap.pairs)]
    expected = retention(*parts)
    assert margins[:, 3].mean() / margins[:, s].mean() == pytest.approx(float(expected), abs=1e-9)
    effect = retention_interval(cell, own)
    scale = margins[:, s].mean()
    deleted = np.array([np.delete(margins, k, 0) for k in range(subjects)]).mean(1)
    ratio = deleted[:, 3] / deleted[:, s]
    error = np.sqrt((subjects - 1) * ratio.var())
    half = stats.t.ppf(0.975, subjects - 1) * error
    assert half == pytest.approx(effect.width / 2, rel=1e-6)
    found = interactions(TWO, margins, "retention", relative=True)
    weights = grid_of(TWO).whole()[0].weights
    assert found.whole[0].interval.estimate == pytest.approx(weights @ margins.mean(0) / scale)
    contrasts = deleted @ weights / deleted[:, s]
    half = stats.t.ppf(0.975, subjects - 1) * np.sqrt((subjects - 1) * contrasts.var())
    assert found.whole[0].interval.width == pytest.approx(2 * half)


def test_what_cannot_be_said_is_refused_in_words(rng):
    few = interactions(TWO, sample(rng, 4))
    assert "needs at least 5" in in_words(few.whole[0].interval.note)
    assert "cannot be said" in sentences(TWO, few)[0]
    empty = sample(rng, 20)
    empty[:, TWO.standard.index] = np.nan
    refused = interactions(TWO, empty)
    assert "no figure of anybody" in in_words(refused.whole[0].interval.note)
    assert in_words(refused.shares.note)
    assert not refused.slices
    apart = np.full((20, 9), np.nan)
    apart[:10, :4] = sample(rng, 10)[:, :4]
    apart[10:, 4:] = sample(rng, 10)[:, 4:]
    assert "not linked" in in_words(interactions(TWO, apart).whole[0].interval.note)
    equal = interactions(TWO, np.ones((8, 9)))
    assert not any(term.decided for term in (*equal.effects, *equal.interactions))
    assert in_words(equal.shares.note) == "all figures are the same"
    below = interactions(TWO, -sample(rng, 8), relative=True)
    assert "not above zero" in in_words(below.whole[0].interval.note)


@pytest.mark.parametrize(
    ("told", "figures", "message"),
    [
        (protocol(FAR), np.ones((8, 3)), "varies one factor only"),
        (TWO, np.ones((8, 4)), "9 conditions"),
        (TWO, np.ones(9), "9 conditions"),
        (TWO, np.full((8, 9), np.inf), "infinite"),
        (TWO, np.empty((0, 9)), "subjects by conditions"),
    ],
)
def test_figures_that_do_not_fit_are_refused(told, figures, message):
    with pytest.raises(ComparisonError, match=message):
        interactions(told, figures)


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("interaction_coverage").study


@pytest.mark.parametrize(
    ("people", "design", "subjects"), [("reacting", "whole", 8), ("skewed", "gaps", 20)]
)
def test_planted_effects_are_recovered_and_false_ones_rare(study, people, design, subjects):
    samples = 150
    for row in study(people, design, subjects, True, samples):
        # Intervals of one sample go together: the error is that of the samples, at worst.
        assert row["covered"] > 95 - 2.5 * 100 * np.sqrt(0.05 * 0.95 / samples), row
    false = study(people, design, subjects, False, samples)[0]["any_decided"]
    assert false <= 5 + 2.5 * 100 * np.sqrt(0.05 * 0.95 / samples)
