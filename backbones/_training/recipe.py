"""A recipe: everything that decides a training, in one YAML file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from probe.backbones._training.catalogue import keys_at, resolved
from probe.backbones._training.data import DataPart
from probe.backbones._training.objective import NetworkShape
from probe.backbones._training.one_stage import (
    KEYS,
    is_one_stage,
    place_as_written,
    staged,
    staged_name,
)
from probe.backbones._training.recipe_part import RecipePart, Registered
from probe.backbones._training.registry import architecture_named
from probe.backbones._training.stage import Stage
from probe.errors import ProbeError, UsageError, YamlError, nearest
from probe.files.strict_yaml import YamlFile, load_yaml

Place = tuple[str | int, ...]


class Recipe(RecipePart):
    """Everything that decides a training; see the parts for their meaning.

    Attributes:
        name: of the weights, `architecture.tag`.
        summary: one line for people.
        architecture: a folder of `backbones` with a module `train`, or one of a third party.
        seed: of weights, order and augmentation.
        data: what is learnt from.
        network: the shape of its networks.
        stages: one after another, over the same networks.
    """

    name: str
    summary: str
    architecture: str
    seed: Annotated[int, Field(ge=0)]
    data: Annotated[DataPart, Registered("data")]
    network: Annotated[NetworkShape, Registered("networks")]
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _stages_in_order(self) -> Recipe:
        earlier: list[str] = []
        for stage in self.stages:
            if stage.name in earlier:
                raise ValueError(f"two stages are named {stage.name!r}")
            for start in stage.start_from:
                if start.training is None and start.stage not in earlier:
                    raise ValueError(
                        f"stage {stage.name!r} starts from {start.stage!r}, which is no earlier "
                        f"stage; {nearest(str(start.stage), earlier)}"
                    )
            earlier.append(stage.name)
        return self

    def digest(self) -> str:
        """Hex sha256 over everything that decides the training, and its name."""
        return _sha256({"name": self.name, "stages": self.stage_digest(len(self.stages) - 1)})

    def stage_digest(self, number: int) -> str:
        """Hex sha256 over everything that decides the networks after a stage.

        Recipes that agree up to a stage have the same digest of it: it can be trained once.
        """
        content = self.model_dump(mode="json", exclude={"summary", "name", "stages"})
        stages = [stage.model_dump(mode="json") for stage in self.stages[: number + 1]]
        for stage in stages:
            stage.pop("checkpoint_every")
            for start in stage["start_from"]:
                if start["digest"] is not None:
                    start.pop("training")
        return _sha256({**content, "stages": stages})

    def data_digest(self) -> str:
        """Hex sha256 over what is learnt from: recipes that agree render the same pictures."""
        return _sha256(self.data.model_dump(mode="json"))


def shipped_recipes() -> dict[str, Path]:
    """Name -> file of the recipes below `backbones/*/recipes`."""
    folder = Path(str(resources.files("probe.backbones")))
    return {path.stem: path for path in sorted(folder.glob("*/recipes/*.yaml"))}


def find_recipe(given: str | Path) -> Path:
    """The file of a recipe named by path or by shipped name (`arcface.demo`).

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    path = Path(given)
    if path.is_file():
        return path
    ours = shipped_recipes()
    if path.name.removesuffix(".yaml") in ours:
        return ours[path.name.removesuffix(".yaml")]
    raise UsageError(
        "there is no such recipe, here or among the shipped ones",
        place=given,
        hint=nearest(str(given), ours),
    )


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
        raise YamlError("a recipe is a mapping with name, data, network, ...", place=file.place())
    try:
        return recipe_from(file.data)
    except RecipeError as fault:
        raise YamlError(fault.message, place=file.place(fault.where), hint=fault.hint) from None


