"""A recipe: everything that decides a training."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from probe.backbones._training.catalogue import resolved
from probe.backbones._training.data_part import DataPart
from probe.backbones._training.objective import NetworkShape
from probe.backbones._training.one_stage import (
    KEYS,
    is_one_stage,
    staged,
)
from probe.backbones._training.recipe_fault import WHOLE, RecipeError, fault_of
from probe.backbones._training.recipe_part import RecipePart, Registered, Texts
from probe.backbones._training.registry import architecture_named
from probe.backbones._training.stage import Stage
from probe.errors import ProbeError
from probe.wording import Message, Translated, nearest, wording_of


class Recipe(RecipePart):
    """Everything that decides a training; see the parts for their meaning.

    Attributes:
        name: of the weights, `architecture.tag`.
        summary: one line for people, in one language or in several.
        architecture: a folder of `backbones` with a module `train`, or one of a third party.
        seed: of weights, order and augmentation.
        data: what is learnt from.
        network: the shape of its networks.
        stages: one after another, over the same networks.
    """

    name: str
    summary: Texts
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
                raise ValueError(wording_of().text("train-two-stages", stage=repr(stage.name)))
            for start in stage.start_from:
                if start.training is None and start.stage not in earlier:
                    raise ValueError(
                        wording_of().text(
                            "train-no-earlier-stage",
                            stage=repr(stage.name),
                            start=repr(start.stage),
                            near=nearest(str(start.stage), earlier),
                        )
                    )
            earlier.append(stage.name)
        return self

    def summary_in(self, language: str) -> str:
        """The line for people in a language, in English, or in the first language there is."""
        return Translated(self.summary).language(language)

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


def recipe_from(data: Mapping[str, Any], *, named_as_one_stage: bool = False) -> Recipe:
    """The recipe of plain data, with `stages` or with one stage's settings at the top.

    Args:
        data: of the recipe.
        named_as_one_stage: errors name values as a recipe of one stage writes them, though `data`
            has `stages`.

    Raises:
        RecipeError: something in it does not fit.
    """
    name = data.get("architecture")
    if not isinstance(name, str):
        raise RecipeError(_missing("architecture"), ("architecture",), WHOLE)
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
        raise fault_of(error, whole, model, one_stage=one_stage or named_as_one_stage) from None


@lru_cache
def recipe_model(architecture: str) -> type[Recipe]:
    """The model of an architecture's recipes: every kind that it registers can stand in it.

    Raises:
        UsageError: there is no such architecture.
    """
    return resolved(Recipe, architecture_named(architecture).catalogue())


def _check_keys(data: Mapping[str, Any]) -> None:
    """A recipe without stages has all of one stage's settings at the top, and no other."""
    valid = [name for name in Recipe.model_fields if name != "stages"] + list(KEYS)
    for key in data:
        if key not in valid:
            raise RecipeError(
                Message("train-key-unknown", {"key": repr(key)}), (key,), nearest(key, valid)
            )
    for key in valid:
        if key not in data:
            raise RecipeError(_missing(key), (key,), WHOLE)


def _missing(key: str) -> Message:
    return Message("train-key-missing", {"key": repr(key)})


def _sha256(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
