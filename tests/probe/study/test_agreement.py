import pytest

from probe.runs.stored import Finding
from probe.study.agreement import advice_follows, findings_follow, same
from probe.wording import Message

CELL = {"protocol": "turn", "i": 0}


def finding(rate=0.145, key="factor", cell=CELL):
    message = Message("factor-no-miss", {"rate": rate})
    return Finding(key, message, "turn", "a", (cell,))


def test_values_agree_to_a_billionth():
    assert findings_follow([finding()], [finding(0.145 + 1e-12)])
    assert not findings_follow([finding()], [finding(0.146)])
    assert not findings_follow([finding()], [finding(None)])


@pytest.mark.parametrize(
    "computed",
    [
        [],
        [finding(), finding()],
        [finding(key="headline")],
        [finding(cell={"protocol": "turn", "i": 1})],
        [Finding("factor", Message("factor-nothing"), "turn", "a", (CELL,))],
    ],
)
def test_another_key_message_or_cell_does_not_follow(computed):
    assert not findings_follow([finding()], computed)


def test_of_a_text_only_key_protocol_and_cells_are_compared():
    old = Finding("factor", "No pair was missed.", "turn", "Turning", (CELL,))
    assert findings_follow([old], [finding()])
    assert not findings_follow([old], [finding(cell={"protocol": "turn", "i": 1})])


def test_findings_an_older_run_cannot_have_are_left_out():
    newer = [finding(), finding(key="leaning")]
    assert findings_follow([finding()], newer, older=frozenset({"leaning"}))


def test_a_run_of_before_holds_a_less_exact_message_with_fewer_values():
    models = {"first": "a", "second": "b"}
    now = Message("versus-same-people-alone", {**models, "alone": ("AUC",)})
    before = Message("versus-same-people-alike", models)
    stored, computed = (Finding("advice", m, "", "", ()) for m in (before, now))
    assert findings_follow([stored], [computed])
    assert not findings_follow([computed], [stored])


def test_a_run_may_be_younger_than_one_change_of_the_messages_and_older_than_another():
    """Of one finding a part is said as today, another as before."""
    ends = {"low": 0.1, "high": 0.2}
    values = {"more": "b", "figure": "auc", "interval": Message("interval-of-units", ends)}
    alone = Message("interval-of-units-alone", ends)
    kept = Message("versus-margin-alike", {"first": "a", "second": "b", "interval": alone})
    before = Message("versus-apart", values)
    now = Message("versus-apart-than", {**values, "behind": "a"})
    stored, computed = (
        Finding("versus", Message("sentences", {"parts": (first, kept)}), "turn", "", ())
        for first in (before, now)
    )
    assert findings_follow([stored], [computed])
    assert findings_follow([computed], [computed])
    assert not findings_follow([computed], [stored])


def advice(answer="use", **words):
    sentence = {"key": "recommendation", "cells": [CELL], **words}
    verdict = {"backbone": "a", "answer": answer, "worst": None, "sentences": [sentence]}
    return {"site": {"text": "x", "fmr": None, "limit": 0.1}, "verdicts": [verdict], "notes": []}


def test_advice_follows_by_its_messages_and_of_version_1_by_its_answers():
    message = Message("site-nothing-measured").data()
    assert advice_follows({}, {})
    assert advice_follows(advice(message=message), advice(message=message))
    assert not advice_follows(advice(message=message), advice(message={"id": "x", "values": {}}))
    assert advice_follows(advice(text="May be used."), advice(message=message))
    assert not advice_follows(advice("avoid", text="Not to be used."), advice(message=message))


def test_plain_data_is_compared_by_value():
    assert same({"a": [1.0, None, "x"]}, {"a": (1, None, "x")})
    assert not same({"a": 1.0}, {"b": 1.0})
    assert not same([1.0], [1.0, 2.0])
    assert same(float("inf"), float("inf"))


def test_a_message_that_was_less_exact_before_still_follows():
    def advised(name, limit):
        inner = Message(name, {"limit": limit})
        return Finding("advice", Message("sentences", {"parts": (inner,)}), cells=(CELL,))

    assert findings_follow([advised("advice-none-held", 0.1)], [advised("advice-none-asked", 0.1)])
    assert not findings_follow(
        [advised("advice-none-held", 0.2)], [advised("advice-none-asked", 0.1)]
    )
    assert not findings_follow(
        [advised("advice-none-asked", 0.1)], [advised("advice-none-held", 0.1)]
    )


def test_findings_that_went_by_other_figures_are_not_compared():
    stored, computed = finding(key="versus"), finding(0.9, key="versus")
    both = [finding()]
    assert not findings_follow([*both, stored], [*both, computed])
    assert findings_follow([*both, stored], [*both, computed], otherwise=frozenset({"versus"}))


def test_advice_of_before_says_not_where_it_breaks():
    today = advice()
    further = {"key": "break", "cells": [CELL], "message": {"id": "site-breaks"}}
    today["verdicts"][0]["sentences"].append(further)
    assert advice_follows(advice(), today)
    assert advice_follows(today, today)
    assert not advice_follows(today, advice())
    assert not advice_follows(advice("avoid"), today)
