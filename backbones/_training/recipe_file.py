"""Files of recipes: shipped ones by name, or one's own by path."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from probe.backbones._training.recipe import Recipe, recipe_from
from probe.backbones._training.recipe_fault import RecipeError
from probe.errors import UsageError, YamlError
from probe.files.neighbours import contents
from probe.files.places import is_file, is_folder
from probe.files.store_address import is_address
from probe.files.strict_yaml import YamlFile, load_yaml
from probe.wording import Message, nearest, refusal


def shipped_recipes() -> dict[str, Path]:
    """Name -> file of the recipes below `backbones/*/recipes`, and likewise of `_detectors`."""
    folder = Path(str(resources.files("probe.backbones")))
    paths = (*folder.glob("*/recipes/*.yaml"), *folder.glob("_detectors/*/recipes/*.yaml"))
    return {path.stem: path for path in sorted(paths, key=lambda path: path.stem)}


def find_recipe(given: str | Path) -> Path:
    """The file of a recipe named by path or by shipped name (`arcface.demo`).

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    path = Path(given)
    if is_file(path):
        return path
    if is_folder(path):
        raise refusal(
            UsageError, Message("train-folder-no-recipe"), place=path, hint=contents(path, "*.yaml")
        )
    ours = shipped_recipes()
    if path.name.removesuffix(".yaml") in ours:
        return ours[path.name.removesuffix(".yaml")]
    hint = Message("path-bring-here") if is_address(given) else nearest(str(given), ours)
    raise refusal(UsageError, Message("train-no-recipe"), place=given, hint=hint)


def load_recipe(given: str | Path) -> Recipe:
    """Read and check a recipe.

    Raises:
        YamlError: not plain YAML, a key that stands twice, is unknown or is missing, or a value
            that does not fit; the message names file and line.
    """
    return recipe_of(load_yaml(find_recipe(given)))


def recipe_of(file: YamlFile) -> Recipe:
    """Check the data of a YAML file as a recipe (see `load_recipe`)."""
    if not isinstance(file.data, dict):
        raise refusal(
            YamlError,
            Message("train-recipe-mapping"),
            place=file.place(),
            hint=Message("train-lists-recipes"),
        )
    try:
        return recipe_from(file.data)
    except RecipeError as fault:
        raise YamlError(fault.message, place=file.place(fault.where), hint=fault.hint) from None
