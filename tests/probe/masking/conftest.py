"""Records of pictures in memory, and small studies of them."""

from dataclasses import dataclass

import numpy as np
import pytest

from probe.errors import PictureError
from probe.pictures.image_set import ImageRecord


@dataclass(frozen=True, eq=False)
class InMemory:
    picture: np.ndarray | None

    def load(self):
        if self.picture is None:
            raise PictureError("gone")
        return self.picture


@pytest.fixture
def record():
    """`record(name, picture)`: an image record."""

    def make(name, picture, condition=0):
        shape = (1, 1) if picture is None else picture.shape
        return ImageRecord(
            image_id=f"{name}-id", protocol="p", subject=name, role="subject",
            condition=condition, outfit="", camera="", day="", take="1", source=f"{name}.jpg",
            origin=InMemory(picture), width=shape[1], height=shape[0],
        )  # fmt: skip

    return make
