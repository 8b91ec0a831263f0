"""Which model: paired differences, or nothing where there is one model."""

import pandas as pd

from probe.reports.document import build
from probe.reports.sections.versus import data as module
from probe.reports.source import Source
from probe.reports.study import study_of


def test_one_model_is_compared_with_none(document_of) -> None:
    assert document_of("one_model").data("versus") is None


def test_differences_are_the_stored_ones_over_all_levels(run, document) -> None:
    versus = document.data("versus")
    (row,) = versus.rows
    stored = run.differences[
        (run.differences["variant"] == "unmasked") & (run.differences["condition"] == "")
    ].set_index("figure")
    for figure, name in zip(row.figures, ("auc", "dprime", "fnmr", "retention"), strict=True):
        assert figure.differs == bool(stored.loc[name, "differs"])
    value = stored.loc["retention", "difference"]
    assert float(row.figures[3].text.replace("−", "-")) == round(value, 2) or abs(value) < 0.005


def test_intervals_and_levels_are_the_stored_ones(run, document) -> None:
    (row,) = document.data("versus").rows
    stored = run.differences[
        (run.differences["variant"] == "unmasked") & (run.differences["figure"] == "retention")
    ].set_index("condition")
    low, high = (float(stored.loc["", name]) for name in ("low", "high"))
    printed = row.figures[3].interval.replace("−", "-").split(" to\u00a0")
    assert [float(end) for end in printed] == [round(low, 2), round(high, 2)]
    differing = [key for key in ("70", "140") if stored.loc[key, "differs"]]
    assert row.figures[3].levels == ", ".join(differing)
    assert row.figures[3].at == (f"differs at {', '.join(differing)}" if differing else "")
    assert (row.first, row.second) == ("stripes", "mapped")


def test_of_many_pairs_those_that_differ_are_shown_and_the_others_counted(run, monkeypatch) -> None:
    stored = run.differences
    alike = stored.assign(
        backbone_a=stored["backbone_b"], backbone_b=stored["backbone_a"], differs=False
    )
    monkeypatch.setattr(run, "differences", pd.concat([alike, stored]))
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    versus = build(run, chapter=()).data("versus")
    assert [(row.first, row.second) for row in versus.rows] == [("stripes", "mapped")]
    assert [(row.first, row.second) for row in versus.folded] == [("mapped", "stripes")]
    assert versus.on_paper.startswith("1 further comparison stands in report.html")
    assert versus.more == ""
    monkeypatch.setattr(module, "MOST_FOLDED", 0)
    assert build(run, chapter=()).data("versus").more.startswith("1 comparison more")


def test_a_mark_lies_on_the_side_of_the_model_it_speaks_for(document) -> None:
    (row,) = document.data("versus").rows
    shown = [figure for figure in row.figures if figure.differs]
    assert shown
    for figure in shown:
        assert (figure.marks[1] > 50) == (figure.better == row.second)
        assert figure.marks[0] <= figure.marks[1] <= figure.marks[2]


def test_an_older_run_shows_the_figures_it_has(run, monkeypatch) -> None:
    stored = run.differences
    older = stored[stored["figure"].isin(["mean", "retention", "fnmr"])]
    monkeypatch.setattr(run, "differences", older)
    versus = build(run, chapter=()).data("versus")
    assert versus.heads == ("Missed, points", "Retention")
    assert len(versus.rows[0].figures) == 2


def test_models_that_fail_in_the_standard_condition_are_not_compared_by_retention(failing) -> None:
    versus = build(failing, chapter=()).data("versus")
    assert versus.heads == ("AUC", "d′", "Missed, points")
    assert len(versus.rows[0].figures) == 3


def test_of_three_models_those_that_fail_have_no_difference_of_retention(run, monkeypatch) -> None:
    stored = run.differences
    other = stored.assign(backbone_a="mapped", backbone_b="third")
    monkeypatch.setattr(run, "differences", pd.concat([stored, other]))
    monkeypatch.setattr(
        Source, "failing", lambda _, protocol, name: 0.4 if name == "stripes" else None
    )
    monkeypatch.setattr(Source, "shorts", {name: name for name in ("stripes", "mapped", "third")})
    first, second = module.build(study_of(Source(run))).rows
    assert first.figures[3] == module.Difference("–", "", False, "")
    assert second.figures[3].text != "–"
