"""A rendering process gives what this process gives, and says when it cannot."""

import numpy as np
import pytest

from probe.errors import ProbeError
from probe.scenes import SceneRecipe, render
from probe.scenes.worker import Worker

RECIPE = SceneRecipe(3, distance=14)


@pytest.mark.slow
def test_a_scene_from_another_process_is_the_same():
    worker = Worker()
    try:
        there, here = worker.render(RECIPE), render(RECIPE)
    finally:
        worker.close()
    np.testing.assert_array_equal(there.image, here.image)
    assert there.parameters == here.parameters
    with pytest.raises((ProbeError, ValueError)):
        worker.render(RECIPE)
