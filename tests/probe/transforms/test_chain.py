"""Transforms one after another, and what decides their pictures."""

import numpy as np
import pytest

from probe.errors import PictureError
from probe.transforms import Chain, Transform, TransformError, chain_of
from probe.transforms.chain import Step


def test_without_transforms_a_picture_keeps_its_id_and_its_pixels(picture):
    chain = chain_of({})
    assert not chain
    assert chain.image_id("abc") == "abc"
    assert chain.change(picture, "abc") is picture


def test_the_id_says_everything_that_decides_the_picture():
    ids = [
        chain_of(steps).image_id("abc")
        for steps in (
            {"exposure": {"stops": 1}},
            {"exposure": {"stops": 2}},
            {"exposure": {"stops": 1}, "jpeg": {"quality": 50}},
            {"jpeg": {"quality": 50}, "exposure": {"stops": 1}},
        )
    ]
    ids.append(chain_of({"exposure": {"stops": 1}}).image_id("abd"))
    assert len(set(ids)) == 5
    assert all(len(one) == 64 for one in ids)
    assert ids[0] == chain_of({"exposure": {"stops": 1.0}}).image_id("abc")


def test_a_newer_revision_of_a_transform_gives_other_ids():
    (step,) = chain_of({"exposure": {"stops": 1}}).steps
    newer = Chain((Step(step.name, step.revision + 1, step.transform),))
    assert newer.image_id("abc") != Chain((step,)).image_id("abc")


def test_they_are_applied_in_the_order_in_which_they_stand(picture):
    first = {"exposure": {"stops": 3}}
    second = {"fog": {"visibility": 20}}
    one = chain_of(first | second).change(picture, "k")
    other = chain_of(second | first).change(picture, "k")
    assert (one != other).any()
    fogged = chain_of(second).change(chain_of(first).change(picture, "k"), "k")
    np.testing.assert_array_equal(one, fogged)


def test_chance_belongs_to_the_picture_and_not_to_the_level(picture):
    light = chain_of({"occlusion": {"share": 20}})
    heavy = chain_of({"occlusion": {"share": 60}})
    assert (light.change(picture, "a")[-1] == heavy.change(picture, "a")[-1]).all()
    assert (light.change(picture, "a")[-1] != light.change(picture, "b")[-1]).any()


def test_what_does_not_fit_says_where():
    with pytest.raises(TransformError, match="no transform 'moton_blur'") as caught:
        chain_of({"moton_blur": {}})
    assert caught.value.hint == "did you mean 'motion_blur'?"
    assert caught.value.where == ("moton_blur",)
    with pytest.raises(TransformError, match="'stop' is not known here") as caught:
        chain_of({"exposure": {"stop": 1}})
    assert "did you mean 'stops'" in str(caught.value)
    with pytest.raises(TransformError, match=r"stops is 99: a number of at most 8") as caught:
        chain_of({"exposure": {"stops": 99}})
    assert caught.value.where == ("exposure", "stops")
    assert caught.value.place == "transform.exposure.stops"
    with pytest.raises(TransformError, match="'stops' is missing"):
        chain_of({"exposure": {}})


class Wrong(Transform):
    def change(self, picture, chance):
        return picture[1:]


def test_a_transform_that_does_not_keep_its_word_is_named(picture):
    with pytest.raises(PictureError, match=r"'wrong' gives uint8 \(95, 40, 3\)"):
        Chain((Step("wrong", 1, Wrong()),)).change(picture, "k")
