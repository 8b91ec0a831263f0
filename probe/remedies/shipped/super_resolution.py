"""Small pictures enlarged without a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from probe.masking.resizing import scaled_mask
from probe.remedies.case import RemedyCase, View
from probe.remedies.picture_changes import lowered
from probe.remedies.remedy import Prepare, Remedy
from probe.remedies.shipped._pictures import Picture
from probe.wording import Message

ENOUGH = 256
"""Pixels of height from which on pictures stay as they are (ours: the usual input of a network)."""

ROUNDS = 5
"""Times that what enlarging has lost is put back (ours)."""

Planes = NDArray[np.float32]


class SuperResolution(Remedy):
    """Lanczos, then what is lost put back until the enlarged picture comes down to the small one
    (iterative back-projection; Irani and Peleg 1991).

    A picture that was enlarged before, as `transform: resolution` does, is first brought down to
    the pixels that its camera gave: these a site knows.
    """

    label = Message("remedy-super-resolution")
    rank = 29
    family = "larger"

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Where people have fewer pixels in the changed condition."""
        return "resolution" in case.changes

    def enlarge(self, picture: Picture) -> Picture:
        """The picture `uint8 (h, w, 3)`, `ENOUGH` pixels high."""
        height, width = picture.shape[:2]
        size = (max(1, round(width * ENOUGH / height)), ENOUGH)
        seen = np.moveaxis(picture, 2, 0).astype(np.float32)
        made = _resized(seen, size)
        for _ in range(ROUNDS):
            made += _resized(seen - _resized(made, (width, height)), size)
        return np.clip(np.rint(np.moveaxis(made, 0, 2)), 0, 255).astype(np.uint8)

    def preparation(self, case: RemedyCase) -> Prepare:
        """Enlarges every small picture, and its mask with it."""
        return lambda view: enlarged(view, self.enlarge)


def enlarged(view: View, enlarge: Callable[[Picture], Picture]) -> View:
    """The view enlarged from the pixels that its camera gave; one of `ENOUGH` stays as it is."""
    picture = view.picture if view.rows is None else lowered(view.picture, view.rows)
    if picture.shape[0] >= ENOUGH:
        return view
    made = enlarge(picture)
    mask = None if view.mask is None else scaled_mask(view.mask, made.shape)
    return replace(view, picture=made, mask=mask, rows=None)


def _resized(planes: Planes, size: tuple[int, int]) -> Planes:
    from PIL import Image

    resized = (Image.fromarray(p).resize(size, Image.Resampling.LANCZOS) for p in planes)
    return np.stack([np.asarray(plane, np.float32) for plane in resized])


spec = SuperResolution()
