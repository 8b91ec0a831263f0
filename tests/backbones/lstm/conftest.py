"""Small networks, tiny recipes over two domains, and styled sets made by shifting colours."""

import copy
import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._torch.resnet import BasicBlock
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe import recipe_from
from probe.backbones.lstm import spec
from probe.backbones.lstm.model import LstmNet, LstmShape
from probe.backbones.naming import sha256_of

TRUNK = ResNetShape(BasicBlock, (1, 1, 1, 1), (4, 4, 8, 8), ibn_a=False)
BRANCHES = {
    "pooling": "sum", "local": "lstm", "rows": "adaptive", "hidden": 5, "features": 12,
    "embedding": 6, "dropout": 0.5,
}  # fmt: skip
OBJECTIVE = {
    "kind": "domain", "branches": BRANCHES, "classes": "source",
    "triplet": {"weight": 0.3, "margin": 0.5, "groups": [["source", "target"]]},
    "statistics": "by_role", "official_groups": False,
}  # fmt: skip
SOURCE = {
    "domain": "source",
    "sampler": {"kind": "people_times_pictures", "people": 4, "pictures": 2},
}
TARGET = {"domain": "target", "sampler": {"kind": "styled", "pictures": 3}}
STAGE = {
    "name": "domains",
    "objective": OBJECTIVE,
    "length": {"epochs": 2},
    "sampler": {
        "kind": "together", "paced_by": "source", "parts": {"source": SOURCE, "target": TARGET},
    },
    "augmentation": [
        {"step": "stretched_crop", "size": [64, 32], "fit": "stretch", "interpolation": "bilinear",
         "area": [0.64, 1.0], "aspect": [0.3333, 0.5]},
        {"step": "normalise", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
    ],
    "optimisers": {
        "all": {
            "kind": "adam", "networks": ["*"], "rate": 0.001, "betas": [0.9, 0.999],
            "weight_decay": 0.0, "decoupled": False, "schedule": {"kind": "constant"},
        },
    },
    "precision": "float32",
}  # fmt: skip
RECIPE = {
    "name": "lstm.tiny", "summary": "for tests", "architecture": "lstm", "seed": 3,
    "data": {"kind": "folder", "forms": ["market_form", "identity_folders", "cuhk03_pictures"],
             "all_parts": False},
    "network": {
        "kind": "lstm", "block": "basic", "blocks": [1, 1, 1, 1], "widths": [4, 4, 8, 8],
        "last_stride": 1, "start": None,
    },
    "stages": [STAGE],
}  # fmt: skip
CAMERAS = (1, 2, 3)
OPTIONS = {"last_stride": 1, "pooling": "sum", "rows": "adaptive"}


@pytest.fixture
def shape():
    """`shape(**settings)`: of a small network with last stride 1 and LSTM of 5."""
    return lambda **settings: LstmShape(TRUNK, **{"last_stride": 1, "hidden": 5, **settings})


@pytest.fixture
def network(shape):
    """`network(**settings)`: a small network in evaluation mode, its norms as after training."""

    def build(**settings):
        torch.manual_seed(4)
        made = LstmNet(shape(**settings)).eval()
        for module in made.modules():
            if isinstance(module, torch.nn.BatchNorm1d | torch.nn.BatchNorm2d):
                torch.nn.init.uniform_(module.running_var, 0.5, 1.5)
                torch.nn.init.normal_(module.running_mean, 0, 0.3)
                torch.nn.init.normal_(module.bias, 0, 0.3)
        return made

    return build


@pytest.fixture
def tiny():
    """`tiny(objective, stage, **changes)`: a tiny recipe, parts of it changed."""

    def made(objective=None, stage=None, **changes):
        data = copy.deepcopy(RECIPE)
        branches = (objective or {}).pop("branches", {})
        data["stages"][0]["objective"] |= objective or {}
        data["stages"][0]["objective"]["branches"] |= branches
        data["stages"][0] |= stage or {}
        return recipe_from({**data, **changes})

    return made


@pytest.fixture
def learner():
    """`learner(recipe, classes)`: of its only stage."""

    def built(recipe, classes=4, size=(64, 32)):
        torch.manual_seed(0)
        facts = DataFacts(size=size, classes=classes, cameras=3, sets=2)
        networks = recipe.network.networks(facts)
        return recipe.stages[0].objective.learner(networks, recipe.network, facts)

    return built


@pytest.fixture
def domains():
    """`domains(source, rows)`: labels of the source, rows of the target with two copies each."""

    def made(source=(0, 0, 1, 1), rows=(7, 9)):
        generator = torch.Generator().manual_seed(5)

        def part(labels, places, copies):
            shown = torch.randn(1, len(labels), 3, 64, 32, generator=generator)
            zeros = torch.zeros(len(labels), dtype=torch.long)
            columns = [torch.tensor(values) for values in (places, copies)]
            return PictureBatch(shown, torch.tensor(labels), zeros, zeros, *columns)

        three = [row for row in rows for _ in range(3)]
        return Batch(
            source=part(list(source), list(range(len(source))), [0] * len(source)),
            target=part([-1] * len(three), three, [0, 1, 2] * len(rows)),
        )

    return made


def draw(path, seed, colour):
    noise = np.random.default_rng(seed).normal(0, 12, (40, 20, 3))
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.clip(colour + noise, 0, 255).astype(np.uint8)).save(path)


