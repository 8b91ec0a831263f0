"""The shape of StarGAN's networks in a recipe."""

import pytest

from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_file import load_recipe


@pytest.mark.parametrize("name", ["stargan.published", "stargan.half", "stargan.small"])
def test_recipes_leave_four_by_two_patches(name):
    recipe = load_recipe(name)
    size = recipe.stages[0].shown.size
    networks = recipe.network.networks(DataFacts(size, classes=0, cameras=6, sets=1))
    assert networks["discriminator"].shape.bottom == (4, 2)
    assert networks["generator"].shape.cameras == 6
    assert recipe.network.backbones == ()
