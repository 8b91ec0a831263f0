"""A tiny StarGAN, pictures of two cameras, and the official small networks."""

import json
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._training.machine import Machine
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import train
from probe.contracts import Reporter

PARITY = Path(__file__).parents[2] / "data" / "parity"

SIZE = [16, 8]
TINT = (60, 0, -60)
"""Added to red, green and blue by camera 2."""


@pytest.fixture(scope="session")
def tiny():
    """`tiny(**changes)`: the recipe for seconds, four steps long."""

    def made(**changes):
        settings = {
            "network.width": 4, "network.blocks": 1, "network.discriminator_width": 4,
            "network.discriminator_layers": 2,
            "stages.styles.length": {"steps": 4},
            "stages.styles.checkpoint_every": 1,
            "stages.styles.sampler.batch": 4,
            "stages.styles.augmentation.all.1.size": SIZE,
            "stages.styles.augmentation.all.1.enlarged": [18, 9],
            "stages.styles.turns.1.every": 2,
        }  # fmt: skip
        return with_changes(load_recipe("stargan.small"), {**settings, **changes})

    return made


@pytest.fixture(scope="session")
def filmed(tmp_path_factory):
    """`filmed(cameras)`: a table of six pictures under each camera, camera 2 being tinted."""

    def made(cameras=(1, 2), people=True):
        folder = tmp_path_factory.mktemp("filmed")
        drawn, lines = np.random.default_rng(0), ["path,person,camera"]
        for camera in cameras:
            for number in range(6):
                blocks = drawn.integers(60, 196, (4, 2, 3)).repeat(8, 0).repeat(8, 1)
                tinted = blocks + np.array(TINT) * (camera == 2)
                name = f"p{number}_c{camera}.png"
                Image.fromarray(tinted.astype(np.uint8)).save(folder / name)
                lines.append(f"{name},{number if people else ''},{camera}")
        (folder / "pictures.csv").write_text("\n".join(lines) + "\n")
        return folder / "pictures.csv"

    return made


@pytest.fixture(scope="session")
def target(filmed):
    """`--target` of pictures of two cameras."""
    return (f"table={filmed()}",)


@pytest.fixture
def filled_small(made_tensors):
    """`filled_small(network, "G")`: the official small network's weights."""

    def filled(network, letter):
        entries = json.loads((PARITY / f"stargan_small_{letter}.json").read_text())["tensors"]
        tensors, checksum = made_tensors(entries)
        network.load_state_dict({key: torch.from_numpy(value) for key, value in tensors.items()})
        return network.double(), checksum

    return filled


@pytest.fixture(scope="session")
def trained_once(tiny, target, tmp_path_factory):
    """The folder of a tiny training."""
    before, folder = torch.get_num_threads(), tmp_path_factory.mktemp("trained")
    train(tiny(), folder, Reporter(), Machine("cpu", threads=1), target=target)
    torch.set_num_threads(before)
    return folder


@pytest.fixture
def trained(trained_once, tmp_path):
    """A copy of it, to be spoilt."""
    return Path(copytree(trained_once, tmp_path / "trained"))
