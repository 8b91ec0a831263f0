"""Stops of light."""

import numpy as np
import pytest

from probe.transforms.light import light_of


@pytest.mark.parametrize("stops", [-3, -1, 1])
def test_a_stop_doubles_the_light(stops, picture, changed):
    light, new = light_of(picture), light_of(changed("exposure", stops=stops))
    wanted = light * 2.0**stops
    kept = (wanted < 1) & (wanted > 0.01)
    assert kept.any()
    np.testing.assert_allclose(new[kept], wanted[kept], rtol=0.05)
    assert (new[wanted >= 1] == 1).all()
