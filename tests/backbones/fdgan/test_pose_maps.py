"""Pose maps equal the official ones; layouts of joints come to lie in the same channels."""

import numpy as np
import pytest
import torch

from probe.backbones.fdgan.pose_maps import (
    JOINTS,
    in_channel_order,
    pose_maps,
)
from probe.errors import UsageError
from probe.scenes.skeleton import KEYPOINTS

SIZE = (256, 128)


@pytest.mark.parametrize("picture", ["128x64", "200x90", "256x128"])
def test_equals_the_official_maps(picture, parity):
    data = parity("fdgan_pose_maps")
    height, width = map(int, picture.split("x"))
    rows, columns = data[f"{picture}.points"].T
    scaled = np.stack([columns * SIZE[1] / width, rows * SIZE[0] / height, rows * 0 + 1], axis=1)
    maps = pose_maps(torch.from_numpy(scaled)[None], SIZE)[0].numpy()
    np.testing.assert_allclose(maps.sum((1, 2)), data[f"{picture}.sum"], atol=1e-9)
    np.testing.assert_allclose(maps[:, ::8, ::8], data[f"{picture}.maps_8th"], atol=1e-12)
    np.testing.assert_allclose(maps[1], data[f"{picture}.map1"], atol=1e-12)
    shown = data[f"{picture}.sum"] > 0
    assert shown.any()
    assert not shown.all()
    places = maps.reshape(18, -1).argmax(1)
    assert (places[shown] == data[f"{picture}.max_place"][shown]).all()


def named(layout):
    """Joints of a layout at x = place in OpenPose's order, y = 2x."""
    coco = ("nose", "eye_l", "eye_r", "ear_l", "ear_r", "shoulder_l", "shoulder_r", "elbow_l",
            "elbow_r", "wrist_l", "wrist_r", "hip_l", "hip_r", "knee_l", "knee_r", "ankle_l",
            "ankle_r")  # fmt: skip
    names = {"openpose18": KEYPOINTS, "coco17": coco, "body14": KEYPOINTS[:14]}[layout]
    places = [KEYPOINTS.index(name) for name in names]
    return torch.tensor([[[place, 2.0 * place, 1] for place in places]])


@pytest.mark.parametrize("layout", JOINTS)
def test_layouts_come_to_the_same_channels(layout):
    channels = in_channel_order(named(layout), layout)[0]
    for number, name in enumerate(KEYPOINTS):
        if name == "neck" and layout == "coco17":
            shoulders = [KEYPOINTS.index(f"shoulder_{side}") for side in "lr"]
            assert channels[number, 0] == np.mean(shoulders)
        elif layout == "body14" and number >= 14:
            assert not channels[number].any()
        else:
            assert channels[number].tolist() == [number, 2 * number, 1]


def test_a_neck_of_one_shoulder_is_missing():
    joints = named("coco17")
    joints[0, 5, 2] = 0
    assert in_channel_order(joints, "coco17")[0, 1, 2] == 0


def test_another_number_of_joints_is_refused():
    with pytest.raises(UsageError, match="17 joints, not the 18") as caught:
        in_channel_order(named("coco17"), "openpose18")
    assert "coco17 has 17" in caught.value.hint


def test_missing_and_outside_joints_are_empty():
    joints = torch.tensor([[[5.0, 5, 1], [5, 5, 0], [-1, 5, 1], [5, 64, 1], [31.9, 63.9, 1]]])
    maps = pose_maps(joints, (64, 32))
    assert maps.amax((2, 3)).tolist() == [[1, 0, 0, 0, 1]]


def test_mirroring_joints_mirrors_maps():
    joints = torch.tensor([[[3.0, 5, 1], [17, 40, 1]]])
    mirrored = joints.clone()
    mirrored[..., 0] = 31 - mirrored[..., 0]
    there = pose_maps(mirrored, (64, 32), 2.5)
    torch.testing.assert_close(there, pose_maps(joints, (64, 32), 2.5).flip(3))


def test_a_wide_gaussian_on_a_small_map_is_mirrored_more_than_once():
    maps = pose_maps(torch.tensor([[[1.0, 1, 1]]]), (4, 4), 9.0)
    assert maps.max() == 1
    assert maps.min() > 0.9
