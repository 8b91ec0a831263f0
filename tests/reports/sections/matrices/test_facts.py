"""The figures of a cell as the page shows them on pointing, in the order of their names."""

from dataclasses import replace

import pytest

from probe.reports.cells import cells_of
from probe.reports.figure import Figure
from probe.reports.sections.matrices.facts import FACTS, facts_of, with_interval
from probe.reports.source import Source


@pytest.fixture(scope="module")
def source(run_of):
    return Source(run_of("five"))


@pytest.fixture(scope="module")
def cell(source):
    cells = cells_of(source, "distance", source.run.backbones[0])
    return next(cell for cell in cells if (cell.i, cell.j) == (1, 4))


def test_every_fact_is_the_printed_figure_of_the_cell(source, cell) -> None:
    facts = dict(zip(FACTS, facts_of(source.words, cell), strict=True))
    assert facts["report-fact-cosine"] == f"{cell.mean.text} ({cell.mean.interval})"
    assert facts["report-fact-strangers"].startswith(cell.strangers.text)
    assert cell.alike_passing.text in facts["report-fact-alike"]
    assert facts["report-fact-missed"].endswith(f", {cell.misses}")
    assert facts["report-fact-log10"] == cell.log10_fmr.text
    assert facts["report-fact-measures"] == ", ".join(
        (cell.dprime.text, cell.auc.text, cell.eer.text)
    )
    assert facts["report-fact-pairs"] == f"{cell.n_pairs}, {cell.n_subjects}"


def test_what_is_not_known_is_left_empty_and_why_there_is_no_mean_is_said(source, cell) -> None:
    none = Figure("–", note="one picture only")
    bare = replace(cell, mean=none, fnmr=none, log10_fmr=none, dprime=none, alike=none)
    facts = dict(zip(FACTS, facts_of(source.words, bare), strict=True))
    assert facts["report-fact-cosine"] == "one picture only"
    assert not any(
        facts[f"report-fact-{name}"] for name in ("missed", "log10", "measures", "alike")
    )


def test_an_interval_stands_in_brackets() -> None:
    assert with_interval(Figure(".87", 0.87, interval=".81 to .93")) == ".87 (.81 to .93)"
    assert with_interval(Figure(".87", 0.87)) == ".87"
    assert with_interval(Figure("–", interval=".81 to .93")) == ""
