"""Colours that can be read, by day and by night."""

import numpy as np
import pytest

from probe.reports import colours


@pytest.mark.parametrize("name", colours.SCALES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_cell_text_can_be_read_on_every_step(name: str, mode: colours.Mode) -> None:
    for colour in colours.scale(name, mode):
        assert colours.contrast(colour, colours.ink_on(colour)) >= 4.5


@pytest.mark.parametrize("name", colours.SCALES)
def test_lightness_runs_one_way_and_the_other_in_the_dark(name: str) -> None:
    for mode, sign in (("light", -1), ("dark", 1)):
        ladder = [colours.contrast(c, "#000000") for c in colours.scale(name, mode)]
        assert (sign * np.diff(ladder) > 0).all()


def test_steps_are_clamped_and_the_scale_is_fixed() -> None:
    assert [colours.step(v) for v in (-1, 0, 0.5, 1, 1.4)] == [0, 0, 25, 50, 50]
    assert colours.step(None) == colours.step(float("nan")) == -1
    assert colours.step(-4, 0, -4) == 50


def test_colours_are_even_and_change_is_symmetric():
    for name in (colours.EVIDENCE, colours.CHANGE):
        assert len(colours.scale(name)) == 51
    ladder = [colours.contrast(c, "#000000") for c in colours.scale(colours.EVIDENCE)]
    assert (np.diff(ladder) > 0).all()
    for mode in ("light", "dark"):
        from_black = [colours.contrast(c, "#000000") for c in colours.scale(colours.CHANGE, mode)]
        middle = from_black[25]
        assert middle == (max(from_black) if mode == "light" else min(from_black))
        for colour in colours.scale(colours.CHANGE, mode):
            assert colours.contrast(colour, colours.ink_on(colour)) >= 4.5
