"""Bad light, colours and few pixels are seen on pictures that no transform made."""

from dataclasses import replace

import numpy as np
import pytest

from probe.remedies.looks import seen_changes
from probe.transforms import chain_of


def changed(views, step):
    chain = chain_of(step)
    return tuple(replace(v, picture=chain.change(v.picture, v.image_id)) for v in views)


@pytest.fixture
def usual(remedy_views):
    return remedy_views("s", range(8), 3)


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        ({"exposure": {"stops": 0.2}}, set()),
        ({"exposure": {"stops": -0.8}}, {"exposure"}),
        ({"exposure": {"stops": -3.0}}, {"exposure", "low_light"}),
        ({"colour_temperature": {"kelvin": 3500.0}}, {"colour_temperature"}),
        ({"defocus": {"disc": 8.0}}, set()),
    ],
)
def test_what_was_done_to_pictures_is_seen(usual, step, seen):
    assert seen_changes(changed(usual, step), usual) >= seen
    if not seen:
        assert not seen_changes(changed(usual, step), usual)


def test_fewer_pixels_are_seen_also_where_the_picture_was_enlarged(usual):
    small = tuple(replace(v, picture=np.ascontiguousarray(v.picture[::2, ::2])) for v in usual)
    assert seen_changes(small, usual) == {"resolution"}
    far = tuple(replace(view, rows=10) for view in usual)
    assert seen_changes(far, usual) == {"resolution"}


def test_black_pictures_have_a_light_too(usual):
    dark = tuple(replace(v, picture=np.zeros_like(v.picture)) for v in usual)
    assert "low_light" in seen_changes(dark, usual)
