"""The seventeen bones of a person: rest positions, poses, and the 18 OpenPose keypoints.

World: metres, z up, the person stands at the origin and faces +y; the right hand is at +x.

Proportions are ours, for a body of 1.75 m and scaled with height: pelvis at 51 % of the height,
knee at 28.5 %, upper arm 29 cm, forearm 25 cm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.identity import Identity
from probe.scenes.pose import Pose

Array = NDArray[np.float64]

BONES = (
    "pelvis", "spine", "chest", "neck", "head",
    "upper_arm_r", "forearm_r", "hand_r", "upper_arm_l", "forearm_l", "hand_l",
    "thigh_r", "calf_r", "foot_r", "thigh_l", "calf_l", "foot_l",
)  # fmt: skip
PARENTS = (-1, 0, 1, 2, 3, 2, 5, 6, 2, 8, 9, 0, 11, 12, 0, 14, 15)

KEYPOINTS = (
    "nose", "neck", "shoulder_r", "elbow_r", "wrist_r", "shoulder_l", "elbow_l", "wrist_l",
    "hip_r", "knee_r", "ankle_r", "hip_l", "knee_l", "ankle_l", "eye_r", "eye_l", "ear_r", "ear_l",
)  # fmt: skip
"""OpenPose's 18 keypoints in its order (COCO model)."""

KEYPOINT_BONES = (4, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 4, 4, 4, 4)
"""Which bone each keypoint moves with."""

REST_ABDUCTION = 12.0
REST_ELBOW = 14.0
REST_STANCE = 3.5
"""Degrees at rest of upper arm from the body, elbow bend and legs apart (ours): limbs must not
touch where their surfaces are made, or sleeve and body would grow together."""


def turn(axis: str, degrees: float) -> Array:
    """Rotation matrix about the x, y or z axis (right-handed)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    if axis == "x":
        return np.array([[1.0, 0, 0], [0, c, -s], [0, s, c]])
    if axis == "y":
        return np.array([[c, 0, s], [0, 1.0, 0], [-s, 0, c]])
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Rest positions of a person's joints.

    Attributes:
        joints: start of every bone (17, 3), in the order of `BONES`.
        head_centre: centre of the skull (3,).
        scale: body height / 1.75 m.
        head_scale: scale of the head.
        keypoints: the 18 keypoints at rest (18, 3).
        arms: rotation (3, 3) of upper arm and forearm, right then left, from hanging straight.
        thighs: rotation (3, 3) of right and left leg at rest.
    """

    joints: Array
    head_centre: Array
    scale: float
    head_scale: float
    keypoints: Array
    arms: tuple[Array, Array, Array, Array]
    thighs: tuple[Array, Array]

    def joint(self, bone: str) -> Array:
        """Rest position (3,) of the start of a bone."""
        return np.asarray(self.joints[BONES.index(bone)])

    def placed(self, pose: Pose) -> tuple[Array, Array]:
        """Rotation (17, 3, 3) and translation (17, 3) of every bone from rest to the pose."""
        local = local_turns(pose)
        rotation, shift = np.empty((17, 3, 3)), np.empty((17, 3))
        for n, parent in enumerate(PARENTS):
            joint = self.joints[n]
            if parent < 0:
                rotation[n], at = local[n], joint
            else:
                rotation[n] = rotation[parent] @ local[n]
                at = rotation[parent] @ joint + shift[parent]
            shift[n] = at - rotation[n] @ joint
        return rotation, shift

    def posed_keypoints(self, rotation: Array, shift: Array) -> Array:
        """The 18 keypoints (18, 3) after `placed`."""
        bones = np.array(KEYPOINT_BONES)
        turned = np.einsum("nij,nj->ni", rotation[bones], self.keypoints)
        return np.asarray(turned + shift[bones])


