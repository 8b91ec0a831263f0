"""The summary: the worst case of each factor."""

import re

import numpy as np
import pytest

from probe.reports.document import build
from probe.reports.html import render
from probe.reports.source import Source
from probe.runs.stored import Finding
from probe.wording import Message


def test_the_worst_level_is_the_one_most_is_missed_at(run_of, document_of) -> None:
    run = run_of("five")
    summary = document_of("five").data("summary")
    assert summary.measure == "fnmr"
    for row in summary.rows:
        protocol = run.protocols[row.key]
        for backbone, worst in zip(run.backbones, row.worst, strict=True):
            column = run.matrix(backbone, row.key, "fnmr")[:, protocol.standard.index]
            column[protocol.standard.index] = -1
            assert worst.figure.value == pytest.approx(column.max())
            labels = [protocol.label(condition) for condition in protocol.conditions]
            most = np.flatnonzero(np.isclose(column, column.max()))
            assert worst.level in {labels[k] for k in most}
            assert worst.head == f"missed at {worst.level}"


def test_every_figure_of_the_page_bears_its_model(run_of, report_of) -> None:
    """On a phone three models stand in two columns: their heads above tell nothing there."""
    page = report_of("five")["html"].read_text("utf-8")
    (table,) = re.findall(r'<table class="wide.*?</table>', page, re.DOTALL)
    run = run_of("five")
    named = re.findall(r"<td[^>]*>", table)
    shorts = Source(run).shorts
    wanted = [f'<td data-t="{shorts[name]}">' for name in run.backbones]
    assert named == wanted * (len(named) // len(wanted)) != []


def test_the_summary_shows_the_cell_that_headline_and_picture_tell_of(run_of, document_of) -> None:
    run = run_of("five")
    document = document_of("five")
    headline = next(finding for finding in run.findings if finding.key == "headline")
    rows = {row.key: row for row in document.data("summary").rows}
    told = [cell for cell in headline.cells if cell["figure"] == "fnmr"]
    assert told
    for cell in told:
        protocol = run.protocols[cell["protocol"]]
        worst = rows[cell["protocol"]].worst[run.backbones.index(cell["backbone"])]
        assert worst.level == protocol.label(protocol.conditions[cell["i"]])


def test_nothing_is_kept_where_the_standard_condition_itself_fails(run_of, monkeypatch) -> None:
    run = run_of("one_model")
    plain = build(run, chapter=()).data("summary").rows[0].worst[0]
    assert plain.kept.endswith("of its margin over strangers is kept there")
    assert not plain.failing
    cells = run.cells.copy()
    cells.loc[(cells["i"] == cells["j"]) & (cells["kind"] == "mated"), "fnmr"] = 0.4
    monkeypatch.setattr(run, "cells", cells)
    failing = build(run, chapter=()).data("summary").rows[0].worst[0]
    assert (failing.kept, failing.failing) == ("", True)
    assert failing.standard == "in the standard condition itself 40\u00a0%"


def test_one_person_is_told_by_cosines_and_refusals(document_of) -> None:
    document = document_of("one_person")
    assert document.data("summary").measure == "mean"
    assert "needs at least 7 people" in document.data("summary").note
    assert all(model.at is None for model in document.models)
    assert {group.key for c in document.chapters for group in c.data("matrices").groups} == {"mean"}


def test_means_of_another_score_lie_on_its_own_scale(run_of, monkeypatch) -> None:
    run = run_of("one_person")
    (first, second) = run.manifest.backbones
    logit = second.model_copy(update={"score": "logit", "score_range": (-4.0, 4.0)})
    changed = run.manifest.model_copy(update={"backbones": (first, logit)})
    monkeypatch.setattr(run, "manifest", changed)
    summary = build(run, chapter=()).data("summary")
    assert [text for _, text in summary.marks[0]] == ["0", ".5", "1"]
    assert summary.marks[1] == ((0.0, "−4"), (50.0, "0"), (100.0, "4"))
    for row in summary.rows:
        cosine, other = row.worst
        assert cosine.dot == pytest.approx(100 * cosine.figure.value, abs=0.01)
        assert other.dot == pytest.approx(12.5 * (other.figure.value + 4), abs=0.01)
    assert "Mean score against the standard condition" in summary.caption


def test_where_a_model_breaks_stands_in_its_cell(run_of, monkeypatch) -> None:
    run = run_of("five")
    level = Message("break-level", {"level": 7.0, "unit": "\u00a0m"})
    place = Message("break-place", {"level": level, "near": None, "far": None, "last": "14 m"})
    message = Message("breaking", {"limit": 0.1, "places": (place,)})
    found = Finding("breaking", message, "distance", run.backbones[1])
    monkeypatch.setattr(run, "findings", [*run.findings, found])
    document = build(run)
    rows = {row.key: row for row in document.data("summary").rows}
    said = {key: [worst.breaks for worst in row.worst] for key, row in rows.items()}
    assert said.pop("distance")[:2] == ["", "misses cross 10\u00a0% at 7\u00a0m"]
    assert not any(any(texts) for texts in said.values())
    assert "<span>misses cross 10\u00a0% at 7\u00a0m</span>" in render(document)


def test_where_a_fall_is_wanted_no_figure_is_a_fault(run_of, monkeypatch) -> None:
    run = run_of("five")
    cells = run.cells.copy()
    mated = (cells["kind"] == "mated") & (cells["i"] != cells["j"])
    cells.loc[mated, ["fnmr", "fnmr_joint_low", "fnmr_joint_high"]] = [0.9, 0.8, 1.0]
    monkeypatch.setattr(run, "cells", cells)
    rows = {row.key: row for row in build(run, chapter=()).data("summary").rows}
    assert {key for key, row in rows.items() if not row.worst[0].over} == {"clothing"}
    clothing = rows["clothing"].worst[0]
    assert (clothing.figure.value, clothing.usable, clothing.breaks) == (0.9, "", "")
    assert rows["distance"].worst[0].usable
