"""Which error a model leans to is said only where its interval says so."""

import math
from dataclasses import replace

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.leaning import leaning
from tests.probe.conclusions.planted import DISTANCE, cells, facts, in_words, protocol


def sentences(*rows):
    far = protocol(DISTANCE)
    planted = replace(facts("a", "b"), leanings=rows)
    table = Cells({"distance": far}, cells(far, {"a": [0.0] * 5, "b": [0.0] * 5}), planted)
    return [in_words(finding) for finding in leaning(table)]


def leaning_row(backbone="a", against="", side="precision-first", **changes):
    return {
        "variant": "unmasked", "backbone": backbone, "against": against, "bias": 0.4,
        "low": 0.2, "high": 0.6, "side": side, "note": "", "fnmr": 0.3, "fmr": 0.01,
        "p_adjusted": 0.01, **changes,
    }  # fmt: skip


def test_the_side_is_named_with_both_errors():
    (sentence,) = sentences(leaning_row())
    assert sentence.startswith("a is precision-first: at its threshold for 1\u00a0% it rejects 30")
    assert "(c = +0.40, 95\u00a0% +0.20 to\u00a0+0.60)" in sentence


def test_without_a_side_or_an_interval_no_lean_is_claimed_of_everybody():
    (neither,) = sentences(leaning_row(side="neither", low=-0.1))
    assert neither.startswith("a is not shown to lean to either error")
    open_end = leaning_row(low=math.nan, high=math.nan, note="no pair was missed")
    (open_side,) = sentences({**open_end, "side": ""})
    assert open_side.startswith("Which error a leans to is not told: at its threshold")


def test_two_models_differ_only_where_the_interval_says_so():
    apart = leaning_row(backbone="b", against="a", bias=0.5, low=0.1, high=0.9)
    assert sentences(apart)[0].startswith("b is more precision-first than a: c is 0.50 higher")
    alike = leaning_row(backbone="b", against="a", bias=0.1, low=0.01, high=0.5, p_adjusted=0.06)
    assert (
        "no difference in this leaning is shown (taken alone 95\u00a0% +0.01" in sentences(alike)[0]
    )
