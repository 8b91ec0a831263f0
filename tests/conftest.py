"""What the tests share: where things are, and small photographs made on the spot."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]

PLAIN_PROTOCOL = """\
name: turn
title: Turning
question: Is a person still recognised after turning?
factors:
  - name: orientation
    unit: "°"
    kind: circular
    levels: [0, 90, 180]
    standard: 180
takes: 3
photos:
  pattern: "{subject}_o{level}_{take}.png"
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """No test touches, or profits from, the user's cache."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("PROBE_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def real():
    """Real pictures and weights beside the repository, for testing only."""
    folder = ROOT.parent / "shared" / "real"
    if not folder.is_dir():
        pytest.skip("no folder ../shared/real with real pictures and weights")
    return folder


def draw_person(person, level, take, size=(96, 40)):
    """A coloured figure that depends on person, level and take: `uint8 (h, w, 3)`."""
    rng = np.random.default_rng([person, 7])
    colours = rng.integers(20, 235, (3, 3))
    noise = np.random.default_rng([person, level, take, 11])
    height, width = size
    picture = np.full((height, width, 3), 150.0)
    thirds = np.linspace(4, height - 2, 4).astype(int)
    shift = 0.12 * level / 90 * noise.normal(1, 0.2)
    for k in range(3):
        picture[thirds[k] : thirds[k + 1], 8 : width - 8] = colours[(k + (shift > 0.5)) % 3]
    picture += noise.normal(0, 10, picture.shape)
    return np.clip(picture, 0, 255).astype(np.uint8)


def write_photos(folder, people=8, levels=(0, 90, 180), takes=3):
    """Write `P_oLEVEL_TAKE.png` for everybody; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for person in range(1, people + 1):
        for level in levels:
            for take in range(1, takes + 1):
                picture = Image.fromarray(draw_person(person, level, take))
                picture.save(folder / f"{person:02d}_o{level}_{take}.png")
    return folder


@pytest.fixture
def photos(tmp_path):
    """A folder of photographs: 8 people, 3 orientations, 3 takes."""
    return write_photos(tmp_path / "photos")


@pytest.fixture
def protocol_file(tmp_path):
    """The protocol of these photographs."""
    path = tmp_path / "turn.yaml"
    path.write_text(PLAIN_PROTOCOL, encoding="utf-8")
    return path


@pytest.fixture
def make_photos():
    """The function that writes photographs (see `write_photos`)."""
    return write_photos
