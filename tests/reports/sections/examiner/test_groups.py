"""Tables of groups of people, as the run's file says."""

import copy
import re

import pymupdf

from probe import reports
from probe.reports.document import build


def tables(run):
    examiner = build(run).chapters[0].data("examiner")
    return {block.key: block for block in examiner.blocks}, examiner.notes


def test_every_group_with_enough_people_has_a_line_and_every_two_of_them(grouped):
    blocks, _ = tables(grouped)
    rows = blocks["groups"].rows
    assert [row[1] for row in rows] == ["sex: female", "sex: male", "sex: female with male"]
    assert [row[2] for row in rows] == ["6", "6", "12"]
    assert [row[5] for row in rows] == ["15", "15", "36"]
    assert all(" to\u00a0" in row[4] for row in rows)
    assert rows[2][3] == "–"


def test_a_differential_is_told_or_not(grouped, monkeypatch):
    blocks, _ = tables(grouped)
    assert [row[2] for row in blocks["differentials"].rows] == ["misses", "false matches"]
    record = copy.deepcopy(grouped.examination)
    first, second = record["differentials"]
    first |= {
        "to_best": 3.14, "to_best_low": 1.2, "to_best_high": 8.0, "told": True,
        "worst": "male", "best": "female",
    }  # fmt: skip
    second |= {
        "to_best": None, "to_best_low": 1.4, "to_best_high": None, "told": False,
        "to_mean": None, "to_mean_low": 1.0, "to_mean_high": None, "worst": "male", "best": "male",
    }  # fmt: skip
    monkeypatch.setattr(type(grouped), "examination", record)
    told, not_told = tables(grouped)[0]["differentials"].rows
    assert (told[3], told[4], told[6]) == ("male, female", "3.1 (1.2 to\u00a08.0)", "told")
    assert not_told[3:] == ("–", "– (1.4 or more)", "–", "not told")


def test_who_is_in_no_group_and_which_attribute_has_too_few_people_is_said(grouped):
    _, notes = tables(grouped)
    assert "sex is not stated of 1 person, who is in no group." in notes
    assert (
        "Not here: differentials between groups: age: fewer than two groups have 5 people." in notes
    )


def test_a_small_group_beside_large_ones_is_named(grouped, monkeypatch):
    record = copy.deepcopy(grouped.examination)
    small = next(row for row in record["groups"] if row["group"] == "male")
    record["groups"].append({**small, "group": "other", "people": 2, "low": None, "high": None})
    monkeypatch.setattr(type(grouped), "examination", record)
    line = "sex: other has 2 people, too few for an interval, and is not compared."
    assert line in tables(grouped)[1]


def test_page_and_paper_say_the_same(grouped, tmp_path, page_parser):
    files = reports.write(grouped, tmp_path)
    screen = bare(page_parser.Page(files["html"].read_text("utf-8")).text)
    with pymupdf.open(files["pdf"]) as document:
        paper = bare("".join(page.get_text() for page in document))
    blocks, notes = tables(grouped)
    texts = [*notes, *(text for key in ("groups", "differentials") for text in said(blocks[key]))]
    assert len(texts) > 30
    for text in texts:
        assert bare(text) in screen, text
        assert bare(text) in paper, text


def said(block):
    yield from (block.title, block.caption, *block.heads)
    yield from (text for row in block.rows for text in row)


def bare(text):
    return re.sub(r"[\s\u200b\u00ad]", "", text)
