"""The place behind a person: panel and monitor where the recipe says so, nothing between."""

import numpy as np
import pytest

from probe.scenes import SceneRecipe
from probe.scenes.lighting import light
from probe.scenes.room import along, room


def place_of(**changes):
    recipe = SceneRecipe(3, **changes)
    return room(recipe, light(recipe.domain, recipe.light))


def test_the_panel_stands_before_the_wall_and_behind_the_person():
    bare, panel, monitor = (
        place_of(background=name) for name in ("no-panel", "panel", "black-monitor")
    )
    for made in (panel, monitor):
        (left, right, low, high, depth), colour = made.things[-1, :5], made.things[-1, 5:8]
        assert left < -1 < 1 < right
        assert low < 0.1
        assert high > 2
        assert made.place[1, 5] < depth < 0
        assert (colour > 0).all()
    assert monitor.things[-1, 5:8].max() < 0.2 * panel.things[-1, 5:8].min()
    assert (bare.things[:, 4] < -1).all()


def test_rooms_repeat_and_differ():
    first, again, other = (place_of(background="no-panel", room=n) for n in (4, 4, 5))
    np.testing.assert_array_equal(first.place, again.place)
    assert first.things.shape != other.things.shape or (first.things != other.things).any()


def test_who_turns_stands_elsewhere():
    turned = [along(SceneRecipe(3, orientation=a)) for a in (0.0, 90.0)]
    assert turned[1] - turned[0] == pytest.approx(np.pi / 2)
