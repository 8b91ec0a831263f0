"""A tiny FD-GAN and rendered people with their keypoints."""

import pytest

from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.scenes.dataset import DatasetPlan, write_data_set

TINY = {
    "network.widths": [4, 4, 8, 8],
    "network.blocks": [1, 1, 1, 1],
    "network.generator.width": 4,
    "network.generator.pose": 8,
    "network.generator.noise": 8,
    "network.discriminator_width": 4,
}
SIZE = [64, 32]


@pytest.fixture(scope="session")
def people(tmp_path_factory):
    """`--data` of rendered people with keypoints, twice: as a first and as a second data set."""
    folder = tmp_path_factory.mktemp("people")
    write_data_set(folder, DatasetPlan(people=4, cameras=1, first_identity=7000), workers=2)
    return f"scenes={folder}", f"scenes={folder}"


def tiny_recipe(name: str = "fdgan.small_transfer", /, **changes) -> Recipe:
    recipe = load_recipe(name)
    settings = dict(TINY)
    for stage in recipe.stages:
        before = f"stages.{stage.name}"
        settings[f"{before}.length"] = {"steps": 3}
        settings[f"{before}.checkpoint_every"] = 1
        for role, steps in stage.augmentation.items():
            settings[f"{before}.augmentation.{role}.0.size"] = SIZE
            assert steps[0].size == (128, 64)
        settings[f"{before}.sampler.sampler.anchors"] = 2
    return with_changes(recipe, {**settings, **changes})


@pytest.fixture(scope="session")
def tiny():
    """`tiny(**changes)`: the recipe of all four stages, for seconds."""
    return tiny_recipe
