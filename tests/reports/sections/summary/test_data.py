"""The summary: the worst case of each factor."""

import numpy as np
import pytest

from probe.reports.document import build


def test_the_worst_level_is_the_lowest_retention(run_of) -> None:
    run = run_of("five")
    document = build(run)
    for row in document.data("summary").rows:
        protocol = run.protocols[row.key]
        for backbone, worst in zip(run.backbones, row.worst, strict=True):
            column = run.matrix(backbone, row.key, "retention")[:, protocol.standard.index]
            column[protocol.standard.index] = np.inf
            assert worst.figure.value == pytest.approx(column.min())
            assert worst.level == protocol.label(protocol.conditions[int(column.argmin())])


def test_one_person_is_told_by_cosines_and_refusals(run_of) -> None:
    document = build(run_of("one_person"))
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
    summary = build(run).data("summary")
    assert [text for _, text in summary.marks[0]] == ["0", ".5", "1"]
    assert summary.marks[1] == ((0.0, "−4"), (50.0, "0"), (100.0, "4"))
    for row in summary.rows:
        cosine, other = row.worst
        assert cosine.dot == pytest.approx(100 * cosine.figure.value, abs=0.01)
        assert other.dot == pytest.approx(12.5 * (other.figure.value + 4), abs=0.01)
    assert "Mean score against the standard condition" in summary.caption
