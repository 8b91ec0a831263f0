"""A pair network with golden weights, a tiny recipe, and people of colours of their own."""

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones.idla.model import PairNetwork
from probe.backbones.idla.rules import PairRules


@pytest.fixture
def filled(golden):
    """`filled(dtype, rules)`: the network and its data; other convolutions copy the tied ones."""

    def made(dtype=torch.float64, **rules):
        data = golden("idla")
        tensors = {name: torch.from_numpy(value) for name, value in data.weights.items()}
        if not rules.get("tied", True):
            for name in ("conv1", "conv2"):
                for kind in ("weight", "bias"):
                    tensors[f"{name.replace('conv', 'other')}.{kind}"] = tensors[f"{name}.{kind}"]
        network = PairNetwork(rules=PairRules(**rules))
        network.load_state_dict(tensors)
        return network.eval().to(dtype), data

    return made


SIZE = [48, 32]
TINY = {"first": 4, "second": 6, "summary": 6, "cross": 6, "hidden": 8}


@pytest.fixture(scope="session")
def tiny():
    """`tiny(**changes)`: the recipe of both stages, for seconds."""

    def made(**changes):
        settings = {f"network.{name}": width for name, width in TINY.items()}
        for stage in ("pairs", "hard"):
            settings[f"stages.{stage}.augmentation.all.0.size"] = SIZE
            settings[f"stages.{stage}.length"] = {"steps": 3}
            settings[f"stages.{stage}.checkpoint_every"] = 1
        settings["stages.pairs.sampler.anchors"] = 4
        settings["stages.hard.sampler.people"] = 3
        return with_changes(load_recipe("idla.small"), {**settings, **changes})

    return made


@pytest.fixture(scope="session")
def people(tmp_path_factory):
    """`--data` of four people with four small pictures each, of a colour of their own."""
    drawn, folder = np.random.default_rng(5), tmp_path_factory.mktemp("people")
    for person in range(4):
        for number in range(4):
            path = folder / f"p{person}" / f"{number}.png"
            path.parent.mkdir(exist_ok=True)
            colour = (60 + 40 * person, 200 - 40 * person, 90)
            picture = np.clip(colour + drawn.normal(0, 12, (*SIZE, 3)), 0, 255)
            Image.fromarray(picture.astype(np.uint8)).save(path)
    return (f"identity_folders={folder}",)
