"""How a person stands, walks or looks at a phone: joint angles in degrees, from a random stream.

Standing is the paper's calm pose; the spread between two pictures of one person, some degrees a
joint, is our choice. So is the walk, by eye after level walking: at a full stride the hip goes from
27 degrees of flexion to 17 of extension, the knee bends twice in a stride, to 18 and to 62 degrees,
and the arms swing against the legs. Stride, swing, lean and what an arm carries differ from person
to person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

Pair = tuple[float, float]
"""An angle for the right and the left side."""


@dataclass(frozen=True)
class Pose:
    """Joint angles in degrees; all zero but the rest angles is standing upright.

    Forward lean, flexion (arm, hip, elbow, knee) and spreading outwards are positive; `ankle`
    lifts the toes, `toe_out` turns the leg outwards, `sway` drops the left hip.
    """

    lean: float = 0.0
    twist: float = 0.0
    sway: float = 0.0
    pelvis_yaw: float = 0.0
    head_yaw: float = 0.0
    head_pitch: float = 0.0
    arm: Pair = (0.0, 0.0)
    abduction: Pair = (10.0, 10.0)
    arm_turn: Pair = (0.0, 0.0)
    elbow: Pair = (14.0, 14.0)
    hip: Pair = (0.0, 0.0)
    leg_spread: Pair = (3.5, 3.5)
    toe_out: Pair = (7.0, 7.0)
    knee: Pair = (2.0, 2.0)
    ankle: Pair = (0.0, 0.0)


def standing(rng: np.random.Generator, stance: float, posture: float) -> Pose:
    """The calm standing pose with the small differences between two pictures of one person."""
    sway = rng.normal(0, 0.8)
    knee = np.abs(rng.normal(0, 2, 2)) + 2
    hip = 0.5 * knee + rng.normal(0, 0.8, 2)
    return Pose(
        lean=float(posture * 0.5 + rng.normal(0, 1.2)),
        twist=float(rng.normal(0, 2.5)),
        sway=float(sway),
        head_yaw=float(rng.normal(0, 6)),
        head_pitch=float(rng.normal(2, 3.5)),
        arm=_pair(rng.normal(0, 3, 2)),
        abduction=_pair(rng.normal(9.5, 1.5, 2)),
        arm_turn=_pair(rng.normal(0, 6, 2)),
        elbow=_pair(12 + np.abs(rng.normal(0, 6, 2))),
        hip=_pair(hip),
        leg_spread=_pair(3.2 * stance + sway * np.array([1, -1]) + rng.normal(0, 0.6, 2)),
        toe_out=_pair(rng.normal(8, 3, 2)),
        knee=_pair(knee),
        ankle=_pair(knee - hip),
    )


def phone(rng: np.random.Generator, stance: float, posture: float) -> Pose:
    """Calm standing with one hand before the chest and the eyes on it; the phone is not drawn.

    Four of five people use the right hand. The angles are ours.
    """
    calm = standing(rng, stance, posture)
    side = int(rng.random() < 0.2)
    arm, turned, elbow = np.array(calm.arm), np.array(calm.arm_turn), np.array(calm.elbow)
    arm[side], elbow[side] = 24 + rng.normal(0, 4), 108 + rng.normal(0, 6)
    turned[side] += 20
    pitch = float(22 + rng.normal(0, 4))
    return replace(
        calm, arm=_pair(arm), arm_turn=_pair(turned), elbow=_pair(elbow), head_pitch=pitch
    )


def walking(rng: np.random.Generator, phase: float, gait: np.random.Generator) -> Pose:
    """A moment of walking; `gait` belongs to the person, `rng` to the picture.

    Args:
        rng: stream of the picture (small differences).
        phase: 0..1, heel strike of the right foot at 0.
        gait: stream of the person (stride, arm swing, lean, how the arms are carried).
    """
    stride, swing, carried = gait.uniform(0.75, 1.1), gait.uniform(0.6, 1.2), gait.random()
    lean = gait.normal(4, 2)
    at = np.array([phase % 1.0, (phase + 0.5) % 1.0])
    cycle = np.cos(2 * np.pi * at)
    knee = 6 + stride * (12 * _bump(at, 0.15, 0.08) + 56 * _bump(at, 0.73, 0.11))
    hip = stride * (22 * cycle + 5)
    elbow = 18 + 10 * np.maximum(-cycle, 0) + np.abs(rng.normal(0, 4, 2))
    arm = -swing * 19 * cycle + rng.normal(0, 2, 2)
    if carried < 0.4:  # in four of ten one hand is in front: a phone, a strap, a pocket (ours)
        side = int(carried < 0.2)
        elbow[side], arm[side] = 62 + rng.normal(0, 4), 4 + rng.normal(0, 3)
    return Pose(
        lean=float(lean + rng.normal(0, 1.5)),
        twist=float(-5 * cycle[0] * swing + rng.normal(0, 2)),
        sway=float(2.0 * np.sin(2 * np.pi * at[0])),
        pelvis_yaw=float(5 * stride * cycle[0]),
        head_yaw=float(rng.normal(0, 9)),
        head_pitch=float(rng.normal(5, 5)),
        arm=_pair(arm),
        abduction=_pair(rng.normal(9.5, 1.5, 2)),
        arm_turn=_pair(rng.normal(8, 5, 2)),
        elbow=_pair(elbow),
        hip=_pair(hip),
        leg_spread=_pair(rng.normal(2.0, 0.5, 2)),
        toe_out=_pair(rng.normal(6, 2, 2)),
        knee=_pair(knee),
        ankle=_pair(-16 * stride * _bump(at, 0.62, 0.07) + 6 * _bump(at, 0.0, 0.08)),
    )


def _bump(at: np.ndarray, centre: float, width: float) -> np.ndarray:
    away = np.abs(at - centre)
    away = np.minimum(away, 1 - away)
    return np.asarray(np.exp(-((away / width) ** 2)))


def _pair(values: np.ndarray) -> Pair:
    return float(values[0]), float(values[1])
