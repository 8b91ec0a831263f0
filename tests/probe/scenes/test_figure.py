"""A dressed person as one mesh: everything fits together, and clothes change only clothes."""

import numpy as np
import pytest

from probe.scenes import PARTS
from probe.scenes.figure import OUTFITS, figure
from probe.scenes.recipe import OUTFITS as NAMED
from probe.scenes.skinning import KEPT


@pytest.fixture(scope="module")
def dressed(person):
    return figure(person, "white-sweatshirt", True, "backpack")


def parts_of(body):
    return {PARTS[k] for k in np.unique(body.part)}


def test_arrays_fit_together(dressed):
    n = len(dressed.vertices)
    assert dressed.normals.shape == dressed.texture.shape == (n, 3)
    assert dressed.holders.shape == dressed.share.shape == (n, KEPT)
    assert dressed.light.shape == (n, 9)
    assert (dressed.triangles.min(), dressed.triangles.max()) == (0, n - 1)
    assert dressed.material.max() == len(dressed.materials) - 1
    np.testing.assert_allclose(dressed.share.sum(1), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(dressed.normals, axis=1), 1, atol=1e-3)


def test_the_person_stands_on_the_floor_and_is_as_tall_as_stated(dressed, person):
    low, high = dressed.vertices[:, 2].min(), dressed.vertices[:, 2].max()
    assert abs(low) < 0.03
    assert 0.97 * person.height < high < 1.05 * person.height  # with a helmet


def test_worn_and_carried_parts_are_there(dressed, person):
    assert {"top", "bottom", "shoes", "face", "skin", "helmet", "backpack"} <= parts_of(dressed)
    assert {PARTS[k] for k in np.flatnonzero(dressed.carried)} == {"backpack", "bag"}
    bare = figure(person, "white-shirt", False, "nothing")
    assert not {"helmet", "backpack", "bag"} & parts_of(bare)


def test_every_outfit_of_a_recipe_can_be_worn():
    assert set(OUTFITS) == set(NAMED)
