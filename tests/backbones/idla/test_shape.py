"""The network of a recipe at its start."""

import pytest

from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones.idla.rules import PORTS
from probe.errors import UsageError
from probe.wording import wording_of


@pytest.mark.parametrize("name", ["idla.published", "idla.small"])
def test_recipes_have_the_paper_s_network(name):
    recipe = load_recipe(name)
    size = recipe.stages[0].shown.size
    network = recipe.network.networks(DataFacts(size, 2, 1, 1))["pairs"]
    assert sum(p.numel() for p in network.parameters()) == 2_308_147
    assert recipe.network.options() == {"port": "paper"}
    assert "25 maps" in wording_of("en")(recipe.network.feature())


def test_a_port_and_pictures_that_are_too_small(tiny):
    shape = tiny(**{"network.port": "keras"}).network
    assert shape.networks(DataFacts((48, 32), 2, 1, 1))["pairs"].rules == PORTS["keras"]
    with pytest.raises(UsageError, match="20x60 are too small"):
        shape.networks(DataFacts((20, 60), 2, 1, 1))
