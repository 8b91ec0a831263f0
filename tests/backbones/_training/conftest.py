"""Small pictures, recipes and matrices, and a third party that registers an architecture."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import yaml
from PIL import Image

from probe.backbones._training.data import DataRequest, training_table
from probe.backbones._training.matrix import matrix_of, planned
from probe.backbones._training.recipe import recipe_from
from probe.files.strict_yaml import load_yaml

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


@pytest.fixture
def matrix_file(write, tmp_path):
    """A matrix file over a recipe of two stages, with changes."""

    def made(rows, seeds=(1, 2), **changes):
        optimisers = {"all": write.optimiser(["*"])}
        first = write.stage("ids", write.identity, optimisers)
        second = write.stage("pairs", write.pairs, optimisers, sampler=write.pair_sampler)
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        # Through JSON: the parts are shared, and aliases are no plain YAML here.
        recipe = json.loads(json.dumps(write.recipe(first, second)))
        (folder / "recipe.yaml").write_text(yaml.safe_dump(recipe, sort_keys=False))
        content = {
            "name": "small", "summary": "for tests", "recipe": "recipe.yaml",
            "seeds": list(seeds), "rows": rows, **changes,
        }  # fmt: skip
        path = folder / "matrix.yaml"
        path.write_text(yaml.safe_dump(content, sort_keys=False))
        return load_yaml(path)

    return made


@pytest.fixture
def trainings():
    """`trainings(file)`: what a matrix file plans."""
    return lambda file: planned(matrix_of(file), file, {})


@pytest.fixture
def two_stages(write):
    """`two_stages(**pairs)`: a recipe; `ids` has two epochs, `pairs` one or what is changed."""

    def made(optimisers=None, **pairs):
        every = {"all": write.optimiser(["*"])}
        first = write.stage("ids", write.identity, every)
        changes = {"sampler": write.pair_sampler, "length": {"epochs": 1}, **pairs}
        second = write.stage("pairs", write.pairs, optimisers or every, **changes)
        return recipe_from(write.recipe(first, second))

    return made


@pytest.fixture
def colour_table(colours, two_stages, tmp_path, quiet):
    """What `two_stages` learns from: four people with eight pictures each."""
    request = DataRequest((colours,), ())
    return training_table(two_stages().data, request, tmp_path / "rendered", quiet, 1)
