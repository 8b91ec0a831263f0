"""Small trainings of the shipped recipes end with the weights that they have always ended with.

The tensors were made once, by the training code before recipes had stages. On the processor and
the PyTorch that the digests name they are equal to the last bit; elsewhere sums are formed in
another order, and they agree closely.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from probe.backbones._training.machine import Machine
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import train
from tests.processor import processor

DATA = Path(__file__).parents[2] / "data" / "training"
DIGESTS = json.loads((DATA / "digests.json").read_text())
SMALL = {
    "data": {"kind": "folder", "forms": ["identity_folders"], "all_parts": False},
    "epochs": 3,
    "network.blocks": [1, 1, 1, 1],
    "network.widths": [4, 4, 4, 8],
    "sampler.batch": 8,
    "augmentation.all.0.size": [32, 16],
}
CHANGES = {
    "arcface.demo": {"network.dimension": 8},
    "moco.demo": {"objective.queue": 32, "objective.head": [0, 8]},
}


@pytest.fixture
def noise(tmp_path):
    """Six people with four pictures of noise around a colour each."""
    drawn = np.random.default_rng(5)
    for person in range(6):
        colour = drawn.integers(40, 216, 3)
        for number in range(4):
            path = tmp_path / "people" / f"p{person}" / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture = np.clip(colour + drawn.normal(0, 30, (40, 18, 3)), 0, 255)
            Image.fromarray(picture.astype(np.uint8)).save(path)
    return tmp_path / "people"


@pytest.mark.parametrize("name", list(CHANGES))
def test_weights_are_those_of_the_code_before_stages(name, noise, tmp_path, quiet):
    recipe = with_changes(load_recipe(name), {**SMALL, **CHANGES[name]})
    before = torch.get_num_threads()
    data = (f"identity_folders={noise}",)
    result = train(recipe, tmp_path / "out", quiet, Machine("cpu", threads=1), data=data)
    torch.set_num_threads(before)
    tensors = load_file(result.weights)
    with np.load(DATA / f"{name}.npz") as golden:
        assert set(golden) == set(tensors)
        for key, want in golden.items():
            np.testing.assert_allclose(tensors[key].numpy(), want, rtol=1e-3, atol=1e-4)
    if (torch.__version__, processor()) == (DIGESTS["torch"], DIGESTS["processor"]):
        assert digest(tensors) == DIGESTS[name]


def digest(tensors):
    """Hex sha256 over names and bytes."""
    content = hashlib.sha256()
    for key in sorted(tensors):
        content.update(key.encode() + tensors[key].numpy().tobytes())
    return content.hexdigest()
