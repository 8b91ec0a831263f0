"""Pictures at a model's input size, decoded in threads beside the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Threads
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord

Picture = NDArray[np.uint8]
Prepare = Callable[[ImageRecord, Picture], Picture]
"""What is done to a picture before it is fitted (masking)."""


@dataclass(frozen=True)
class Preparation:
    """How a record becomes the input of a model.

    Attributes:
        fitting: how a picture is brought to the input size.
        prepare: done to a picture before; None for nothing.
    """

    fitting: Fitting
    prepare: Prepare | None = None

    def __call__(self, record: ImageRecord) -> Picture:
        """The picture `uint8 (*size, 3)` of a record.

        Raises:
            PictureError: it can no longer be read.
        """
        picture = record.origin.load()
        if self.prepare:
            picture = self.prepare(record, picture)
        return fit_picture(picture, self.fitting)


def fitted_pictures(
    preparation: Preparation, records: Sequence[ImageRecord], workers: int, ahead: int
) -> Iterator[tuple[ImageRecord, Picture]]:
    """Records with their pictures, in order; at most `ahead` of them wait in memory.

    Args:
        preparation: how a record becomes a picture.
        records: the records.
        workers: threads that decode.
        ahead: pictures that are made before they are asked for.
    """
    pictures = Threads(max(1, workers)).ordered(preparation, records, ahead)
    yield from zip(records, pictures, strict=True)
