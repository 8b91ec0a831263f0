"""The sensor: brighter light gives brighter pictures, noise grows with it, moments differ."""

import numpy as np
import pytest

from probe.scenes.sensor import Sensor, exposed, sensor

CLEAN = Sensor(shot=0.0, read=0.0, blur=0.01)


def shown(level, camera=CLEAN, seed=0):
    light = np.full((40, 40, 3), level, np.float32)
    return exposed(light, camera, np.random.default_rng(seed)).astype(float)


def test_the_tone_curve_rises_and_ends_in_white():
    levels = [shown(x).mean() for x in (0.0, 0.05, 0.2, 0.5, 1.0, 5.0)]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (0, 255)


def test_noise_grows_with_light_and_with_the_shot_factor():
    spread = {shot: shown(0.3, Sensor(shot=shot, read=0, blur=0.01)).std() for shot in (0.01, 0.03)}
    assert spread[0.03] == pytest.approx(3 * spread[0.01], rel=0.15)
    assert shown(0.3).std() == 0


def test_balance_tints_and_saturation_greys():
    warm = shown(0.2, Sensor(balance=(1.2, 1.0, 0.8), shot=0, read=0, blur=0.01)).mean((0, 1))
    assert warm[0] > warm[1] > warm[2]
    grey = Sensor(balance=(1.2, 1.0, 0.8), shot=0, read=0, blur=0.01, saturation=0.0)
    assert np.ptp(shown(0.2, grey).mean((0, 1))) < 1


def test_cameras_repeat_and_differ():
    assert sensor("A", 4) == sensor("A", 4) != sensor("A", 5)
    assert sensor("A", 0) == Sensor()
    moment = Sensor().at_moment(np.random.default_rng(0))
    assert moment.exposure != Sensor().exposure
    assert moment.softness >= 0
