"""Golden numbers of official implementations, weights files by their rule, killed trainings."""

import copy
import importlib.util
import json
import math
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.machine import Machine
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones.naming import sha256_of
from probe.contracts import Runtime

DATA = Path(__file__).parents[1] / "data" / "parity"
SHARED = Path(__file__).parents[3] / "shared"
SEED = 1


def stream(seed, name):
    """The random stream of one tensor: its name's crc32 beside the seed."""
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def made_tensor(entry, seed=SEED):
    """One tensor of a network, as its entry in the JSON file says."""
    key, shape, kind = entry["key"], entry["shape"], entry["kind"]
    if kind == "counter":
        return np.zeros(shape, np.int64)
    rng = stream(seed, key)
    if kind in ("norm_weight", "running_var"):
        values = rng.uniform(0.5, 1.5, shape)
    elif kind == "prelu":
        values = rng.uniform(0.1, 0.4, shape)
    elif kind in ("bias", "running_mean"):
        values = 0.1 * rng.standard_normal(shape)
    else:
        values = rng.standard_normal(shape)
        if entry.get("center"):
            values -= values.mean(tuple(range(1, len(shape))), keepdims=True)
        values *= math.sqrt(entry.get("gain", 2.0) / math.prod(shape[1:]))
    return values.astype(np.float32)


