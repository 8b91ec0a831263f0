"""A highest cosine is called no identity where strangers are told apart no better there."""

from dataclasses import replace

import pandas as pd

from probe.conclusions.findings import find
from tests.probe.conclusions.planted import TURN, facts, in_words, protocol

TURNS = protocol(TURN)


def planted(backbone, auc_at_top):
    """Pairs of conditions score .6, strangers .2, AUC .9; the first with the second .9 and .5."""
    rows = []
    count = len(TURNS.conditions)
    for i in range(count):
        for j in range(count):
            top = {i, j} == {0, 1}
            base = {"protocol": "turn", "backbone": backbone, "variant": "unmasked", "i": i, "j": j}
            mean = 0.95 if i == j else 0.9 if top else 0.6
            rows.append(base | {"kind": "mated", "mean": mean, "auc": auc_at_top if top else 0.9})
            rows.append(base | {"kind": "at_large", "mean": 0.5 if top else 0.2})
    return pd.DataFrame(rows)


def said(table, planted_facts):
    findings = find({"turn": TURNS}, table, planted_facts)
    return [in_words(finding) for finding in findings if finding.key == "rise"]


def test_a_rise_with_no_better_auc_is_no_sign_of_identity():
    table = pd.concat([planted("a", 0.87), planted("b", 0.95)])
    (sentence,) = said(table, facts("a", "b", cut=None))
    assert sentence.startswith("The highest cosine between two different conditions is no sign of")
    assert (
        "with a (0°, without backpack against 90°, without backpack, .90; the other pairs .60 on "
        "average): strangers score .50 there and .20 elsewhere, and AUC is .870 there "
        "and .900 elsewhere."
    ) in sentence.replace("\u00a0", " ")
    assert "with b" not in sentence


def test_a_rise_with_a_better_auc_needs_no_word():
    assert said(planted("b", 0.95), facts("b", cut=None)) == []
    without = planted("b", 0.87).drop(columns="auc").assign(auc=float("nan"))
    assert said(without, facts("b", cut=None)) == []


def test_people_told_apart_without_a_fault_need_no_word():
    for auc, words in ((1.0, 0), (0.99955, 0), (0.9992, 1)):
        table = planted("a", auc)
        others = table["auc"] == 0.9
        table = table.assign(auc=table["auc"].mask(others, 1.0))
        assert len(said(table, facts("a", cut=None))) == words


def test_a_rise_that_no_heat_map_shows_needs_no_word():
    table = planted("a", 0.8)
    top = table["mean"] == 0.9
    assert said(table.assign(mean=table["mean"].mask(top, 0.611)), facts("a", cut=None)) != []
    assert said(table.assign(mean=table["mean"].mask(top, 0.609)), facts("a", cut=None)) == []


def test_many_models_are_counted():
    names = tuple("abcdef")
    table = pd.concat(
        [planted(name, 0.95 if name == "f" else 0.8) for name in names], ignore_index=True
    )
    (sentence,) = said(table, facts(*names, cut=None))
    assert sentence.startswith("With 5 of 6 models the pair of different conditions")


def test_rendered_people_do_not_tell_which_turn_is_hard():
    table = planted("b", 0.95)
    rendered = replace(facts("b", cut=None), rendered=frozenset({"turn"}))
    (sentence,) = said(table, rendered)
    assert sentence == (
        "Which turn is the harder one is not told by rendered people: real people order turns "
        "otherwise."
    )
    other = replace(rendered, rendered=frozenset({"another"}))
    assert said(table, other) == []
