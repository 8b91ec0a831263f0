"""Two cameras, and people of two colours each who pass both of them."""

import numpy as np
import pytest
from PIL import Image

from probe.contracts import Reporter
from probe.frames.cropping import CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.folder import FrameFolder
from probe.frames.limits import Limits
from probe.matching.request import MatchRequest

FRAMES, HEIGHT, WIDTH = 9, 50, 20


def person(number, noise):
    """`uint8 (50, 20, 3)`."""
    colours = np.random.default_rng([number, 5]).integers(20, 235, (2, 3))
    shown = np.empty((HEIGHT, WIDTH, 3))
    shown[:8], shown[8:30], shown[30:] = (220, 180, 160), *colours
    return np.clip(shown + noise.normal(0, 8, shown.shape), 0, 255).astype(np.uint8)


def film(folder, people, seed=0):
    """A folder of frames in which people walk side by side, with their exact masks."""
    (folder / "masks").mkdir(parents=True)
    for number in range(FRAMES):
        noise = np.random.default_rng([seed, number])
        frame = noise.integers(100, 130, (60 * len(people) + 10, 160, 3)).astype(np.uint8)
        mask = np.zeros(frame.shape[:2], np.uint8)
        for place, who in enumerate(people):
            rows, left = slice(5 + 60 * place, 55 + 60 * place), 6 + 6 * number
            frame[rows, left : left + WIDTH] = person(who, noise)
            mask[rows, left : left + WIDTH] = place + 1
            mask[rows.start + 4 : rows.start + 24, left : left + 5] = 0  # beside the head
        Image.fromarray(frame).save(folder / f"{number:03d}.png")
        Image.fromarray(mask).save(folder / "masks" / f"{number:03d}.png")
    return folder


def cut_out(folder, out):
    """What `probe crop` writes of a folder of frames."""
    limits = Limits(0.3, 40, 10, 0)
    task = CropTask(FrameFolder(folder), open_detector("scene"), limits, 1, out)
    crop_people(task, Reporter())
    return out


@pytest.fixture
def make_film():
    return film


@pytest.fixture
def crop():
    return cut_out


@pytest.fixture
def cameras(tmp_path):
    """`gate` with the people 1, 2 and 3; `hall` with 3, 4 and 1: tracks are numbered from above."""
    return film(tmp_path / "gate", (1, 2, 3), 1), film(tmp_path / "hall", (3, 4, 1), 2)


@pytest.fixture
def asked(cameras, tmp_path):
    """`asked(**changes)`: a request for both cameras."""

    def request(**changes):
        settings = {
            "cameras": cameras,
            "out": tmp_path / "out",
            "backbones": "stripes",
            "detector": "scene",
            "least_height": 40,
            "pictures": 4,
            "device": "cpu",
        }
        return MatchRequest(**(settings | changes))

    return request
