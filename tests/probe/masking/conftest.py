"""Records of pictures in memory, and small studies of them."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.pictures.image_set import ImageRecord
from probe.pictures.rendered import RenderedScene
from probe.scenes import SceneCache, render


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


@pytest.fixture
def folder(tmp_path):
    """A folder of mask files: a good one, one of another size, an empty and a broken one."""
    masks = tmp_path / "masks"
    (masks / "day1").mkdir(parents=True)
    mask = np.zeros((30, 12), np.uint8)
    mask[5:25, 3:9] = 255
    Image.fromarray(mask).save(masks / "day1" / "ann.png")
    Image.fromarray(mask[:20]).save(masks / "small.png")
    Image.fromarray(np.zeros((30, 12), np.uint8)).save(masks / "nobody.png")
    (masks / "broken.png").write_bytes(b"no picture")
    return masks


@pytest.fixture
def photo():
    """A grey photograph of the size of these masks."""
    return np.full((30, 12, 3), 90, np.uint8)


@pytest.fixture
def rendered(tmp_path, record):
    """`rendered(recipe)`: the image record of a rendered picture, and its scene."""

    def make(recipe):
        cache = SceneCache(tmp_path / "scenes", limit_bytes=10**8)
        scene = render(recipe)
        return replace(record("p", scene.image), origin=RenderedScene(recipe, cache)), scene

    return make
