"""The verdict that opens a report: which models may be used, over what, and why not."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from probe.conclusions.findings import find
from probe.wording import Message
from tests.probe.conclusions.planted import (
    CLOTHES,
    DISTANCE,
    TURN,
    cells,
    facts,
    in_words,
    protocol,
    sentences_of,
)

SCOPE = "At every measured level of distance, held against the standard condition (4\u00a0m),"


@pytest.mark.parametrize(
    ("rates", "width", "head", "reason"),
    [
        ([0, 0, 0, 0, 0.02], 0.02, "", "May be used: at most 2\u00a0% missed at 10\u00a0m"),
        ([0, 0, 0, 0, 0.02], 0.2, "Not decided.", "May do, but is not shown to: at most 2\u00a0%"),
        ([0, 0, 0, 0, 0.3], 0.25, "Not decided.", "May not do: up to 30\u00a0% missed at 10"),
        ([0, 0, 0, 0, 0.3], 0.02, "", "Not to be used: up to 30\u00a0% missed at 10"),
    ],
)
def test_use_do_not_use_or_not_decided_with_the_reason(rates, width, head, reason) -> None:
    far = protocol(DISTANCE)
    together, single = sentences_of([far], cells(far, {"a": rates}, width=width), facts("a"))[
        "verdict"
    ]
    assert together.startswith(SCOPE)
    assert single.startswith(f"{head} {reason}".strip())


def test_neither_is_an_answer() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0, 0, 0, 0, 0.3], "b": [0, 0, 0, 0, 0.4]}
    found = sentences_of([far], cells(far, rates), facts("a", "b"))["verdict"]
    assert found[0] == f"{SCOPE} neither model is to be used."
    found = sentences_of([far], cells(far, rates, width=0.4), facts("a", "b"))["verdict"]
    assert found[0] == f"{SCOPE} neither model is shown to be good enough."
    rates["b"] = [0.0] * 5
    found = sentences_of([far], cells(far, rates), facts("a", "b"))["verdict"]
    assert found[0] == f"{SCOPE} b may be used, of 2 models."


def test_a_baseline_that_fails_is_said_in_the_reason() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.5, 0.4, 0.5, 0.5, 0.6]})
    verdict = sentences_of([far], table, facts("a"))["verdict"][1]
    assert verdict.startswith("Not to be used: up to 60\u00a0% missed at 10\u00a0m")
    assert verdict.endswith(
        ". In the standard condition itself 40\u00a0% are missed, before anything changes."
    )


def test_a_model_that_is_not_set_up_cannot_be_judged() -> None:
    far = protocol(DISTANCE)
    planted = replace(facts("a"), faults={"a": Message("setup-vectors-equal")})
    together, single = sentences_of([far], cells(far, {"a": [0.0] * 5}), planted)["verdict"]
    assert together == f"{SCOPE} the model cannot be judged."
    assert single.startswith("Not decided. Cannot be judged: it gives every picture the same")


def test_without_a_threshold_the_reason_is_who_is_lacking() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.0] * 5}, counted=False)
    verdict = sentences_of([far], table, facts("a", cut=None))["verdict"][1]
    assert verdict == ("Not decided. Cannot be judged: 1 % needs at least 7 people, there are 3.")


def test_levels_without_a_pair_are_named() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.0] * 5})
    at_8 = (table["kind"] == "mated") & ((table["i"] == 3) | (table["j"] == 3))
    table.loc[at_8, "fnmr"] = np.nan
    verdict = sentences_of([far], table, facts("a"))["verdict"][1]
    assert verdict.startswith("Not decided. Cannot be judged at 8\u00a0m: no two pictures of one")


def test_a_change_that_should_be_seen_is_not_asked_about() -> None:
    turn, clothes = protocol(TURN), protocol(CLOTHES)
    table = pd.concat([cells(turn, {"a": [0.0] * 8}), cells(clothes, {"a": [0, 1, 1]})])
    together, single = sentences_of([turn, clothes], table, facts("a"))["verdict"]
    assert together == (
        "At every measured level of orientation and backpack, held against the standard condition"
        " (180°, without backpack), the model may be used."
    )
    assert single.startswith("May be used:")
    alone = sentences_of([clothes], cells(clothes, {"a": [0, 1, 1]}), facts("a"))
    assert "verdict" not in alone
    assert "held against the standard condition (white)" in alone["deck"][0]


def test_every_verdict_names_its_model_and_rests_on_its_cells() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.3], "b": [0.0] * 5})
    _, *single = [f for f in find({"distance": far}, table, facts("a", "b")) if f.key == "verdict"]
    assert [finding.title for finding in single] == ["a", "b"]
    for finding in single:
        assert {cell["backbone"] for cell in finding.cells} == {finding.title}
        assert {cell["figure"] for cell in finding.cells} == {"fnmr"}
    assert "30\u00a0%" in in_words(single[0])
