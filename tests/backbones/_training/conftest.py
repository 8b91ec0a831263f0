"""Small pictures, and a third party that registers an architecture."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

THIRD_PARTY = Path(__file__).parent / "third_party"


@pytest.fixture
def toy_gan(monkeypatch):
    """The architecture `toy_gan`, installed as a distribution with entry points."""
    monkeypatch.syspath_prepend(str(THIRD_PARTY))


@pytest.fixture
def colours(tmp_path):
    """Four people with eight small pictures each, of a colour of their own."""
    drawn = np.random.default_rng(5)
    for person in range(4):
        colour = (60 + 40 * person, 200 - 40 * person, 90)
        for number in range(8):
            path = tmp_path / "colours" / f"p{person}" / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture = np.clip(colour + drawn.normal(0, 12, (32, 16, 3)), 0, 255)
            Image.fromarray(picture.astype(np.uint8)).save(path)
    return f"identity_folders={tmp_path / 'colours'}"


SGD = {"kind": "sgd", "rate": 0.05, "momentum": 0.9, "nesterov": False, "weight_decay": 0.0005}
ADAM = {
    "kind": "adam", "rate": 0.005, "betas": [0.0, 0.9], "weight_decay": 0.0, "decoupled": False,
}  # fmt: skip
CONSTANT = {"kind": "constant"}


def optimiser(networks, base=SGD, **changes):
    return {**base, "networks": networks, "schedule": CONSTANT, **changes}


def stage(name, objective, optimisers, **changes):
    values = {
        "name": name,
        "objective": objective,
        "length": {"epochs": 2},
        "sampler": {"kind": "shuffled", "batch": 8},
        "augmentation": [
            {"step": "resize", "size": [32, 16], "fit": "stretch", "interpolation": "bilinear"},
            {"step": "normalise", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
        ],
        "optimisers": optimisers,
        "precision": "float32",
    }
    return {**values, **changes}


def recipe_data(*stages, **changes):
    values = {
        "name": "tiny.staged",
        "summary": "for tests",
        "architecture": "arcface",
        "seed": 3,
        "data": {"kind": "folder", "forms": ["identity_folders", "table"], "all_parts": False},
        "network": {
            "kind": "iresnet", "blocks": [1, 1, 1, 1], "widths": [4, 4, 4, 8], "dimension": 8,
        },
        "stages": list(stages),
    }  # fmt: skip
    return {**values, **changes}


IDENTITY = {
    "kind": "identity", "label_smoothing": 0.1, "neck": True, "triplet": None, "centre": None,
}  # fmt: skip
PAIRS = {"kind": "pairs"}
PAIR_SAMPLER = {"kind": "pairs", "anchors": 8, "negatives": 1, "shared_draws": False}


@pytest.fixture
def write():
    """Builders of recipes as plain data: write.recipe(write.stage(...), ...)."""
    return SimpleNamespace(
        adam=ADAM, optimiser=optimiser, stage=stage, recipe=recipe_data, identity=IDENTITY,
        pairs=PAIRS, pair_sampler=PAIR_SAMPLER,
    )  # fmt: skip