class RecipeError(UsageError):
    """A recipe that does not fit; `where` is the place in its data.

    Args:
        message: what is wrong.
        where: keys and indices that lead to it.
        hint: the next step to take.
    """

    def __init__(self, message: str, where: Place, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.where = where


def recipe_from(data: Mapping[str, Any]) -> Recipe:
    """The recipe of plain data, with `stages` or with one stage's settings at the top.

    Raises:
        RecipeError: something in it does not fit.
    """
    name = data.get("architecture")
    if not isinstance(name, str):
        raise RecipeError("the key 'architecture' is missing", ("architecture",), WHOLE)
    try:
        model = recipe_model(name)
    except ProbeError as error:
        raise RecipeError(error.message, ("architecture",), error.hint) from None
    one_stage = is_one_stage(data)
    if one_stage:
        _check_keys(data)
    whole = staged(data) if one_stage else dict(data)
    try:
        return model.model_validate(whole)
    except ValidationError as error:
        raise _fault(error, whole, model, one_stage=one_stage) from None


WHOLE = "a recipe states every setting that decides the training"


@lru_cache
def recipe_model(architecture: str) -> type[Recipe]:
    """The model of an architecture's recipes: every kind that it registers can stand in it.

    Raises:
        UsageError: there is no such architecture.
    """
    return resolved(Recipe, architecture_named(architecture).catalogue())


def with_changes(recipe: Recipe, changes: Mapping[str, Any]) -> Recipe:
    """A copy with values replaced by dotted name, checked anew.

    Names are `seed`, `network.dimension`, `stages.adapt.optimisers.all.rate`; of a recipe with one
    stage also `objective.m2`, `epochs`, `optimiser.rate`.

    Raises:
        UsageError: no such value in this recipe, or one that does not fit.
    """
    data = recipe.model_dump(mode="json")
    for name, value in changes.items():
        _change(data, name, value, one_stage=len(recipe.stages) == 1)
    try:
        return recipe_from(data)
    except RecipeError as fault:
        raise UsageError(fault.message, hint=fault.hint) from None


def _change(data: dict[str, Any], name: str, value: Any, *, one_stage: bool) -> None:
    *parents, last = (staged_name(name) if one_stage else name).split(".")
    part: Any = data
    for parent in parents:
        part = _below(part, parent)
    index = _index(part, last) if isinstance(part, list) else None
    if index is not None:
        part[index] = value
    elif isinstance(part, dict) and last in part:
        part[last] = value
    elif one_stage and name in {"clip_norm", "average_decay"}:
        _set_missing(data, name, value)
    else:
        valid = _names(data)
        raise UsageError(f"this recipe has no value {name!r}", hint=nearest(name, valid))


def _set_missing(data: dict[str, Any], name: str, value: Any) -> None:
    """Turn on a limit or an average that the recipe's one stage had turned off."""
    stage = data["stages"][0]
    networks = {"networks": ["backbone"]}
    if name == "average_decay":
        stage["average"] = None if value is None else {"decay": value, **networks}
        return
    for optimiser in stage["optimisers"].values():
        optimiser["clip"] = None if value is None else {"norm": value, **networks}


def _below(part: Any, key: str) -> Any:
    if isinstance(part, list):
        index = _index(part, key)
        return None if index is None else part[index]
    return part.get(key) if isinstance(part, dict) else None


def _index(part: list[Any], key: str) -> int | None:
    """A list's place by number, or by the name of what stands there."""
    if key.isdigit() and int(key) < len(part):
        return int(key)
    names = [item.get("name") if isinstance(item, dict) else None for item in part]
    return names.index(key) if key in names else None


def _names(data: Any, before: str = "") -> list[str]:
    """Dotted names of all values, stages and turns by their own names."""
    if isinstance(data, dict):
        below = [(str(key), value) for key, value in data.items()]
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        below = [(str(item.get("name", at)), item) for at, item in enumerate(data)]
    else:
        return [before]
    return [name for key, value in below for name in _names(value, f"{before}.{key}".strip("."))]


def _check_keys(data: Mapping[str, Any]) -> None:
    """A recipe without stages has all of one stage's settings at the top, and no other."""
    valid = [name for name in Recipe.model_fields if name != "stages"] + list(KEYS)
    for key in data:
        if key not in valid:
            raise RecipeError(f"the key {key!r} is not known here", (key,), nearest(key, valid))
    for key in valid:
        if key not in data:
            raise RecipeError(f"the key {key!r} is missing", (key,), WHOLE)


def _fault(
    error: ValidationError, data: Mapping[str, Any], model: type[Recipe], *, one_stage: bool
) -> RecipeError:
    first = error.errors()[0]
    where = _walked(data, first["loc"])
    written = place_as_written(where) if one_stage else where
    message, hint = first["msg"].removeprefix("Value error, "), None
    name = ".".join(str(part) for part in written)
    if first["type"] == "extra_forbidden":
        message = f"the key {where[-1]!r} is not known here"
        hint = nearest(str(where[-1]), keys_at(model, data, where[:-1]))
    elif first["type"] == "missing":
        message, hint = f"the key {where[-1]!r} is missing", WHOLE
    elif first["type"] == "union_tag_not_found":
        key = str(first["ctx"]["discriminator"]).strip("'")
        message, hint = f"{name}: the key {key!r} is missing", WHOLE
    elif first["type"] == "union_tag_invalid":
        kinds = [kind.strip(" '") for kind in str(first["ctx"]["expected_tags"]).split(",")]
        message = f"{name}: there is no kind {first['ctx']['tag']!r}"
        hint = nearest(str(first["ctx"]["tag"]), kinds)
    elif name:
        message = f"{name}: {message}"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return RecipeError(message + more, written, hint)


def _walked(data: Any, place: tuple[str | int, ...]) -> Place:
    """A place of pydantic's without the names of kinds that it puts between."""
    where: list[str | int] = []
    for at, part in enumerate(place):
        inside = (isinstance(data, dict) and part in data) or (
            isinstance(data, list | tuple) and isinstance(part, int) and part < len(data)
        )
        if inside:
            data = data[part]
            where.append(part)
        elif at == len(place) - 1 and isinstance(data, dict):
            where.append(part)
    return tuple(where)


def _sha256(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
