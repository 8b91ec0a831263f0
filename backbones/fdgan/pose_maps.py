"""Pose maps: 18 channels, a bump at every joint, at the full size of the picture.

As FD-GAN's official code makes them: a joint's place is scaled to the picture's size and cut to
whole pixels; there stands a Gaussian (sigma 5 at 256x128, four sigmas wide, mirrored at the border)
whose highest value is 1; a joint that is missing is an empty channel. Maps are not normalised.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from probe.backbones.fdgan.generator import POSE_CHANNELS
from probe.errors import UsageError
from probe.wording import Message, nearest, refusal

JointLayout = Literal["openpose18", "coco17", "body14"]

LAYOUTS: dict[JointLayout, tuple[tuple[int, ...], ...]] = {
    "openpose18": tuple((number,) for number in range(POSE_CHANNELS)),
    "coco17": (
        (0,), (5, 6), (6,), (8,), (10,), (5,), (7,), (9,), (12,), (14,), (16,), (11,), (13,), (15,),
        (2,), (1,), (4,), (3,),
    ),
    "body14": (*((number,) for number in range(14)), (), (), (), ()),
}  # fmt: skip
"""Layout -> for every channel (OpenPose's order) the joints whose mean it shows.

COCO has no neck: it is the middle of the shoulders. The 14 joints (head, neck, right arm, left arm,
right leg, left leg) have no eyes and ears, and their head stands for the nose.
"""

JOINTS: dict[JointLayout, int] = {"openpose18": 18, "coco17": 17, "body14": 14}
"""Layout -> its number of joints."""

SIGMA = 5.0
"""Of the official Gaussian, in pixels of 256x128."""

REACH = 4.0
"""Sigmas after which the Gaussian is cut, as SciPy does."""


def layout_named(name: str) -> JointLayout:
    """The layout of a name.

    Raises:
        UsageError: there is none.
    """
    for layout in JOINTS:
        if layout == name:
            return layout
    raise refusal(
        UsageError,
        Message("backbones-no-layout", {"layout": repr(name)}),
        hint=nearest(name, JOINTS),
    )


def in_channel_order(joints: torch.Tensor, layout: JointLayout) -> torch.Tensor:
    """Joints `(n, joints, 3)` of a layout to the 18 channels `(n, 18, 3)`; see `LAYOUTS`.

    A channel of several joints is seen where all of them are.

    Raises:
        UsageError: another number of joints than the layout has.
    """
    if joints.shape[1] != JOINTS[layout]:
        named = tuple(
            Message("backbones-layout-has", {"layout": name, "joints": count})
            for name, count in JOINTS.items()
        )
        raise refusal(
            UsageError,
            Message(
                "backbones-joints",
                {"joints": joints.shape[1], "wanted": JOINTS[layout], "layout": layout},
            ),
            hint=Message("backbones-set-layout", {"layouts": named}),
        )
    channels = [
        torch.cat([joints[:, chosen, :2].mean(1), joints[:, chosen, 2:].amin(1)], dim=1)
        if chosen
        else torch.zeros_like(joints[:, 0])
        for chosen in map(list, LAYOUTS[layout])
    ]
    return torch.stack(channels, dim=1)


def pose_maps(joints: torch.Tensor, size: tuple[int, int], sigma: float = SIGMA) -> torch.Tensor:
    """Maps `(n, 18, h, w)`, 0..1, of joints in channel order.

    Args:
        joints: `(n, 18, 3)`: column and row in pixels of a picture of `size`, and whether it is
            seen. Places are cut to whole pixels; those outside of the picture are empty.
        size: (height, width).
        sigma: of the Gaussian, in pixels of `size`.
    """
    places = joints[..., :2].trunc().long()
    across, down = places[..., 0], places[..., 1]
    height, width = size
    inside = (across >= 0) & (across < width) & (down >= 0) & (down < height)
    shown = (joints[..., 2] > 0) & inside
    bumps = [
        torch.from_numpy(_bumps(length, sigma)).to(joints.device, joints.dtype)[
            at.clamp(0, length - 1)
        ]
        for length, at in ((height, down), (width, across))
    ]
    maps = bumps[0][..., :, None] * bumps[1][..., None, :]
    return maps * shown[..., None, None]


@lru_cache
def _bumps(length: int, sigma: float) -> NDArray[np.float64]:
    """Row i is the Gaussian of a joint at i on a line, mirrored at its ends, highest value 1."""
    radius = int(REACH * sigma + 0.5)
    offsets = np.arange(-radius, radius + 1)
    weights = np.exp(-0.5 * (offsets / sigma) ** 2)
    places = (np.arange(length)[:, None] + offsets) % (2 * length)
    mirrored = np.where(places < length, places, 2 * length - 1 - places)
    bumps = np.zeros((length, length))
    np.add.at(bumps, (mirrored, np.arange(length)[:, None]), weights)
    values: NDArray[np.float64] = bumps.T / bumps.max(axis=0)[:, None]
    return values
