"""Standing is calm, walking a cycle."""

import numpy as np
import pytest

from probe.scenes.pose import phone, standing, walking


def rng(seed):
    return np.random.default_rng(seed)


def test_standing_people_hardly_move():
    poses = [standing(rng(k), 1.0, 0.0) for k in range(200)]
    assert np.std([p.head_yaw for p in poses]) < 8
    assert np.mean([p.knee for p in poses]) < 8
    assert all(min(p.knee) >= 2 for p in poses)


def test_half_a_cycle_later_the_sides_have_changed():
    for phase in (0.0, 0.2, 0.45):
        first = walking(rng(1), phase, rng(7))
        second = walking(rng(1), phase + 0.5, rng(7))
        assert first.hip[0] == pytest.approx(second.hip[1])
        assert first.knee[0] == pytest.approx(second.knee[1])
    whole = walking(rng(1), 1.2, rng(7)), walking(rng(1), 0.2, rng(7))
    np.testing.assert_allclose(whole[0].hip, whole[1].hip)


def test_the_right_heel_strikes_with_the_leg_in_front():
    pose = walking(rng(2), 0.0, rng(3))
    assert pose.hip[0] > 10 > pose.hip[1]


def test_at_a_phone_one_arm_is_bent_and_the_head_lowered():
    for k in range(20):
        calm, busy = standing(rng(k), 1.0, 0.0), phone(rng(k), 1.0, 0.0)
        assert sorted(angle > 80 for angle in busy.elbow) == [False, True]
        assert busy.head_pitch > calm.head_pitch
        assert (busy.hip, busy.knee, busy.lean) == (calm.hip, calm.knee, calm.lean)
    right = [phone(rng(k), 1.0, 0.0).elbow[0] > 80 for k in range(100)]
    assert 70 <= sum(right) <= 90
