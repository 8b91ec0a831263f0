"""SAM is asked for what stands in the content of a crop, without its even border."""

import numpy as np
import pytest

from probe.backbones._maskers.sam.prompts import content_box, prompts_of


def test_prompts_lie_in_the_content(crop):
    boxed = np.full((140, 100, 3), 128, np.uint8)
    boxed[10:130, 26:74] = crop()
    assert content_box(boxed) == (26, 10, 74, 130)
    prompts = prompts_of(boxed)
    np.testing.assert_array_equal(prompts.box, [26, 10, 74, 130])
    assert (prompts.points[:, 0] == 50).all()
    assert ((prompts.points[:, 1] > 40) & (prompts.points[:, 1] < 90)).all()
    assert content_box(np.full((8, 6, 3), 5, np.uint8)) == (0, 0, 6, 8)


@pytest.mark.parametrize(
    ("border", "box"),
    [
        ((slice(0, 7), slice(None)), (0, 7, 48, 120)),
        ((slice(100, 120), slice(None)), (0, 0, 48, 100)),
        ((slice(None), slice(40, 48)), (0, 0, 40, 120)),
        ((slice(30, 40), slice(None)), (0, 0, 48, 120)),  # a bar inside is no border
    ],
)
def test_a_border_may_lie_on_one_side(border, box, crop):
    image = crop()
    image[border] = 90
    assert content_box(image) == box


def test_points_stand_at_chest_waist_and_thighs(crop):
    points = prompts_of(crop()).points
    np.testing.assert_allclose(points, [[24, 36], [24, 54], [24, 72]])
