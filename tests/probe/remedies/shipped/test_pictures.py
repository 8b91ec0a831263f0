"""Remedies that mend one picture: when they are meant, and what they leave alone."""

from dataclasses import replace

import numpy as np
import pytest

from probe.remedies.registry import remedies_in_order
from probe.remedies.shipped._pictures import PictureRemedy
from probe.transforms import TRANSFORMS, chain_of

MENDING = {n: r for n, r in remedies_in_order().items() if isinstance(r, PictureRemedy)}


@pytest.mark.parametrize("name", MENDING)
def test_it_is_meant_for_the_transforms_that_it_names(remedy_case, name):
    case, remedy = remedy_case(), MENDING[name]
    assert remedy.mends <= set(TRANSFORMS.places())
    assert not remedy.is_meant_for(case)
    assert remedy.is_meant_for(replace(case, transforms=frozenset({min(remedy.mends), "mirror"})))
    assert not remedy.is_meant_for(replace(case, transforms=frozenset({"mirror"})))


@pytest.mark.parametrize("name", MENDING)
def test_it_gives_another_picture_of_the_same_size_and_keeps_the_first(remedy_case, name):
    case = remedy_case()
    view = case.queries[0]
    before = view.picture.copy()
    mended = MENDING[name].preparation(case)(view)
    again = MENDING[name].preparation(case)(view)
    assert (mended.picture.dtype, mended.picture.shape) == (np.uint8, before.shape)
    assert not np.array_equal(mended.picture, before)
    np.testing.assert_array_equal(mended.picture, again.picture)
    np.testing.assert_array_equal(view.picture, before)
    assert mended.mask is view.mask


def scene():
    """A soft picture with colours, as of a person: `uint8 (96, 48, 3)`."""
    draw = np.random.default_rng(3)
    blocks = draw.integers(60, 200, (12, 6, 3)).repeat(8, 0).repeat(8, 1)
    return blocks.astype(np.uint8)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("exposure", {"exposure": {"stops": -2}}),
        ("grey-world", {"colour_cast": {"red": 1.5, "blue": -1.5}}),
        ("histogram", {"exposure": {"stops": -3}}),
        ("denoise", {"low_light": {"lux": 5.0}}),
        ("deblur", {"defocus": {"disc": 8.0}}),
        ("sharpen", {"defocus": {"disc": 2.0}}),
    ],
)
def test_a_changed_picture_comes_nearer_to_what_the_remedy_makes_of_it_unchanged(name, made):
    """Both sides of a comparison are mended: what counts is how alike they are then."""
    picture = scene()
    changed = chain_of(made).change(picture, "one")
    apart = np.abs(changed.astype(int) - picture).mean()
    mended = [MENDING[name].change(one).astype(int) for one in (picture, changed)]
    if name in {"deblur", "sharpen"}:  # of a picture without blur they make another one
        mended[0] = picture.astype(int)
    assert np.abs(mended[0] - mended[1]).mean() < 0.95 * apart
