"""Sentences on models: those that tell of a difference, and one line for all others."""

import json

import pandas as pd
import pytest

from probe.reports.sections.versus.sentences import rest_of, said_of
from probe.reports.source import Source
from probe.runs.stored import Finding
from probe.wording import Message

ALIKE = Message("versus-alike", {"first": "stripes", "second": "mapped", "figures": ("x",)})
BETTER = Message("versus-better", {"better": "stripes", "worse": "mapped"})


def source_of(run, monkeypatch, message: object = None, **columns: object) -> Source:
    if message is not None:
        (name,) = run.protocols
        monkeypatch.setattr(run, "findings", (Finding("versus", message, name),))
    monkeypatch.setattr(run, "differences", run.differences.assign(**columns))
    return Source(run, "en")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (BETTER, "stripes tells people apart better than mapped."),
        (ALIKE, ""),
        (
            Message("sentences", {"parts": (ALIKE, BETTER)}),
            "stripes tells people apart better than mapped.",
        ),
        (Message("versus-many", {"pairs": 6, "differ": 0}), ""),
        ("a sentence of an old run", "a sentence of an old run"),
    ],
)
def test_only_what_tells_of_a_difference_is_said(run, monkeypatch, message, said: str) -> None:
    told = said_of(source_of(run, monkeypatch, message))
    assert [text for _, text in told] == ([said] if said else [])


def test_where_nothing_differs_one_line_says_so(run, monkeypatch) -> None:
    rest = rest_of(source_of(run, monkeypatch, differs=False))
    assert rest.startswith("On the same people no difference between stripes and mapped is shown")


def test_where_all_differ_no_line_is_left(run, monkeypatch) -> None:
    assert rest_of(source_of(run, monkeypatch, differs=True)) == ""


def test_of_several_comparisons_the_others_are_counted(run, monkeypatch) -> None:
    stored = run.differences
    turned = stored.assign(
        backbone_a=stored["backbone_b"], backbone_b=stored["backbone_a"], differs=False
    )
    both = pd.concat([stored.assign(differs=True), turned])
    monkeypatch.setattr(run, "differences", both)
    assert rest_of(Source(run, "en")).startswith("In 1 of 2 comparisons of two models")


def test_what_cannot_be_decided_has_its_reason_once(run, monkeypatch) -> None:
    note = json.dumps({"id": "note-no-strangers", "values": {}})
    nothing = {"differs": False, "low": float("nan"), "high": float("nan"), "note": note}
    rest = rest_of(source_of(run, monkeypatch, **nothing))
    assert rest.startswith("1 of 1 comparison cannot be decided (")
    assert "no difference" not in rest
