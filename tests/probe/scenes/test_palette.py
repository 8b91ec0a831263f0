"""Colours: albedos that light allows, as many as traits have values, told apart."""

from itertools import combinations

import numpy as np

from probe.scenes import palette
from probe.scenes.identity import BASE


def test_colours_are_albedos():
    for colours in (palette.TOPS, palette.BOTTOMS, palette.SKINS, palette.HAIRS, palette.BAGS):
        values = np.array(colours)
        assert values.min() > 0
        assert values.max() < 0.9
    assert np.array(palette.SHOES).max() < 0.9


def test_every_value_of_a_trait_has_a_colour_of_its_own():
    for colours in (palette.TOPS, palette.BOTTOMS):
        assert len(colours) == BASE
        shown = np.array(colours) ** (1 / 2.2)
        assert min(np.linalg.norm(a - b) for a, b in combinations(shown, 2)) > 0.02


def test_skins_go_from_light_to_dark():
    assert (np.diff([sum(colour) for colour in palette.SKINS]) < 0).all()
