"""Failures to acquire are counted and said, the first of them one by one."""

from probe.reports.document import build
from probe.reports.sections.failures import data as module


def test_refused_masks_are_told_where_they_belong(told):
    assert (
        "1 picture of this factor had no usable mask" in told["chapters"][0]["masked"][0]["caption"]
    )
    assert told["failures"]["text"] == (
        "Every picture could be used. 1 picture could be used as shot but not masked."
    )
    assert "no mask file" in told["failures"]["rows"][0]["reason"]


def test_every_failure_of_the_run_has_its_row(run_of, document_of) -> None:
    run = run_of("five")
    failures = document_of("five").data("failures")
    title = run.protocols[run.manifest.failures[0].protocol].title.language("en")
    rows = [(row.protocol, row.condition, row.picture) for row in failures.rows]
    assert rows == [(title, f.condition, f.picture) for f in run.manifest.failures]
    assert failures.text.startswith("2 pictures")
    assert failures.more == ""


def test_of_many_the_first_are_shown_and_the_others_counted(run_of, monkeypatch) -> None:
    monkeypatch.setattr(module, "SHOWN_FAILURES", 1)
    failures = build(run_of("five"), chapter=()).data("failures")
    assert len(failures.rows) == 1
    assert "1 " in failures.more


def test_a_run_in_which_all_could_be_used_says_so(document_of) -> None:
    failures = document_of("few").data("failures")
    assert (failures.text, failures.rows) == ("Every picture could be used.", ())
