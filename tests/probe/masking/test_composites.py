"""Composites keep what they must: endpoints, frames, untouched pixels."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking import CutOut, Layers, composite, pasted


def scene(seed, size=(40, 20)):
    rng = np.random.default_rng(seed)
    mask = np.zeros(size, bool)
    mask[5 : size[0] - 4, size[1] // 4 : -size[1] // 4] = True
    bag = np.zeros(size, bool)
    bag[12:20, -size[1] // 4 : -2] = True
    picture = rng.integers(0, 256, (*size, 3), dtype=np.uint8)
    return Layers(picture, {"person": mask, "bag": bag})


def test_nothing_and_everything_taken_are_the_pictures_themselves():
    a, b = scene(0), scene(1, (50, 30))
    assert composite(a, b, frozenset()) is a.picture
    assert composite(a, b, frozenset({"person", "bag", "background"})) is b.picture


def test_the_person_gives_the_frame_and_keeps_its_pixels():
    a, b = scene(0), scene(1, (50, 30))
    found = composite(a, b, frozenset({"background", "bag"}))
    assert found.shape == a.picture.shape
    own = a.masks["person"]
    assert (found[own] == a.picture[own]).all(1).mean() > 0.9
    other = composite(a, b, frozenset({"person"}))
    assert other.shape == b.picture.shape
    np.testing.assert_array_equal(other[b.masks["person"]], b.picture[b.masks["person"]])


def test_a_plate_holds_nothing_of_the_person():
    picture = np.full((64, 32, 3), 50, np.uint8)
    mask = np.zeros((64, 32), bool)
    mask[10:50, 10:22] = True
    picture[mask] = 250
    picture[10:50, 9] = picture[10:50, 22] = 150
    np.testing.assert_array_equal(CutOut(picture, mask).plate, 50)
    np.testing.assert_array_equal(Layers(picture, {"person": mask}).plate, 50)


def test_a_pasted_person_is_the_person_before_the_background():
    cut = CutOut(scene(0).picture, scene(0).masks["person"])
    found = pasted(cut, np.full((80, 40, 3), 9, np.uint8))
    inside = np.zeros_like(cut.mask)
    inside[9:32, 9:11] = True
    np.testing.assert_array_equal(found[inside], cut.picture[inside])
    assert (found[0] == 9).all()


def standing(height, top, left, colours, size=(90, 60)):
    """A person of that height, head and torso of own colours, on grey, with its body's box."""
    picture = np.full((*size, 3), 128, np.uint8)
    head, torso = (np.zeros(size, bool) for _ in range(2))
    neck, width = top + height // 4, height // 3
    head[top:neck, left : left + width] = True
    torso[neck : top + height, left : left + width] = True
    picture[head], picture[torso] = colours
    box = (top, left, top + height, left + width)
    return Layers(picture, {"head": head, "torso": torso}, body=box)


@pytest.mark.parametrize(("height", "top", "left"), [(60, 10, 20), (30, 50, 5), (72, 2, 30)])
def test_a_head_lands_on_the_shoulders(height, top, left):
    """Another's head is laid over this body, wherever and however large the other stands."""
    here = standing(60, 20, 8, ((250, 0, 0), (0, 250, 0)))
    there = standing(height, top, left, ((0, 0, 250), (250, 250, 0)))
    found = composite(there, here, frozenset({"torso", "background"}))
    # The head gives the frame: there, a head of its own and this one's torso below it.
    assert (found[there.masks["head"]] == (0, 0, 250)).all(1).mean() > 0.9
    under = there.masks["torso"]
    assert (found[under] == (0, 250, 0)).all(1).mean() > 0.7
    assert not (found == (250, 250, 0)).all(2)[~under].any()


def test_what_is_laid_outside_the_frame_is_left_out():
    here = standing(40, 45, 40, ((250, 0, 0), (0, 250, 0)))
    there = standing(60, 2, 2, ((0, 0, 250), (250, 250, 0)))
    found = composite(here, there, frozenset({"torso"}))
    assert found.shape == here.picture.shape
    assert (found[here.masks["head"]] == (250, 0, 0)).all(1).mean() > 0.9


def test_masks_that_do_not_fit_are_refused():
    picture = scene(0).picture
    with pytest.raises(MaskError, match="3 x 3 pixels, the picture 40 x 20"):
        Layers(picture, {"person": np.ones((3, 3), bool)})
    with pytest.raises(MaskError, match="without masks"):
        Layers(picture, {})
    with pytest.raises(MaskError, match="empty"):
        CutOut(picture, np.zeros((40, 20), bool))
