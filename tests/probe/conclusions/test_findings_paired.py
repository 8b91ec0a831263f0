"""Sentences about paired comparisons say no more than the decisions they rest on."""

import dataclasses
import math

import pandas as pd
import pytest

from probe.conclusions.findings import Facts, find
from probe.files.strict_yaml import parse_yaml
from probe.protocol.model import protocol_of
from probe.wording import wording_of


def said(finding):
    return wording_of().either(finding.message)


DISTANCE = """
name: distance
title: Distance
question: Closer or farther?
factors: [{name: distance, unit: m, kind: ordered, levels: [4, 8, 12], standard: 4}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""
LEVELS = ("4", "8", "12")


def row(figure="retention", difference=0.1, low=0.05, high=0.15, differs=True, **changes):
    return {
        "protocol": "distance",
        "variant": "unmasked",
        "backbone_a": "a",
        "backbone_b": "b",
        "figure": figure,
        "condition": "",
        "difference": difference,
        "low": low,
        "high": high,
        "note": "" if math.isfinite(low) else "4 subjects: at least 5 are needed",
        "differs": differs,
        "detectable": 0.07,
        **changes,
    }


def cell(backbone, variant, kind, i, mean, retention):
    ends = {"low": mean - 0.01, "high": mean + 0.01}
    return {
        "protocol": "distance", "backbone": backbone, "variant": variant, "kind": kind,
        "i": i, "j": 0, "mean": mean, "retention": retention, **ends,
        "retention_low": retention - 0.05, "retention_high": retention + 0.05,
    }  # fmt: skip


def table(*backbones, variants=("unmasked",)):
    rows = []
    for backbone in backbones:
        for k, variant in enumerate(variants):
            means = (0.97, 0.9 + 0.04 * k, 0.8 + 0.12 * k)
            for i, mean in enumerate(means):
                rows.append(cell(backbone, variant, "mated", i, mean, mean))
            rows.append(cell(backbone, variant, "at_large", 0, 0.5 + 0.1 * k, math.nan))
    return pd.DataFrame(rows)


def sentences(backbones=("a", "b"), variants=("unmasked",), **told):
    facts = Facts(backbones, (), subjects=9, pictures=99, variants=variants, **told)
    protocol = protocol_of(parse_yaml(DISTANCE, "test.yaml"))
    found = find({"distance": protocol}, table(*backbones, variants=variants), facts)
    return {(each.key, wording_of().either(each.title)): each for each in found}


def versus(*rows):
    return said(sentences(differences=rows)["versus", ""])


@pytest.mark.parametrize(("sign", "better", "worse"), [(1, "b", "a"), (-1, "a", "b")])
def test_the_better_model_is_named_with_its_interval(sign, better, worse):
    low, high = sorted((0.05 * sign, 0.15 * sign))
    text = versus(row(difference=0.1 * sign, low=low, high=high))
    margin = "more of its margin over strangers"
    assert text == f"{better} keeps .10 {margin} than {worse} (95\u00a0% .05 to\u00a0.15)."


def test_more_misses_are_worse():
    text = versus(row("fnmr", 0.25, 0.1, 0.4))
    assert text == "a misses 25\u00a0points fewer than b (95\u00a0% 10 to\u00a040)."


def test_what_is_not_shown_is_not_said():
    text = versus(row(difference=0.03, low=-0.02, high=0.08, differs=False))
    assert "no difference in the margin they keep is shown (95\u00a0% −.02 to\u00a0.08)" in text
    assert "one of .07 would have been seen" in text
    assert "keeps" not in text


def test_without_an_interval_nothing_is_decided():
    nan = float("nan")
    told = row(low=nan, high=nan, differs=False)
    assert versus(told) == (
        "a and b: margin over strangers not decided (4 subjects: at least 5 are needed)."
    )
    assert "cannot be decided" in said(sentences(differences=(told,))["advice", "Which model"])


def test_raw_cosines_of_two_models_are_never_compared():
    assert ("versus", "") not in sentences(differences=(row("mean", 0.5, 0.4, 0.6),))


def test_advice_follows_the_decision():
    better = said(sentences(differences=(row(),))["advice", "Which model"])
    assert better.endswith("On the same people b keeps more than a under distance.")
    same = said(sentences(differences=(row(differs=False),))["advice", "Which model"])
    assert same.endswith("On the same people no difference between a and b is shown.")
    none = said(sentences()["advice", "Which model"])
    assert none.endswith("takes a paired comparison, which is not made here.")


def test_many_models_are_told_in_numbers():
    names = tuple("abcde")
    pairs = [(x, y) for k, x in enumerate(names) for y in names[k + 1 :]]
    rows = tuple(row(backbone_a=x, backbone_b=y, differs=y == "e") for x, y in pairs)
    found = sentences(names, differences=rows)
    assert said(found["versus", ""]).startswith("Of 10 pairs of models 4 differ")
    advice = said(found["advice", "Which model"])
    assert "e is shown to keep more in 4 of 4 paired comparisons" in advice


def masked(**changes):
    told = row(variant="scene", **changes)
    change = {**told, "backbone": told.pop("backbone_a")}
    found = sentences(("a",), ("unmasked", "scene"), changes=(change,))
    return found["masked", "scene"]


def test_the_masked_sentence_is_gated_by_the_paired_change():
    found = masked()
    assert said(found).startswith(
        "With the background removed the lowest cosine against the standard goes from .80 to .92 "
        "with a, which keeps .10 more of its margin over strangers (95\u00a0% .05 to\u00a0.15)."
    )
    told = "then score .60 instead of .50 with a (margin .37 instead of .47)."
    assert told in said(found)
    assert {each["variant"] for each in found.cells} == {"unmasked", "scene"}
    assert "not shown to change" in said(masked(differs=False))
    assert "margin" not in said(masked(low=math.nan, high=math.nan)).split(".")[1]


def test_a_loss_is_called_a_loss():
    text = said(masked(difference=-0.1, low=-0.15, high=-0.05))
    assert "keeps .10 less of its margin over strangers (95\u00a0% .05 to\u00a0.15)" in text


def test_facts_are_plain_values():
    told = Facts(("a",), (), 1, 1)
    assert dataclasses.replace(told, variant="scene").variants == ("unmasked",)
