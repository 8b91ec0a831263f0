"""One side changed, or both alike: told where a transform makes the conditions."""

import numpy as np

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.sides import sides
from tests.probe.conclusions.planted import DISTANCE, cells, facts, in_words, protocol

MADE = protocol(
    """
name: fog
title: Fog
question: Fog?
factors:
  - name: visibility
    unit: m
    kind: ordered
    levels: [10, 20, {value: 1000, label: clear, transform: none}]
    standard: 1000
photos: {pattern: "{subject}/{take}.*"}
transform: {fog: {visibility: $level}}
"""
)


def said(rates, *, alone=0.05, both=0.2, passing=0.3, cut=0.6):
    """Misses of a changed condition against itself, and strangers who pass there."""
    table = cells(MADE, rates)
    same = (table["i"] == table["j"]) & (table["i"] != MADE.standard.index)
    table.loc[same & (table["kind"] == "mated"), "fnmr"] = both
    table.loc[table["kind"] == "at_large", "fmr_observed"] = alone
    table.loc[same & (table["kind"] == "at_large"), "fmr_observed"] = passing
    asked = Cells({"fog": MADE}, table, facts(*rates, cut=cut))
    return [in_words(one).replace("\u00a0", " ") for one in sides(asked, "fog")]


def test_both_sides_are_set_beside_one_at_the_costliest_level():
    (sentence,) = said({"a": [0.6, 0.3, 0.0]})
    assert "at 10 m 60 % against 20 % missed, 5 % against 30 % of strangers pass" in sentence
    (sentence,) = said({"a": [0.6, 0.3, 0.0], "b": [0.1, 0.4, 0.0]})
    assert "with a at 10 m 60 % against 20 %" in sentence
    assert "with b at 20 m 40 % against 20 %" in sentence


def test_without_strangers_there_nothing_is_said_of_them():
    (sentence,) = said({"a": [0.6, 0.3, 0.0]}, passing=np.nan)
    assert "missed." in sentence
    assert "pass" not in sentence


def test_nothing_is_said_without_a_threshold_or_where_pictures_were_taken():
    assert said({"a": [0.6, 0.3, 0.0]}, cut=None) == []
    taken = protocol(DISTANCE)
    table = cells(taken, {"a": [0, 0, 0.2, 0.4, 0.8]})
    assert sides(Cells({"distance": taken}, table, facts("a")), "distance") == []
