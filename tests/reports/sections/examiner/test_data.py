"""Closed tables for examiners, as the run's file says."""

import copy

import pytest

from probe.reports.document import build
from probe.reports.sections.examiner.data import MOST_PEOPLE
from probe.reports.sections.examiner.data import build as build_tables
from probe.runs.reading import Run
from tests.conftest import ROOT


def test_tables_say_what_the_run_holds(run, document):
    examiner = document.chapters[0].data("examiner")
    blocks = {block.key: block for block in examiner.blocks}
    record = run.examination
    assert len(blocks["calibration"].rows) == len(record["calibration"])
    assert len(blocks["flow"].rows) == len(record["flow"])
    assert all(len(row) == len(b.heads) for b in examiner.blocks for row in b.rows)
    named = [row[1] for row in blocks["people"].rows]
    assert len(named) <= MOST_PEOPLE * len(run.backbones)
    first = next(row for row in record["people"] if row["backbone"] == run.backbones[0])
    assert named[0] == first["person"]


def test_the_table_of_people_says_how_many_it_names(document) -> None:
    (part, *_) = document.chapters
    (people,) = (b for b in part.data("examiner").blocks if b.key == "people")
    assert people.caption.startswith(
        "At most 5 people a model are named, those with the most misses. Missed: share of a"
    )


def test_what_is_absent_is_said_in_one_line_each(document, run, chapter):
    assert document.chapters[0].data("examiner").notes == ()
    record = copy.deepcopy(run.examination)
    note = {"id": "note-examination-few", "values": {}}
    protocol = record["curves"][0]["protocol"]
    for backbone in run.backbones:
        absent = {"protocol": protocol, "backbone": backbone, "sections": ["flow"], "note": note}
        record["absent"].append(absent)
        left_out = {"protocol": protocol, "backbone": backbone, "subjects": 150, "left_out": 3}
        record["examined"].append(left_out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(chapter.source.run), "examination", record)
        lines = build_tables(chapter).notes
    assert [line.partition(":")[0] for line in lines] == [
        "These tables are of the first 150 people by name; 3 more were left out.", "Not here",
    ]  # fmt: skip


def test_tables_are_closed_on_the_page(files):
    page = files["html"].read_text("utf-8")
    assert "Counts of people between two cameras</summary>" in page
    assert "<details open" not in page


def test_an_older_run_has_no_such_tables():
    document = build(Run(ROOT / "tests" / "data" / "run_v2"))
    assert all(part.data("examiner") is None for part in document.chapters)
