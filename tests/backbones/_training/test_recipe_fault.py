"""What does not fit in a recipe is named with its place."""

import pytest
import yaml

from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
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
def test_every_setting_of_a_recipe_has_to_be_written(name, tmp_path):
    data = parse_yaml(SHIPPED[name].read_text(), SHIPPED[name]).data
    for key in set(data) - {"stages"}:
        with pytest.raises(UsageError, match=f"'{key}' is missing"):
            recipe_from({k: v for k, v in data.items() if k != key})


def test_unknown_key_names_place_and_nearest(tmp_path, tiny_data):
    path = written(tmp_path, tiny_data(), "kind: margin,", "kind: margin, gradeint: exact,")
    with pytest.raises(YamlError, match="'gradeint' is not known here") as caught:
        load_recipe(path)
    assert "did you mean 'gradient'?" in str(caught.value)
    assert f"{path}:" in str(caught.value)


def test_unknown_key_at_the_top(tmp_path, tiny_data):
    path = written(tmp_path, tiny_data(), "epochs: 4", "epochs: 4\nepoch: 4")
    with pytest.raises(YamlError, match="did you mean 'epochs'"):
        load_recipe(path)


def test_missing_key_is_refused(tmp_path, tiny_data):
    path = written(tmp_path, tiny_data(), "scale: 16.0, ", "")
    with pytest.raises(YamlError, match="'scale' is missing"):
        load_recipe(path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("m1: 1.0", "m1: 1.2", "with others it is 'combined'"),
        ("epochs: 4", "epochs: 0", "epochs"),
        ("rate: 0.05", "rate: -1", "optimiser.rate"),
        ("size: [32, 16]", "size: [32]", "size: value 2 of the list is missing"),
        ("step: normalise", "step: normalize", "augmentation"),
        ("{step: flip, probability: 0.5}", "{step: resize, size: [32, 16], fit: stretch, "
         "interpolation: bilinear}", "sets the size"),
        ("forms: [identity_folders, market1501]", "forms: [market1502]", "market1502"),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_are_refused(tmp_path, tiny_data, old, new, message):
    with pytest.raises(YamlError, match=message):
        load_recipe(written(tmp_path, tiny_data(), old, new))


def test_erasing_before_normalising_is_refused(tiny):
    recipe = tiny().model_dump(mode="json")
    steps = recipe["stages"][0]["augmentation"]["all"]
    steps.insert(0, steps.pop())
    with pytest.raises(UsageError, match="'erase' comes after 'normalise'"):
        recipe_from(recipe)
