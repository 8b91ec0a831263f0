"""The cells of a run: every figure, and those against the standard condition."""

from probe.reports.cells import against_standard, any_figure, cells_of, other_of, place_of
from probe.reports.source import Source


def test_cells_stand_once_row_by_row(run_of) -> None:
    run = run_of("five")
    cells = cells_of(Source(run), "distance", run.backbones[0])
    n = len(run.protocols["distance"].conditions)
    assert [(c.i, c.j) for c in cells] == [(i, j) for i in range(n) for j in range(i, n)]
    stored = run.matrix(run.backbones[0], "distance", "fnmr")
    for cell in cells:
        assert cell.fnmr.value == stored[cell.i, cell.j]
        assert cell.over == (cell.fnmr.value > 0.10)
        assert cell.misses.endswith(f"of {cell.pairs:,}")


def test_against_standard_takes_every_condition_once(run_of) -> None:
    run = run_of("five")
    cells = cells_of(Source(run), "distance", run.backbones[0])
    all_of_them = against_standard(cells, 1)
    assert [other_of(cell, 1) for cell in all_of_them] == list(range(7))
    others = against_standard(cells, 1, with_standard=False)
    assert [other_of(cell, 1) for cell in others] == [0, 2, 3, 4, 5, 6]


def test_a_run_without_thresholds_counts_no_misses(run_of) -> None:
    run = run_of("few")
    cells = cells_of(Source(run), "distance", run.backbones[0])
    assert not any_figure([cells], "fnmr")
    assert {cell.misses for cell in cells} == {""}


def test_cells_stand_row_by_row() -> None:
    n = 5
    places = [(i, j) for i in range(n) for j in range(i, n)]
    assert [place_of(n, *place) for place in places] == list(range(len(places)))
    assert [place_of(n, j, i) for i, j in places] == list(range(len(places)))
