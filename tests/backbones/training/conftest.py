"""Tiny pictures, tiny recipes: enough to train for two epochs in a second."""

import copy
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from backbones._training.recipe import Recipe

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


class Quiet:
    """A reporter that remembers the lines it is told."""

    def __init__(self):
        self.lines = []

    def step(self, text):
        self.lines.append(text)

    def progress(self, text, unit):
        return lambda done, everything: None


@pytest.fixture
def quiet():
    return Quiet()


@pytest.fixture
def tiny():
    """Recipes by kind, with changes: tiny("margin", epochs=2)."""

    def made(kind="margin", **changes):
        told = copy.deepcopy({"margin": TINY, "contrast": TINY_CONTRAST}[kind])
        return Recipe.model_validate({**told, **changes})

    return made


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
        save_picture(root / "bounding_box_train" / f"{person:04d}_c{camera}s1_{at:06d}_00.jpg", at)
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
