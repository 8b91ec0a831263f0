"""What the tests share: where things are, and small photographs made on the spot."""

import copy
import functools
import io
import itertools
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.wording import wording_of

ROOT = Path(__file__).parents[1]

CPU_INFO = Path("/proc/cpuinfo")
if CPU_INFO.is_file() and "avx512f" not in CPU_INFO.read_text("utf-8"):
    # oneDNN of PyTorch 2.13 writes beside its memory in the AVX2 gradient of a 1x1 convolution of 4
    # channels with a stride: networks of these tests have such, those that people train do not.
    os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "SSE41")

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


NUMBERS = itertools.count()


def new_folder(factory, name):
    """A folder of a test's own, by its number.

    `mktemp` lists all folders there are before it makes one: after some thousand tests that takes
    longer than most of them.
    """
    folder = factory.getbasetemp() / f"{name}{next(NUMBERS)}"
    folder.mkdir(0o700)
    return folder


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """Commands speak English here, whatever the machine's locale."""
    monkeypatch.setenv("PROBE_LANGUAGE", "en")


@pytest.fixture
def tmp_path(tmp_path_factory):
    """A folder of the test's own, in place of pytest's."""
    return new_folder(tmp_path_factory, "test")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """No test touches, or profits from, the user's cache."""
    folder = new_folder(tmp_path_factory, "cache")
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


@functools.cache
def photograph(person, level, take):
    """The PNG file of `draw_person`: most tests that have photographs have the same."""
    file = io.BytesIO()
    Image.fromarray(draw_person(person, level, take)).save(file, "PNG")
    return file.getvalue()


def write_photos(folder, people=8, levels=(0, 90, 180), takes=3):
    """Write `P_oLEVEL_TAKE.png` for everybody; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for person in range(1, people + 1):
        for level in levels:
            for take in range(1, takes + 1):
                path = folder / f"{person:02d}_o{level}_{take}.png"
                path.write_bytes(photograph(person, level, take))
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


@pytest.fixture(scope="session")
def studied(tmp_path_factory):
    """Runs of requests that several tests make alike (see `Studies`)."""
    from tests.studied import Studies

    return Studies(tmp_path_factory.mktemp("studied"))


@pytest.fixture
def make_photos():
    """The function that writes photographs (see `write_photos`)."""
    return write_photos


class Quiet:
    """A reporter that remembers the lines it is told."""

    def __init__(self):
        self.lines = []

    def step(self, text):
        self.lines.append(wording_of().either(text))

    detail = step

    def progress(self, text, unit):
        return lambda done, everything: None


@pytest.fixture
def quiet():
    return Quiet()


def save_picture(path, seed, person=None, size=(40, 20)):
    """A picture of noise around a colour of its person (else of its seed)."""
    drawn = np.random.default_rng(seed)
    colour = np.random.default_rng(seed if person is None else person).integers(40, 216, 3)
    pixels = np.clip(colour + drawn.normal(0, 12, (*size, 3)), 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def picture():
    return save_picture


@pytest.fixture
def people(tmp_path) -> Path:
    """Identity folders: four people with four pictures each."""
    root = tmp_path / "people"
    for person in range(4):
        for number in range(4):
            save_picture(root / f"p{person}" / f"{number}.jpg", 10 * person + number, person)
    return root


def write_market(root, train=((2, 1), (2, 2)), test=((5, 1), (5, 2), (7, 1), (7, 2))):
    """A tiny data set in Market's form, with junk and background pictures."""
    for at, (person, camera) in enumerate(train):
        save_picture(
            root / "bounding_box_train" / f"{person:04d}_c{camera}s1_{at:06d}_00.jpg", 200 + at
        )
    for at, (person, camera) in enumerate(test):
        save_picture(root / "bounding_box_test" / f"{person:04d}_c{camera}s1_{at:06d}_01.jpg", at)
        save_picture(root / "query" / f"{person:04d}_c{camera}s1_{at:06d}_00.jpg", 50 + at)
    save_picture(root / "bounding_box_test" / "-1_c1s1_000401_03.jpg", 90)
    save_picture(root / "bounding_box_test" / "0000_c3s1_000401_03.jpg", 91)
    save_picture(root / "bounding_box_train" / "0000_c3s1_000402_03.jpg", 92)
    (root / "query" / "Thumbs.db").write_bytes(b"not a picture")
    return root


