"""Legwear: trousers reach the shoes, shorts and skirts show skin."""

import pytest

from probe.scenes.bottoms import LEGS, bottoms
from probe.scenes.tops import CUTS, Fabric, tops

GREY = (0.2, 0.2, 0.2)


@pytest.mark.parametrize("kind", ["jeans", "shorts", "skirt"])
def test_what_is_short_shows_the_legs(person, bones, kind):
    _, volume = tops(person, bones, "t-shirt", Fabric("plain", GREY, GREY, 1))
    pieces = bottoms(person, bones, kind, GREY, (volume, CUTS["t-shirt"].hem))
    assert [piece.part for piece in pieces] == ["bottom", "skin"][: 2 if LEGS[kind].short else 1]
    lowest = pieces[0].vertices[:, 2].min()
    ankle, knee = bones.joint("foot_r")[2], bones.joint("calf_r")[2]
    assert lowest > ankle if LEGS[kind].short else lowest < ankle + 0.05
    assert lowest < knee + 0.25
