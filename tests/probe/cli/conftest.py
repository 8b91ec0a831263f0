"""A training that can draw."""

import json

import pytest
import torch

from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import recipe_text

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
        files[name] = {"file": f"{name}.safetensors", "sha256": ""}
    stages = [
        {"name": "baseline", "networks": {"encoder": files["encoder"]}},
        {"name": "joint", "networks": files},
    ]
    (folder / "training.json").write_text(json.dumps({"stages": stages}))
    (folder / "recipe.yaml").write_text(recipe_text(recipe))
    return folder