def market(folder, people, first):
    """People with two pictures in each of three cameras, as Market-1501's files are named."""
    for person in range(first, first + people):
        colour = np.random.default_rng(person).integers(40, 216, 3)
        for camera in CAMERAS:
            for take in range(2):
                name = f"{person:04d}_c{camera}s1_{take:06d}_00.jpg"
                parts = ("bounding_box_train", "query" if not take else "bounding_box_test")
                draw(folder / parts[0] / name, 10 * person + camera, colour)
                draw(folder / parts[1] / name.replace("s1", "s2"), 9 * person + take, colour)
    return f"market_form={folder}"


@pytest.fixture
def domain_folders(tmp_path):
    """Two data sets of other people under the same file names: (source, target)."""
    return market(tmp_path / "source", 5, 1), market(tmp_path / "target", 5, 1)


@pytest.fixture
def styled_set():
    """`styled_set(target, out, cameras)`: a copy of every picture in every camera's style, its
    colours shifted; a set as `probe generate` leaves it.
    """

    def made(target, out, cameras=CAMERAS):
        root = Path(target.partition("=")[2])
        lines = []
        for source in sorted((root / "bounding_box_train").glob("*.jpg")):
            for camera in cameras:
                name = f"{source.stem}_fake_{camera}.jpg"
                pixels = np.asarray(Image.open(source)).astype(int) + 15 * camera
                out.mkdir(parents=True, exist_ok=True)
                Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(out / name)
                of = source.relative_to(root).as_posix()
                lines.append([name, "", camera, of, sha256_of(source)])
        with (out / "pictures.csv").open("w", newline="") as file:
            heads = ["path", "person", "camera", "source", "source_sha256"]
            csv.writer(file).writerows([heads, *lines])
        return out

    return made


@pytest.fixture
def card(spec_card):
    """The card of POOL-5 for pictures of 64x32, last stride 1."""
    return spec_card(spec, "lstm").with_changes(input_size=(64, 32), options=OPTIONS)


@pytest.fixture
def branch_card(spec_card):
    """The card with the branch in the vector, likewise."""
    return spec_card(spec, "lstm_branch").with_changes(input_size=(64, 32), options=OPTIONS)


@pytest.fixture
def save(tmp_path):
    """`save(network, change)`: its weights file, the tensors changed before."""

    def write(network, change=lambda tensors: None):
        tensors = {name: value.clone() for name, value in network.state_dict().items()}
        change(tensors)
        torch.save(tensors, tmp_path / "w.pth")
        return tmp_path / "w.pth"

    return write
