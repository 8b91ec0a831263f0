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
