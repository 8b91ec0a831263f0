"""Every figure of the cells of a stored run comes out again."""

import math

import numpy as np
import pytest

from probe.audit.cells import cell_figures, one_person, strangers_limits
from probe.audit.computed import computed_again
from probe.runs.figures import CellFigures


@pytest.fixture(scope="session")
def computed(stored):
    return computed_again(stored)


def test_the_figures_are_those_of_the_run(stored, computed):
    row = stored.cells.query("backbone == 'moco.demo' and kind == 'mated' and i == 0 and j == 1")
    figures = cell_figures(computed.standings["turn", "moco.demo", "unmasked"], 0, 1)["mated"]
    numbers = {
        name for name in CellFigures.__annotations__ if not name.endswith(("note", "method"))
    }
    # Limits that hold together are those of the whole run: `joint_limits`.
    assert set(figures) >= numbers - {"kind", "fnmr_joint_low", "fnmr_joint_high"}
    for name, value in figures.items():
        assert value == pytest.approx(float(row[name].iloc[0]), abs=1e-10, nan_ok=True), name


def test_strangers_have_no_misses(computed):
    figures = cell_figures(computed.standings["turn", "moco.demo", "unmasked"], 0, 1)
    assert set(figures) == {"mated", "at_large"}
    assert "misses" not in figures["at_large"]


def test_the_mean_of_pairs_needs_five_people():
    pairs = {(a, b): a + b / 10 for a in range(4) for b in range(4) if a != b}
    assert np.isnan(strangers_limits(pairs, 4)).all()


def test_one_person_has_the_interval_of_pictures(album, coded, computed):
    from probe.audit.comparisons import mated

    standing = computed.standings["turn", "moco.demo", "unmasked"]
    few = mated(album, coded, 0, 1)
    assert math.isnan(one_person(standing, few.where(few.first == 0))[0])
