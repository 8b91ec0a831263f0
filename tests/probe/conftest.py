"""Planted backbones whose truth is known; a store in this process."""

import itertools

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard

SIZE = (32, 16)


class Planted(Backbone):
    """A backbone made of a function of one picture in 0..1."""

    def __init__(self, function, size=SIZE):
        self.card = BackboneCard(architecture="planted", input_size=size, needs_weights=False)
        self._function = function

    def embed(self, images):
        return np.stack([self._function(each / 255.0) for each in images]).astype(np.float32)


@pytest.fixture
def planted():
    return Planted


@pytest.fixture
def coloured(tmp_path, picture):
    """Three people of one colour each under two cameras; a distractor; junk."""
    root = tmp_path / "data"
    for person in (1, 2, 3):
        picture(root / "bounding_box_train" / f"{90 + person:04d}_c1s1_1_00.jpg", person, person)
        for camera in (1, 2):
            name = f"{person:04d}_c{camera}s1_{person}_"
            picture(root / "query" / f"{name}00.jpg", 10 * person + camera, person)
            picture(root / "bounding_box_test" / f"{name}01.jpg", 20 * person + camera, person)
    picture(root / "bounding_box_test" / "0000_c1s1_9_00.jpg", 400)
    picture(root / "bounding_box_test" / "-1_c1s1_9_00.jpg", 401)
    return root


FRAIL = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Frail:
    """Numbers for every picture but the twentieth that it sees."""

    def __init__(self, card):
        self.card, self.count = card, 0

    def embed(self, images):
        vectors = images.reshape(len(images), -1)[:, ::97].astype(np.float32) - 100
        for row in range(len(images)):
            self.count += 1
            if self.count == 20:
                vectors[row] = np.nan
        return vectors

card = BackboneCard("frail", input_size=(48, 20), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: Frail(c))
'''


@pytest.fixture
def frail(tmp_path, monkeypatch):
    """Name, for `--backbone`, of a model that cannot finish."""
    (tmp_path / "frail_model.py").write_text(FRAIL, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "frail_model:spec"


NUMBERS = itertools.count()


class MemoryStore:
    """A store in this process, behind fsspec as any other."""

    def __init__(self):
        import fsspec

        self.system = fsspec.filesystem("memory")
        self.key = f"bucket{next(NUMBERS)}/people"
        self.address = f"memory://{self.key}"

    def put(self, name, content=b"x"):
        self.system.pipe(f"/{self.key}/{name}", content)

    def put_folder(self, folder):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(path.relative_to(folder).as_posix(), path.read_bytes())

    def remove(self, name):
        self.system.rm(f"/{self.key}/{name}")


@pytest.fixture
def memory():
    return MemoryStore()
