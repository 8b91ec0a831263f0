"""`examination.json` held against what was computed again."""

import copy

import pytest

from probe.audit.computed import computed_again
from probe.audit.sections import NAMES, sections_held, sections_left_out


@pytest.fixture
def computed(stored):
    return computed_again(stored)


def test_every_section_agrees(stored, computed):
    held = list(sections_held(stored, computed))
    assert [column for column in held if column.differing] == []
    of_groups = {"groups", "group_pairs", "differentials"}  # this run names none
    assert {column.column.split(":")[0] for column in held} == {*NAMES, "traces"} - of_groups


def test_a_figure_that_was_changed_and_a_row_that_was_lost_differ(stored, computed, monkeypatch):
    record = copy.deepcopy(stored.examination)
    record["curves"][0]["value"] += 1e-6
    record["traces"][0]["fnmr"][0] += 1e-6
    record["traces"][0]["fmr"][1] += 1e-3  # there is no such threshold
    del record["people"][0]
    monkeypatch.setattr(type(stored), "examination", record)
    differing = {c.column: c.differing for c in sections_held(stored, computed) if c.differing}
    assert differing["curves: value"] == 1
    assert differing["traces: fnmr"] == 2
    assert differing["people: carries_misses"] == 1


def test_a_section_that_was_emptied_differs(stored, computed, monkeypatch):
    monkeypatch.setattr(type(stored), "examination", {**stored.examination, "flow": []})
    assert any(c.differing and c.column == "flow: value" for c in sections_held(stored, computed))


def test_what_draws_at_random_is_not_computed_again(stored, computed):
    left = set(sections_left_out(stored, list(sections_held(stored, computed))))
    surveys = {"examination.json: flow: least", "examination.json: flow: most"}
    chances = {f"examination.json: concentration: {key}_p" for key in ("misses", "matches")}
    assert surveys < left <= surveys | chances
