"""What has to change for misses to exceed the limit."""

import pytest

from tests.probe.conclusions.planted import TURN, cells, facts, protocol, sentences_of

CROSSED = """
name: crossed
title: Orientation and distance
question: Turned, farther away?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 180], standard: 180}
  - {name: distance, unit: m, kind: ordered, levels: [4, 8], standard: 4}
photos: {pattern: "{subject}/{orientation}/{distance}/{take}.*"}
"""


def test_only_the_series_is_named_when_turning_alone_holds() -> None:
    turn = protocol(TURN)
    rates = {"a": [0, 0, 0, 0, 0.5, 0.6, 0.7, 0.8]}
    sentences = sentences_of([turn], cells(turn, rates), facts("a"))
    assert sentences["headline"] == ["A change of backpack breaks the match"]
    assert "Without backpack, no pair of the same person was missed" in sentences["factor"][0]
    assert "With backpack, a misses 80\u00a0% (270°; " in sentences["factor"][0]


@pytest.mark.parametrize(
    ("rates", "counted", "text"),
    [
        ([0.3, 0.2, 0, 0.1], True, "A change of orientation breaks the match"),
        ([0, 0.3, 0, 0], True, "A change of orientation and distance breaks the match"),
        ([0, 0, 0, 0.8], False, "A change of distance leaves .60 of the margin over strangers"),
    ],
)
def test_only_what_differs_at_the_level_is_named_of_crossed_factors(rates, counted, text) -> None:
    crossed = protocol(CROSSED)
    cut = 0.6 if counted else None
    sentences = sentences_of(
        [crossed], cells(crossed, {"a": rates}, counted=counted), facts("a", cut=cut)
    )
    assert sentences["headline"] == [text]