def local_turns(pose: Pose) -> Array:
    """Rotation (17, 3, 3) of every bone against its parent, away from rest."""
    local = np.tile(np.eye(3), (17, 1, 1))
    local[0] = turn("z", pose.pelvis_yaw) @ turn("y", pose.sway)
    local[1] = turn("x", -0.5 * pose.lean) @ turn("y", -pose.sway)
    local[2] = turn("z", pose.twist - pose.pelvis_yaw) @ turn("x", -0.5 * pose.lean)
    local[3] = turn("x", 0.4 * pose.lean)
    local[4] = turn("z", pose.head_yaw) @ turn("x", -pose.head_pitch)
    for side, sign in ((0, 1.0), (1, -1.0)):
        arm, leg = 5 + 3 * side, 11 + 3 * side
        spread = -sign * (pose.abduction[side] - REST_ABDUCTION)
        swing = turn("z", sign * pose.arm_turn[side])
        local[arm] = turn("x", pose.arm[side]) @ turn("y", spread) @ swing
        local[arm + 1] = turn("x", pose.elbow[side] - REST_ELBOW)
        open_leg = -sign * (pose.leg_spread[side] - REST_STANCE)
        local[leg] = turn("x", pose.hip[side]) @ turn("y", open_leg)
        local[leg] = local[leg] @ turn("z", -sign * pose.toe_out[side])
        local[leg + 1] = turn("x", -pose.knee[side])
        local[leg + 2] = turn("x", pose.ankle[side])
    return local


def skeleton(person: Identity) -> Skeleton:
    """The rest skeleton of a person: upright, arms a little away from the body."""
    scale = person.height / 1.75
    root = np.array([0.0, 0.0, 0.513 * person.height * person.legs])
    joints = np.zeros((17, 3))
    joints[0] = root
    joints[1] = root + scale * np.array([0, 0.004, 0.12])
    joints[2] = root + scale * np.array([0, -0.002, 0.26])
    joints[3] = root + scale * np.array([0, -0.018, 0.535])
    head = joints[3] + scale * np.array([0, 0.038 + 0.0015 * person.posture, 0.150])
    joints[4] = head + scale * np.array([0, -0.03, -0.06])
    arms, thighs = [], []
    for side, sign in ((0, 1.0), (1, -1.0)):
        upper, fore = _arm(joints, side, sign, person, scale)
        arms += [upper, fore]
        thighs.append(_leg(joints, side, sign, person, scale))
    # Tall people have relatively small heads: they grow with the power 0.4 of the height (ours).
    head_scale = scale * person.head * (1.0 / scale) ** 0.6
    keypoints = _keypoints(joints, head, head_scale)
    return Skeleton(
        joints, head, scale, head_scale, keypoints, (arms[0], arms[1], arms[2], arms[3]),
        (thighs[0], thighs[1]),
    )  # fmt: skip


def _arm(
    joints: Array, side: int, sign: float, person: Identity, scale: float
) -> tuple[Array, Array]:
    at = 5 + 3 * side
    offset = np.array([sign * 0.166 * person.shoulder, -0.018, 0.472])
    joints[at] = joints[0] + scale * offset
    upper = turn("y", -sign * REST_ABDUCTION)
    joints[at + 1] = joints[at] + upper @ np.array([0, 0, -0.290 * scale])
    fore = upper @ turn("x", REST_ELBOW) @ turn("y", sign * 5.0)
    joints[at + 2] = joints[at + 1] + fore @ np.array([0, 0, -0.250 * scale])
    return upper, fore


def _leg(joints: Array, side: int, sign: float, person: Identity, scale: float) -> Array:
    at = 11 + 3 * side
    joints[at] = joints[0] + scale * np.array([sign * 0.088 * person.hip, 0.0, -0.01])
    rest = turn("y", -sign * REST_STANCE)
    knee_height, ankle_height = 0.285 * person.height, 0.085 * scale
    thigh = (joints[at][2] - knee_height) / np.cos(np.radians(REST_STANCE))
    calf = (knee_height - ankle_height) / np.cos(np.radians(REST_STANCE))
    joints[at + 1] = joints[at] + rest @ np.array([0, 0.012, -thigh])
    joints[at + 2] = joints[at + 1] + rest @ np.array([0, -0.022, -calf])
    return rest


def _keypoints(joints: Array, head: Array, size: float) -> Array:
    face = {
        "nose": (0, 0.112, -0.024), "eye_r": (0.032, 0.086, 0.008), "eye_l": (-0.032, 0.086, 0.008),
        "ear_r": (0.077, -0.008, -0.010), "ear_l": (-0.077, -0.008, -0.010),
    }  # fmt: skip
    points = joints[list(KEYPOINT_BONES)].copy()
    points[1] = (joints[5] + joints[8]) / 2
    for name, place in face.items():
        points[KEYPOINTS.index(name)] = head + size * np.array(place)
    return points
