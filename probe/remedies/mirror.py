"""What can be done to a picture before a backbone sees it: mirrored, at another resolution."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.masking.resizing import scaled

Picture = NDArray[np.uint8]

_NOSE, _NECK = 0, 1
_FACE = (0, 14, 15, 16, 17)
_ANKLES = (10, 13)
_ASIDE = 0.012
"""A face this far beside the neck, in body heights, tells which way a person looks."""


def mirrored(picture: Picture) -> Picture:
    """The picture `uint8 (h, w, 3)` with left and right exchanged."""
    return np.ascontiguousarray(picture[:, ::-1])


def mirror_by_orientation(orientation: float) -> bool:
    """Whether a person turned by so many degrees is mirrored to lie within 0..180.

    0 faces the camera, 180 shows the back; 225 degrees mirrored are 135 (the study's proposal for
    its orientation protocol).
    """
    return orientation % 360 > 180


def mirror_by_keypoints(keypoints: NDArray[np.floating], visible: NDArray[np.bool_]) -> bool | None:
    """Whether a person is mirrored to look to the picture's right, from OpenPose keypoints.

    Args:
        keypoints: `(18, 2)`, x and y in pixels.
        visible: `(18,)`.

    Returns:
        None when no side of the face is seen, or it is straight on: mirroring would be a guess.
    """
    face = [k for k in _FACE if visible[k]]
    if not face or not visible[_NECK]:
        return None
    ankles = keypoints[list(_ANKLES), 1].max()
    height = max(1.0, float(ankles - keypoints[face, 1].min()))
    aside = float(keypoints[face, 0].mean() - keypoints[_NECK, 0]) / height
    return aside < 0 if abs(aside) > _ASIDE else None


def lowered(picture: Picture, height: int) -> Picture:
    """The picture brought down to a height, aspect ratio kept; a lower one stays as it is."""
    if picture.shape[0] <= height:
        return picture
    width = max(1, round(picture.shape[1] * height / picture.shape[0]))
    return scaled(picture, (max(1, height), width))
