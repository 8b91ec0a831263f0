"""Pictures whose pixels are numbers: which person, or black and white."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError
from probe.pictures.decoding import MOST_PIXELS
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from PIL import Image


def label_values(path: Path) -> NDArray[np.uint8]:
    """The values of a PNG of one channel `uint8 (h, w)`, a palette's numbers as they are.

    Raises:
        PictureError: no readable PNG, or a huge one.
    """
    with _opened(path) as picture:
        return np.array(picture if picture.mode == "P" else picture.convert("L"), np.uint8)


def label_size(path: Path) -> tuple[int, int]:
    """(height, width) of such a picture, from its header alone.

    Raises:
        PictureError: see `label_values`.
    """
    with _opened(path) as picture:
        return picture.height, picture.width


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    from PIL import Image

    try:
        with Image.open(path, formats=["PNG"]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise refusal(
                    PictureError,
                    Message("frames-too-many-pixels", {"most": MOST_PIXELS}),
                    place=path,
                )
            yield picture
    except PictureError:
        raise
    except Exception as error:
        # Decoders raise whatever their format's code raises on hostile bytes.
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        reason = " ".join(reason.split())[:120] or type(error).__name__
        raise PictureError(reason, place=path) from None
