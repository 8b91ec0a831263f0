"""Exact masks of rendered pictures, from the renderer (`--mask scene`)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Masker, MaskerSpec, PictureRecord, Runtime
from probe.masking.rendered_scene import scene_of

Mask = NDArray[np.bool_]


class SceneMasks(Masker):
    """The person with what they carry, as the renderer drew them."""

    name = "scene"
    given = True

    def mask_of(self, record: PictureRecord, image: NDArray[np.uint8]) -> Mask:
        """See `Masker`.

        Raises:
            MaskError: the picture is not rendered.
        """
        return scene_of(record).mask_with_objects


def _open(path: Path | None, runtime: Runtime) -> SceneMasks:
    return SceneMasks()


spec = MaskerSpec(summary="exact masks of rendered pictures", open=_open)
