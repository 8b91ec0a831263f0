"""A picture saved as JPEG."""

from __future__ import annotations

import io
from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Jpeg(Transform):
    """The picture saved as baseline JPEG with 4:2:0 chroma (ISO/IEC 10918-1), and read again.

    Attributes:
        quality: of libjpeg, 1 to 100: 95 is a photo camera, 75 the usual default, 30 and below
            show blocks. Pictures that were JPEG before lose again, even at 100.
    """

    quality: Annotated[int, Field(ge=1, le=100)]

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture after saving."""
        from PIL import Image

        stream = io.BytesIO()
        Image.fromarray(picture).save(stream, "JPEG", quality=self.quality, subsampling="4:2:0")
        with Image.open(stream) as saved:
            return np.asarray(saved)


spec = TransformSpec(Jpeg, main="quality")
