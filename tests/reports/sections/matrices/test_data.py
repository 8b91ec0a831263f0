"""Heat maps: one group a figure, one map a model, every cell the run's."""

import numpy as np

from probe.reports.document import build
from probe.wording.numbers import Numbers


def test_every_group_has_a_map_a_model_and_the_main_ones_stand_first(run_of) -> None:
    run = run_of("five")
    for part in build(run).chapters:
        groups = part.data("matrices").groups
        assert [group.key for group in groups if group.main] == ["mean", "retention"]
        assert groups[0].main
        assert all(len(group.matrices) == len(run.backbones) for group in groups)


def test_cells_print_the_stored_means_both_ways(run_of) -> None:
    run = run_of("one_model")
    (part, *_) = build(run).chapters
    mean = part.data("matrices").groups[0].matrices[0]
    stored = run.matrix(run.backbones[0], part.chapter.key)
    unit = Numbers().unit
    assert [list(row) for row in mean.texts] == [[unit(v) for v in row] for row in stored]
    assert np.array_equal(np.array(mean.steps), np.array(mean.steps).T)


def test_the_lowest_cell_is_named_with_its_conditions(run_of) -> None:
    run = run_of("one_model")
    (part, *_) = build(run).chapters
    stored = run.matrix(run.backbones[0], part.chapter.key)
    apart = np.where(np.eye(len(stored), dtype=bool), np.inf, stored)
    i, j = sorted(np.unravel_index(apart.argmin(), apart.shape))
    labels = part.chapter.axis.full
    told = part.data("matrices").groups[0].matrices[0].extremes
    assert told == f"lowest {Numbers().unit(apart.min())}: {labels[i]} × {labels[j]}"


def test_figures_that_no_cell_has_have_no_group(run_of) -> None:
    (part, *_) = build(run_of("few")).chapters
    keys = {group.key for group in part.data("matrices").groups}
    assert "fnmr" not in keys
    assert "alike" not in keys
