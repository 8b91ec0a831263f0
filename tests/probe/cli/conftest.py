"""A training that can draw."""

import json

import pytest
import torch

from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import recipe_text
from probe.backbones.naming import sha256_of

SIZE = (64, 32)


@pytest.fixture
def training(tmp_path):
    """The folder of a training whose networks have learnt nothing."""
    from safetensors.torch import save_file

    from probe.backbones._training.objective import DataFacts

    changes = {
        "network.widths": [4, 4, 8, 8],
        "network.generator.width": 4,
        "network.generator.noise": 256,
        "network.discriminator_width": 4,
    }
    recipe = with_changes(load_recipe("fdgan.small"), changes)
    torch.manual_seed(0)
    networks = recipe.network.networks(DataFacts(SIZE, 2, 1, 1))
    folder = tmp_path / "training"
    folder.mkdir()
    files = {}
    for name in ("encoder", "generator"):
        save_file(dict(networks[name].state_dict()), folder / f"{name}.safetensors")
        torch.save(networks[name].state_dict(), folder / f"{name}.pth")
        digest = sha256_of(folder / f"{name}.safetensors")
        files[name] = {"file": f"{name}.safetensors", "sha256": digest}
    stages = [
        {"name": "baseline", "networks": files},  # as training leaves it: all, with first weights
        {"name": "joint", "networks": files},
    ]
    (folder / "training.json").write_text(json.dumps({"stages": stages}))
    (folder / "recipe.yaml").write_text(recipe_text(recipe))
    return folder


@pytest.fixture
def styled_table(tmp_path):
    """A table of four people under two cameras."""
    import numpy as np
    from PIL import Image

    drawn, lines = np.random.default_rng(0), ["path,person,camera"]
    for person in range(4):
        for camera in (3, 5):
            name = f"{person}_{camera}.png"
            picture = drawn.integers(0, 256, (16, 8, 3), dtype=np.uint8)
            Image.fromarray(picture).save(tmp_path / name)
            lines.append(f"{name},{person},{camera}")
    path = tmp_path / "styled.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def styled_training(styled_table, tmp_path, one_thread_machine):
    """A tiny training of StarGAN on that table."""
    from probe.backbones._training.training import train
    from probe.contracts import Reporter

    changes = {
        "network.width": 4, "network.blocks": 1, "network.discriminator_width": 4,
        "network.discriminator_layers": 2,
        "stages.styles.length": {"steps": 1}, "stages.styles.sampler.batch": 4,
        "stages.styles.augmentation.all.1.size": [16, 8],
        "stages.styles.augmentation.all.1.enlarged": [18, 9],
    }  # fmt: skip
    recipe = with_changes(load_recipe("stargan.small"), changes)
    folder = tmp_path / "stargan"
    train(recipe, folder, Reporter(), one_thread_machine, target=(f"table={styled_table}",))
    return folder


@pytest.fixture
def one_thread_machine():
    """A machine of one CPU thread; torch's number of threads is as before afterwards."""
    from probe.backbones._training.machine import Machine

    before = torch.get_num_threads()
    yield Machine("cpu", threads=1)
    torch.set_num_threads(before)