def made_input(entry, seed=SEED):
    """An input batch: standard normal, uniform, or noise over tiles of constant colour."""
    rng, shape = stream(seed, entry["name"]), entry["shape"]
    if entry["dist"] == "fixed":
        return np.asarray(entry["values"], np.float32).reshape(shape)
    if entry["dist"] == "uniform":
        return rng.random(shape, dtype=np.float32)
    noise = rng.standard_normal(shape, dtype=np.float32)
    if entry["dist"] == "normal":
        return noise
    assert entry["dist"] == "blocks"
    block = entry["block"]
    tiles = (*shape[:2], shape[2] // block, shape[3] // block)
    colours = rng.standard_normal(tiles, dtype=np.float32)
    return np.float32(entry["noise"]) * noise + colours.repeat(block, 2).repeat(block, 3)


def filled_tensors(entries):
    """The tensors of a network by name, and their checksum."""
    weights = {entry["key"]: made_tensor(entry) for entry in entries}
    checksum = 0
    for key in sorted(weights):
        checksum = zlib.crc32(np.ascontiguousarray(weights[key]).tobytes(), checksum)
    return weights, checksum


@dataclass(frozen=True, eq=False)
class Golden:
    """The weights, the input and the official outputs of one network."""

    name: str
    weights: dict
    inputs: dict
    arrays: dict
    tolerance: dict

    @property
    def input(self):
        """The input that most networks have."""
        return self.inputs["input"]

    def assert_equal(self, field, found):
        """Compare an output, or the stored sample of a large one, at the stated tolerance."""
        found = np.asarray(found)
        double = found.dtype == np.float64
        stored = field if field in self.tolerance["relative_l2"] else f"{field}.sample"
        if stored != field:
            assert list(self.arrays[f"{field}.shape"]) == list(found.shape)
            at = np.sort(stream(0, f"sample:{field}").integers(0, found.size, 1024))
            found = found.reshape(-1)[at]
        official = self.arrays[f"{stored}@f64" if double else stored]
        limit = self.tolerance["relative_l2_f64" if double else "relative_l2"]
        limit = limit if double else limit[stored]
        assert found.shape == official.shape
        assert np.linalg.norm(found - official) / np.linalg.norm(official) <= limit

    def save(self, path, rename=lambda key: key, wrapper=None, extra=None):
        """Write the weights as a checkpoint file."""
        tensors = {rename(k): torch.from_numpy(v) for k, v in self.weights.items()}
        tensors.update(extra or {})
        torch.save(tensors if wrapper is None else {wrapper: tensors, "epoch": 3}, path)
        return path


@pytest.fixture(scope="session")
def golden():
    """`golden(name)`: the data of one network, its weights checked against their checksum."""

    def load(name):
        told = json.loads((DATA / f"{name}.json").read_text())
        with np.load(DATA / f"{name}.seed{SEED}.npz") as stored:
            arrays = dict(stored)
        weights, checksum = filled_tensors(told["tensors"])
        assert checksum == int(arrays["weights_crc32"])
        inputs = {entry["name"]: made_input(entry) for entry in told["inputs"]}
        return Golden(name, weights, inputs, arrays, told["tolerance"])

    return load


@pytest.fixture(scope="session")
def made_tensors():
    """`made_tensors(entries)`: see `filled_tensors`."""
    return filled_tensors


@pytest.fixture(scope="session")
def real():
    """The folder of real pictures and weights beside the repository."""
    folder = SHARED / "real"
    if not folder.is_dir():
        pytest.skip("real pictures and weights are not beside the repository (../shared/real)")
    return folder


@pytest.fixture(scope="session")
def eager():
    """A runtime that computes with PyTorch on the CPU."""
    return Runtime(device="cpu", engine="torch")


@pytest.fixture(scope="session")
def spec_card():
    """`spec_card(spec, name)`: the card of that name."""

    def find(spec, name):
        return next(card for card in spec.cards if card.name == name)

    return find


@pytest.fixture
def pictures():
    """`pictures(n, (h, w))`: random blocky pictures."""

    def make(count, size, seed=0):
        rng = np.random.default_rng(seed)
        height, width = size
        blocks = rng.integers(0, 256, (count, height // 16, width // 16, 3), dtype=np.uint8)
        return blocks.repeat(16, 1).repeat(16, 2)

    return make


@pytest.fixture(scope="session")
def plain():
    """The module beside this one that writes the transformers out (the tests are no package)."""
    path = Path(__file__).parent / "plain_transformers.py"
    spec = importlib.util.spec_from_file_location("plain_transformers", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def parity():
    """`parity(name)`: stored arrays of an official computation, by name."""

    def load(name):
        with np.load(DATA / f"{name}.seed{SEED}.npz") as stored:
            return dict(stored)

    return load


class KilledError(Exception):
    """Stands for the kill signal."""


class KillsAfter:
    """A reporter that ends the process, as it were, after some steps of the whole training."""

    def __init__(self, steps):
        self.left = steps

    def step(self, text):
        pass

    def progress(self, text, unit):
        def tell(done, everything):
            self.left -= unit == "steps"
            if self.left == 0:
                raise KilledError

        return tell


@pytest.fixture
def one_thread():
    """A machine of one CPU thread; torch's number of threads is as before afterwards."""
    before = torch.get_num_threads()
    yield Machine("cpu", threads=1)
    torch.set_num_threads(before)


TRUNK = {
    "block": "basic", "blocks": [1, 1, 1, 1], "widths": [4, 4, 8, 8], "last_stride": 1,
    "start": None,
}  # fmt: skip
TINY_NETWORKS = {
    "ibn": {**TRUNK, "kind": "strong_baseline", "ibn_a": True, "stem_relu": True, "neck": True},
    "ensemble": {
        **TRUNK, "kind": "ensemble", "ibn_a": False, "branches": 2, "cells": "adaptive",
        "reduction": 6, "norm": True, "relu": True, "unit_parts": False,
    },
    "transreid": {"kind": "vision_transformer", "heads": 1, "stride": 8},
}  # fmt: skip
TINY_OBJECTIVES = {
    "ibn": {
        "kind": "strong_baseline", "label_smoothing": 0.1,
        "triplet": {"weight": 1.0, "margin": 0.3, "unit": False}, "centre": None,
    },
    "ensemble": {"kind": "part_softmax", "label_smoothing": 0.0},
    "transreid": {
        "kind": "identity", "neck": True, "label_smoothing": 0.1, "triplet": None, "centre": None,
    },
}  # fmt: skip


@pytest.fixture
def tiny_architecture(tiny_data):
    """A tiny recipe of `ibn`, `ensemble` or `transreid` as plain data, with parts of it changed."""

    def made(architecture, network=None, objective=None, **changes):
        data = tiny_data("margin")
        data |= {
            "name": f"{architecture}.tiny",
            "architecture": architecture,
            "epochs": 2,
            "average_decay": None,
            "network": {**TINY_NETWORKS[architecture], **(network or {})},
            "objective": {**TINY_OBJECTIVES[architecture], **(objective or {})},
            "sampler": {"kind": "people_times_pictures", "people": 4, "pictures": 2},
        }
        return copy.deepcopy({**data, **changes})

    return made


@pytest.fixture
def learner_of():
    """`learner_of(data)`: the learner of a recipe's only stage, over four people."""

    def built(data):
        torch.manual_seed(0)
        facts = DataFacts(size=(32, 16), classes=4, cameras=1, sets=1)
        recipe = recipe_from(data)
        networks = recipe.network.networks(facts)
        return recipe.stages[0].objective.learner(networks, recipe.network, facts)

    return built


@pytest.fixture
def picture_batch():
    """`picture_batch(labels, views)`: normalised pictures of noise, 32x16, in their only role."""

    def made(labels, views=1, seed=0):
        generator = torch.Generator().manual_seed(seed)
        labels = torch.tensor(labels)
        shown = torch.randn(views, len(labels), 3, 32, 16, generator=generator)
        zeros = torch.zeros_like(labels)
        return Batch({ROLE: PictureBatch(shown, labels, zeros, zeros, zeros, zeros)})

    return made


@pytest.fixture
def imagenet(tmp_path):
    """`imagenet(**shape)`: a tiny trunk, and its weights as torchvision stores them, as a start."""

    def stored(*, ibn_a=False, widths=(4, 4, 8, 8)):
        torch.manual_seed(8)
        trunk = ResNet(1, block=BasicBlock, blocks=(1, 1, 1, 1), widths=widths, ibn_a=ibn_a)
        path = tmp_path / f"resnet{'-'.join(map(str, widths))}.pth"
        torch.save({**trunk.state_dict(), "fc.weight": torch.zeros(1000, 8)}, path)
        return trunk, {"weights": str(path), "sha256": sha256_of(path)[:8]}

    return stored


@pytest.fixture
def killed():
    """The error that stands for the kill signal, and what raises it after some steps."""
    return KilledError, KillsAfter
