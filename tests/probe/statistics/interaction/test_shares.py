"""Variance shares against the analysis of variance and planted parts."""

import numpy as np
import pytest

from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.statistics.interaction.grid import grid_of
from probe.statistics.interaction.shares import REST, SUBJECT, variance_shares
from probe.wording import wording_of

TEXT = """
name: g
title: G
question: Q?
photos: {pattern: '{subject}/{take}.png'}
factors:
  - {name: a, levels: [x, y], standard: x}
  - {name: b, levels: [u, v, w], standard: u}
"""
GRID = grid_of(protocol_of(parse_yaml(TEXT, "g.yaml")))


def shares_of(figures):
    return {share.parts: share.share for share in variance_shares(figures, GRID).shares}


def test_planted_parts_come_back(rng):
    effect = np.array([0.6 * a + 0.0 * b for a, b in GRID.codes])
    people = 0.3 * rng.standard_normal((400, 1))
    figures = effect + people + 0.1 * rng.standard_normal((400, GRID.conditions))
    shares = shares_of(figures)
    total = 0.3**2 + 0.3**2 + 0.1**2
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["a",] == pytest.approx(0.09 / total, abs=0.03)
    assert shares["b",] == pytest.approx(0, abs=0.005)
    assert shares["a", "b"] == pytest.approx(0, abs=0.005)
    assert shares[SUBJECT,] == pytest.approx(0.09 / total, abs=0.05)
    assert shares[REST,] == pytest.approx(0.01 / total, abs=0.01)


def test_a_missing_figure_changes_little(rng):
    figures = np.array([0.5 * a for a, _ in GRID.codes]) + rng.normal(size=(30, 1))
    figures = figures + 0.2 * rng.standard_normal(figures.shape)
    whole = shares_of(figures)
    figures[3, 2] = np.nan
    for parts, share in shares_of(figures).items():
        assert share == pytest.approx(whole[parts], abs=0.03)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (np.full((5, 6), 0.4), "all figures are the same"),
        (np.where(np.arange(6) == 2, np.nan, np.ones((5, 6))), "no figure of anybody"),
        (np.ones((1, 6)), "too few figures"),
    ],
)
def test_where_there_is_no_model_it_says_why(figures, words):
    made = variance_shares(figures, GRID)
    assert made.shares == ()
    assert words in wording_of().stored(made.note)