@pytest.fixture
def market(tmp_path):
    return write_market(tmp_path / "Market-1501-v15.09.15")


@pytest.fixture
def plugin(tmp_path_factory, monkeypatch):
    """A function that installs a third party's plug-in: plugin(group, name, code) -> its module."""
    folder = tmp_path_factory.mktemp("site-packages")
    monkeypatch.syspath_prepend(folder)
    installed = []

    def install(group, name, code):
        module = f"third_party_{len(installed)}"
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[{group}]\n{name} = {module}:spec\n")
        installed.append(module)
        return module

    yield install
    for module in installed:
        sys.modules.pop(module, None)


TINY = {
    "name": "tiny.margin",
    "summary": "for tests",
    "architecture": "arcface",
    "seed": 3,
    "epochs": 4,
    "data": {"kind": "folder", "forms": ["identity_folders", "market1501"], "all_parts": False},
    "network": {"kind": "iresnet", "blocks": [1, 1, 1, 1], "widths": [4, 4, 4, 8], "dimension": 8},
    "objective": {
        "kind": "margin", "form": "arcface", "scale": 16.0, "m1": 1.0, "m2": 0.3, "m3": 0.0,
        "gradient": "insightface", "centre_spread": 0.01,
    },
    "sampler": {"kind": "shuffled", "batch": 6},
    "augmentation": [
        {"step": "resize", "size": [32, 16], "fit": "stretch", "interpolation": "bilinear"},
        {"step": "flip", "probability": 0.5},
        {"step": "normalise", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
        {"step": "erase", "probability": 0.5, "area": [0.02, 0.4], "aspect": 0.3,
         "fill": [0, 0, 0]},
    ],
    "optimiser": {
        "kind": "sgd", "rate": 0.05, "momentum": 0.9, "nesterov": False, "weight_decay": 0.0005,
    },
    "schedule": {"kind": "polynomial", "power": 1.0, "warm_up_epochs": 1},
    "clip_norm": 5.0,
    "average_decay": 0.9,
    "precision": "float32",
}  # fmt: skip

TINY_CONTRAST = {
    **TINY,
    "name": "tiny.contrast",
    "architecture": "moco",
    "network": {"kind": "resnet", "blocks": [1, 1, 1, 1], "widths": [4, 4, 4, 4], "last_stride": 1},
    "objective": {
        "kind": "contrast", "temperature": 0.1, "momentum": 0.9, "queue": 20, "groups": 2,
        "head": [0, 8],
    },
    "schedule": {"kind": "cosine", "each": "epoch", "warm_up_epochs": 0},
    "average_decay": None,
}  # fmt: skip


@pytest.fixture
def tiny_data():
    """The tiny recipes by kind as plain data, written without stages."""
    return lambda kind="margin": copy.deepcopy({"margin": TINY, "contrast": TINY_CONTRAST}[kind])


@pytest.fixture
def tiny():
    """Recipes by kind, with changes: tiny("margin", epochs=2)."""

    def made(kind="margin", **changes):
        from probe.backbones._training.recipe import recipe_from

        told = copy.deepcopy({"margin": TINY, "contrast": TINY_CONTRAST}[kind])
        return recipe_from({**told, **changes})

    return made


def write_groups(path):
    """A table of 13 people: six of one sex, six of the other, and one of whom nothing is said."""
    lines = ["path,sex,age"]
    for person in range(1, 13):
        sex, age = "female" if person < 7 else "male", "old" if person < 4 else "young"
        lines.append(f"{person:02d}_o0_1.png,{sex},{age}")
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="session")
def grouped(tmp_path_factory):
    """A run of 13 people in two groups by sex, and by age with one group of three."""
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    folder = tmp_path_factory.mktemp("grouped")
    photos = write_photos(folder / "photos", people=13, levels=(0, 180), takes=2)
    write_groups(photos / "people.csv")
    text = PLAIN_PROTOCOL.replace("[0, 90, 180]", "[0, 180]").replace("takes: 3", "takes: 2")
    text = f"{text}  metadata: people.csv\ngroups: [sex, age]\n"
    (folder / "turn.yaml").write_text(text, encoding="utf-8")
    request = StudyRequest(
        folder / "turn.yaml", ("stripes",), photos=photos, out=folder / "runs", fmr=0.03,
        cache=folder / "cache", pictures=False,
    )  # fmt: skip
    return run_study(request)
