"""GrabCut finds people who differ from the background in colour, the same way every time."""

import numpy as np
import pytest

from probe.backbones._maskers.grabcut import spec
from probe.backbones._maskers.grabcut.cut import largest_part
from probe.contracts import Masker, Runtime
from probe.errors import MaskError
from probe.wording import Message, reason_of

pytest.importorskip("cv2", reason="OpenCV is not installed")


def intersection_over_union(a, b):
    return (a & b).sum() / (a | b).sum()


def test_a_plain_figure_is_found():
    rng = np.random.default_rng(0)
    truth = np.zeros((160, 64), bool)
    truth[10:30, 26:38] = True
    truth[30:90, 18:46] = True
    truth[90:154, 22:42] = True
    picture = rng.normal(np.where(truth[..., None], (180, 60, 50), (70, 110, 160)), 12)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    cut = spec.open(None, Runtime())
    assert isinstance(cut, Masker)
    mask = cut.mask(picture)
    assert mask.shape == truth.shape
    assert intersection_over_union(mask, truth) > 0.93
    np.testing.assert_array_equal(mask, cut.mask(picture))


def test_a_speck_beside_the_person_is_no_part_and_holes_are_filled():
    mask = np.zeros((20, 10), bool)
    mask[4:16, 3:8] = True
    mask[8:10, 5] = False
    whole = mask.copy()
    whole[8:10, 5] = True
    mask[0, 0] = True
    np.testing.assert_array_equal(largest_part(mask), whole)
    with pytest.raises(MaskError) as caught:
        largest_part(np.zeros((4, 4), bool))
    assert reason_of(caught.value) == Message("reason-mask-nobody", {"masker": "grabcut"})


@pytest.mark.slow
def test_rendered_people_against_their_exact_masks():
    from probe.scenes import SceneRecipe, render

    cut = spec.open(None, Runtime())
    recipes = [SceneRecipe(identity=k, orientation=45.0 * k, background="panel") for k in range(4)]
    scenes = [render(recipe) for recipe in recipes]
    found = [intersection_over_union(cut.mask(s.image), s.mask_with_objects) for s in scenes]
    assert np.median(found) > 0.6


def test_a_picture_of_one_colour_is_refused():
    with pytest.raises(MaskError, match="one colour") as caught:
        spec.open(None, Runtime()).mask(np.full((40, 20, 3), 7, np.uint8))
    assert reason_of(caught.value) == Message("reason-mask-one-colour")


def test_a_missing_opencv_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(MaskError) as caught:
        spec.open(None, Runtime())
    assert "opencv-python-headless" in str(caught.value)
