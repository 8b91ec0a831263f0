"""Crossed factors: both ends of the interaction, maps of every pair of levels, shares."""

import json
import re

import numpy as np
import pymupdf
import pytest

from probe import reports
from probe.reports.document import build
from probe.reports.source import Source
from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.wording import wording_of
from tests.probe.study.test_crossed_study import CROSSED, PLANTED, TOGETHER, write_planted


@pytest.fixture(scope="module")
def crossed_run(tmp_path_factory):
    """Turning and light, which together cost more than the sum of both."""
    folder = tmp_path_factory.mktemp("crossed")
    (folder / "planted_two.py").write_text(PLANTED, encoding="utf-8")
    (folder / "crossed.yaml").write_text(CROSSED + "fit: stretch\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        request = StudyRequest(
            folder / "crossed.yaml",
            ("planted_two:spec",),
            photos=write_planted(folder / "photos", TOGETHER),
            out=folder / "runs",
            cache=folder / "cache",
            fmr=0.03,
        )
        return Run(run_study(request).path)


@pytest.fixture(scope="module")
def crossed(crossed_run):
    return build(crossed_run).chapters[0].data("crossed")


def rows_of_kind(run, kind):
    table = run.interactions
    return table[table["kind"] == kind].to_dict("records")


def test_both_ends_and_their_difference_are_the_stored_ones(crossed_run, crossed) -> None:
    (whole,) = rows_of_kind(crossed_run, "whole")
    (model,) = crossed.models
    (pair,) = model.pairs
    change = wording_of().numbers.signed_unit
    assert pair.title == "Orientation × Light"
    assert pair.ends == (("day", change(whole["change_a"])), ("night", change(whole["change_b"])))
    assert pair.difference.value == whole["estimate"]
    assert (pair.difference.low, pair.difference.high) == (whole["low"], whole["high"])
    assert pair.difference.text == change(whole["estimate"])
    assert pair.shown


def test_maps_hold_the_retention_and_what_is_beyond_the_sum(crossed_run, crossed) -> None:
    (pair,) = crossed.models[0].pairs
    retention, beyond = pair.maps
    protocol = crossed_run.protocols["crossed"]
    kept = crossed_run.matrix("planted", "crossed", "retention")[:, protocol.standard.index]
    at = {c.levels: kept[c.index] for c in protocol.conditions}
    single = {(r["level_a"], r["level_b"]): r for r in rows_of_kind(crossed_run, "single")}
    assert (retention.rows, retention.columns) == (("0°", "90°", "180°"), ("day", "night"))
    assert retention.standard == beyond.standard == (2, 0)
    for i, level in enumerate(("0", "90", "180")):
        for j, light in enumerate(("day", "night")):
            assert retention.figures[i][j].value == at[level, light]
            row, figure = single.get((level, light)), beyond.figures[i][j]
            assert figure.value == (row["estimate"] if row else None)
            assert beyond.shown[i][j] == bool(row and row["decided"])
            assert (beyond.steps[i][j] == -1) == (row is None)
            if row:
                sum_of_both = at[level, "day"] + at["180", light] - 1
                assert figure.value == pytest.approx(at[level, light] - sum_of_both)


def test_shares_of_the_variance_are_said_part_by_part(crossed_run, crossed) -> None:
    text = crossed.models[0].shares
    rows = rows_of_kind(crossed_run, "share")
    assert sum(row["estimate"] for row in rows) == pytest.approx(1)
    percent = wording_of().numbers.percent
    assert all(percent(row["estimate"]) in text for row in rows if np.isfinite(row["estimate"]))
    assert "Orientation × Light" in text


def test_screen_and_paper_print_the_same_figures(crossed_run, tmp_path) -> None:
    files = reports.write(crossed_run, tmp_path / "out")
    bare = re.compile(r"\s|<[^>]*>")
    page = bare.sub("", files["html"].read_text("utf-8"))
    with pymupdf.open(files["pdf"]) as document:
        # Paper has no tags, but "< 1 %" and "> 99 %".
        paper = re.sub(r"\s", "", "".join(sheet.get_text() for sheet in document))
    (stored,) = json.loads(files["json"].read_text("utf-8"))["chapters"][0]["crossed"]
    (pair,) = stored["pairs"]
    texts = [stored["sentence"], stored["shares"], pair["difference"]["interval"]]
    texts += [*(text for place in pair["ends"] for text in place)]
    for levels in pair["maps"]:
        assert len(levels["rows"]) == len(levels["figures"]) == 3
        texts += ["".join(f["text"] for f in row) for row in levels["figures"]]
    for text in texts:
        assert bare.sub("", text) in page
        assert bare.sub("", text) in paper


def test_a_protocol_of_one_factor_has_no_crossed_section(document_of) -> None:
    (part, *_) = document_of("one_model").chapters
    assert part.data("crossed") is None


def test_a_run_of_before_interactions_were_stored_has_none_either(run_of, document_of) -> None:
    run = run_of("crossed")
    assert run.interactions is None
    assert document_of("crossed").chapters[0].data("crossed") is None


def test_a_model_that_fails_in_the_standard_condition_has_none(crossed_run, monkeypatch) -> None:
    monkeypatch.setattr(Source, "failing", lambda *_: 0.4)
    assert build(crossed_run).chapters[0].data("crossed") is None
