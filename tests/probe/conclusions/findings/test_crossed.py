"""Whether crossed factors cost more together, in words.

What the sentences say in each case is checked with the statistics they rest on, in
tests/probe/statistics/interaction.
"""

from dataclasses import replace

import numpy as np
import pytest

from probe.conclusions.findings.crossed import crossed
from probe.conclusions.findings.facts import Cells
from probe.statistics.interaction import interactions
from tests.probe.conclusions.planted import cells, facts, in_words, protocol

CROSSED = """
name: crossed
title: Orientation and distance
question: Turned, farther away?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 180], standard: 180}
  - {name: distance, unit: m, kind: ordered, levels: [4, 8], standard: 4}
photos: {pattern: "{subject}/{orientation}/{distance}/{take}.*"}
"""


@pytest.fixture
def findings():
    """A function: the findings where turning costs so much more at 8 m than at 4 m."""

    def at_eight_metres(more):
        varied = protocol(CROSSED)
        noise = np.random.default_rng(1).normal(0, 0.01, (12, 4))
        figures = 0.9 + noise
        figures[:, next(c.index for c in varied.conditions if c.levels == ("0", "8"))] -= more
        crossing = interactions(varied, figures, "retention")
        key = ("crossed", "unmasked", "a")
        planted = replace(facts("a"), crossings={key: crossing})
        table = cells(varied, {"a": [0.0] * 4})
        return crossed(Cells({"crossed": varied}, table, planted), "crossed")

    return at_eight_metres


def test_an_interaction_is_said_and_rests_on_its_row(findings):
    (finding,) = findings(0.3)
    assert finding.key == "interaction"
    assert finding.title == "a"
    assert "costs more with rising distance" in in_words(finding)
    (row,) = finding.cells
    assert (row["kind"], row["figure"], row["backbone"]) == ("whole", "retention", "a")


def test_where_none_is_shown_no_cost_is_claimed(findings):
    (finding,) = findings(0.0)
    assert "is not shown" in in_words(finding)
    assert "costs more with" not in in_words(finding)


def test_a_protocol_of_one_factor_says_nothing():
    from tests.probe.conclusions.planted import DISTANCE

    far = protocol(DISTANCE)
    table = Cells({"distance": far}, cells(far, {"a": [0.0] * 5}), facts("a"))
    assert crossed(table, "distance") == []
