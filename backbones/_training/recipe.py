"""A recipe: everything that decides a training, in one YAML file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, Field, ValidationError, model_validator

from probe.backbones._training.augmentation import Augmentation, Step
from probe.backbones._training.optimisation import Optimiser
from probe.backbones._training.recipe_part import Count, NotNegative, Positive, RecipePart, Share
from probe.backbones._training.rendered import RenderedTracks
from probe.backbones._training.sampler import Sampler
from probe.backbones._training.schedule import Schedule
from probe.errors import UsageError, YamlError, nearest
from probe.files.strict_yaml import YamlFile, load_yaml
from probe.pictures.data_sets import LAYOUTS

Stages = tuple[Count, Count, Count, Count]


class DataFolder(RecipePart):
    """A data set of a known form; its folder is named on the command line (`--data FORM=DIR`).

    Attributes:
        kind: `folder`.
        forms: the forms that this recipe can take.
        all_parts: also train on the query and gallery part (as some joint trainings did; figures on
            these parts then mean nothing).
    """

    kind: Literal["folder"]
    forms: tuple[str, ...]
    all_parts: bool

    @model_validator(mode="after")
    def _known(self) -> DataFolder:
        for form in self.forms:
            if form not in LAYOUTS.names():
                raise ValueError(
                    f"the form {form!r} is not known; {nearest(form, LAYOUTS.names())}"
                )
        return self


class IResNetShape(RecipePart):
    """iResNet: blocks and channels of its stages, and the length of the feature."""

    kind: Literal["iresnet"]
    blocks: Stages
    widths: Stages
    dimension: Count


class ResNetShape(RecipePart):
    """Bottleneck ResNet: blocks and inner channels of its stages, and the last stride."""

    kind: Literal["resnet"]
    blocks: Stages
    widths: Stages
    last_stride: Literal[1, 2]


class MarginObjective(RecipePart):
    """Identities told apart with an angular margin.

    Attributes:
        kind: `margin`.
        form: `combined` is the study's equation 1; `arcface` and `cosface` are insightface's.
        scale: s.
        m1: times the angle.
        m2: plus the angle, in radians.
        m3: minus the cosine.
        gradient: `insightface` goes straight through the angular margin; `exact` is the derivative.
        centre_spread: standard deviation of the class centres at the start.
    """

    kind: Literal["margin"]
    form: Literal["combined", "arcface", "cosface"]
    scale: Positive
    m1: Positive
    m2: NotNegative
    m3: NotNegative
    gradient: Literal["insightface", "exact"]
    centre_spread: Positive

    @model_validator(mode="after")
    def _of_its_form(self) -> MarginObjective:
        if self.form == "arcface" and (self.m1, self.m3) != (1.0, 0.0):
            raise ValueError("arcface has m1: 1.0 and m3: 0.0; with others it is 'combined'")
        if self.form == "cosface" and (self.m1, self.m2) != (1.0, 0.0):
            raise ValueError("cosface has m1: 1.0 and m2: 0.0; with others it is 'combined'")
        return self


class ContrastObjective(RecipePart):
    """MoCo v2: a picture told apart from all others without labels.

    Attributes:
        kind: `contrast`.
        temperature: divides the cosines (the study says .07; LUPerson used .1; MoCo v2 .2).
        momentum: share of the key encoder kept by each step.
        queue: keys kept.
        groups: parts of a batch that batch norms see by themselves. Several GPUs are groups; one
            process needs some, or it may recognise the batch instead of the picture.
        head: widths of the two linear layers of the MLP head; the first 0 means as the feature.
    """

    kind: Literal["contrast"]
    temperature: Positive
    momentum: Share
    queue: Count
    groups: Count
    head: tuple[int, Count]


Network = Annotated[IResNetShape | ResNetShape, Field(discriminator="kind")]
Objective = Annotated[MarginObjective | ContrastObjective, Field(discriminator="kind")]
DataPart = Annotated[RenderedTracks | DataFolder, Field(discriminator="kind")]


class Recipe(RecipePart):
    """Everything that decides a training; see the parts for their meaning.

    Attributes:
        name: of the weights, `architecture.tag`.
        summary: one line for people.
        architecture: folder of `backbones` whose `train` module builds the network.
        seed: of weights, order and augmentation.
        epochs: how many.
        data: what is learnt from.
        network: its shape.
        objective: what is learnt.
        sampler: what makes a batch.
        augmentation: steps in order.
        optimiser: with the base rate.
        schedule: of the rate.
        clip_norm: largest gradient norm of the backbone; null for no limit.
        average_decay: of the exponential moving average that is shipped instead of the last
            weights; null for none.
        precision: `float32`, or automatic mixed precision with `bfloat16` or `float16`.
    """

    name: str
    summary: str
    architecture: str
    seed: Annotated[int, Field(ge=0)]
    epochs: Count
    data: DataPart
    network: Network
    objective: Objective
    sampler: Sampler
    augmentation: tuple[Step, ...]
    optimiser: Optimiser
    schedule: Schedule
    clip_norm: Positive | None
    average_decay: Share | None
    precision: Literal["float32", "bfloat16", "float16"]

    @model_validator(mode="after")
    def _steps_in_order(self) -> Recipe:
        self.steps  # noqa: B018 - the parts check each other
        return self

    @property
    def steps(self) -> Augmentation:
        """The augmentation, its order checked."""
        return Augmentation(steps=self.augmentation)

    def digest(self) -> str:
        """Hex sha256 over everything that decides the training."""
        told = self.model_dump(mode="json", exclude={"summary"})
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


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
        return Recipe.model_validate(file.data)
    except ValidationError as error:
        raise _explained(error, file) from None


def with_changes(recipe: Recipe, changes: Mapping[str, Any]) -> Recipe:
    """A copy with values replaced by dotted name, `{"objective.m2": 0.25}`, checked anew.

    Raises:
        UsageError: no such value in this recipe, or one that does not fit.
    """
    told = recipe.model_dump(mode="json")
    for name, value in changes.items():
        *parents, last = name.split(".")
        part = told
        for parent in parents:
            part = part.get(parent, {}) if isinstance(part, dict) else {}
        if not isinstance(part, dict) or last not in part:
            raise UsageError(f"this recipe has no value {name!r}", hint=nearest(name, told))
        part[last] = value
    try:
        return Recipe.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _explained(error: ValidationError, file: YamlFile) -> YamlError:
    first = error.errors()[0]
    where = tuple(part for part in first["loc"] if part not in _TAGS)
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    told, hint = first["msg"].removeprefix("Value error, "), None
    if first["type"] == "extra_forbidden":
        told = f"the key {where[-1]!r} is not known here"
        hint = nearest(str(where[-1]), _keys_beside(file.data, where[:-1]))
    elif first["type"] == "missing":
        told = f"the key {where[-1]!r} is missing"
        hint = "a recipe states every setting; nothing has a default"
    else:
        name = ".".join(str(part) for part in where)
        told = f"{name}: {told}" if name else told
    return YamlError(told + more, place=file.place(where), hint=hint)


def _members(union: Any) -> dict[str, type[BaseModel]]:
    """Tag -> model of a union told apart by `kind` or `step`."""
    found: dict[str, type[BaseModel]] = {}
    for model in get_args(get_args(union)[0]):
        told = model.model_fields.get("kind") or model.model_fields["step"]
        found[str(get_args(told.annotation)[0])] = model
    return found


_MODELS: Mapping[str, Mapping[str, type[BaseModel]]] = {
    "data": _members(DataPart),
    "network": _members(Network),
    "objective": _members(Objective),
    "sampler": _members(Sampler),
    "optimiser": _members(Optimiser),
    "schedule": _members(Schedule),
    "augmentation": _members(Step),
}
_TAGS = frozenset(tag for members in _MODELS.values() for tag in members)


def _keys_beside(data: Any, where: tuple[str | int, ...]) -> list[str]:
    """The keys that are valid where an unknown one was found."""
    if not where:
        return list(Recipe.model_fields)
    members = _MODELS.get(str(where[0]), {})
    part = data
    for step in where:
        part = part[step]
    tag = str(part.get("kind", part.get("step", "")))
    return list(members[tag].model_fields) if tag in members else []
