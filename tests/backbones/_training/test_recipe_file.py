"""Recipes of files, shipped or one's own."""

import pytest
import yaml

from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_file import find_recipe, load_recipe, shipped_recipes
from probe.backbones._training.training import recipe_text
from probe.errors import UsageError, YamlError
from probe.files.strict_yaml import parse_yaml

SHIPPED = shipped_recipes()


def written(tmp_path, data, old="", new=""):
    path = tmp_path / "recipe.yaml"
    text = yaml.safe_dump(data, sort_keys=False, default_flow_style=None, width=1000)
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return path


@pytest.mark.parametrize("name", list(SHIPPED))
def test_shipped_recipes_load_and_write_back(name, tmp_path):
    recipe = load_recipe(name)
    assert recipe.name == name
    again = recipe_from(parse_yaml(recipe_text(recipe), tmp_path).data)
    assert again == recipe
    assert again.digest() == recipe.digest()


def test_duplicate_key_is_refused(tmp_path, tiny_data):
    path = written(tmp_path, tiny_data(), "epochs: 4", "epochs: 4\nepochs: 5")
    with pytest.raises(YamlError, match="'epochs' stands twice"):
        load_recipe(path)


def test_recipe_names_are_found_or_the_nearest_is_named():
    assert find_recipe("arcface.demo") == SHIPPED["arcface.demo"]
    with pytest.raises(UsageError, match=r"arcface\.demo"):
        find_recipe("arcface.dema")


def test_a_folder_is_no_recipe(tmp_path):
    (tmp_path / "mine.yaml").write_text("name: mine")
    with pytest.raises(UsageError, match=r"this is a folder, not a recipe\n  it holds mine\.yaml"):
        find_recipe(tmp_path)
