"""What can be done to a picture before a backbone sees it: mirrored, at another resolution."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from probe.masking.resizing import scaled, scaled_mask
from probe.remedies.case import View

Picture = NDArray[np.uint8]

FLIPPED = "flipped"
"""Name of the way of preparing a picture that `mirrored_view` adds."""


def mirrored(picture: Picture) -> Picture:
    """The picture `uint8 (h, w, 3)` with left and right exchanged."""
    return np.ascontiguousarray(picture[:, ::-1])


def mirror_by_orientation(orientation: float) -> bool:
    """Whether a person turned by so many degrees is mirrored to lie within 0..180.

    0 faces the camera, 180 shows the back; 225 degrees mirrored are 135 (the study's proposal for
    its orientation protocol).
    """
    return orientation % 360 > 180


def lowered(picture: Picture, height: int) -> Picture:
    """The picture brought down to a height, aspect ratio kept; a lower one stays as it is."""
    if picture.shape[0] <= height:
        return picture
    width = max(1, round(picture.shape[1] * height / picture.shape[0]))
    return scaled(picture, (max(1, height), width))


def mirrored_view(view: View) -> View:
    """The view with picture and mask mirrored."""
    mask = None if view.mask is None else np.ascontiguousarray(view.mask[:, ::-1])
    return replace(view, picture=mirrored(view.picture), mask=mask)


def lowered_view(view: View, height: int) -> View:
    """The view with picture and mask brought down to a height (see `lowered`)."""
    picture = lowered(view.picture, height)
    mask = None if view.mask is None else scaled_mask(view.mask, picture.shape)
    return replace(view, picture=picture, mask=mask)
