"""Forms of a body: heavier people are wider, and a torso ends where its hem says."""

from dataclasses import replace

import numpy as np
import pytest

from probe.scenes.solids import volume_of
from probe.scenes.torso import arm_radius, bare_legs, torso


def extent(person, bones, hem=-0.1):
    vertices, _ = volume_of([(torso(person, bones, 1.0, hem, False), 0.01)], 0.012).surface()
    return np.ptp(vertices, axis=0), vertices[:, 2].min()


def test_build_and_belly_widen(person, bones):
    slim, heavy = replace(person, build=0.87), replace(person, build=1.15)
    assert extent(heavy, bones)[0][0] > 1.15 * extent(slim, bones)[0][0]
    assert arm_radius(heavy, bones) > arm_radius(slim, bones)
    belly = replace(person, belly=2.0)
    assert extent(belly, bones)[0][1] > extent(replace(person, belly=0.0), bones)[0][1]


@pytest.mark.parametrize("hem", [-0.1, -0.42])
def test_the_lower_end_is_the_hem(person, bones, hem):
    low = extent(person, bones, hem)[1]
    assert low == pytest.approx(bones.joint("pelvis")[2] + hem * bones.scale, abs=0.03)


def test_legs_end_at_the_ankles(person, bones):
    vertices, _ = volume_of(bare_legs(person, bones), 0.012).surface()
    assert vertices[:, 2].min() == pytest.approx(bones.joint("foot_r")[2], abs=0.08)
