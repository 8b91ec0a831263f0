"""A recipe with values replaced by their dotted names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probe.backbones._training.one_stage import (
    staged_name,
    written_name,
)
from probe.backbones._training.recipe import Recipe, recipe_from
from probe.backbones._training.recipe_fault import RecipeError
from probe.errors import UsageError
from probe.wording import Message, nearest, refusal, wording_of

OWN_VALUES = Message("train-own-values")
"""The next step for a value that does not fit, where no nearer one is known."""

SHORT = ("clip_norm", "average_decay")
"""Settings of one stage that can be set where the recipe turned them off."""


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
        return recipe_from(data, named_as_one_stage=len(recipe.stages) == 1)
    except RecipeError as fault:
        raise UsageError(fault.message, hint=fault.hint or wording_of()(OWN_VALUES)) from None


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
        if parents[-1:] == ["length"] and value is not None:
            _keep_one_length(part, last)
    elif one_stage and name in SHORT:
        _set_missing(data, name, value)
    else:
        valid = _names_that_can_be_set(data, one_stage=one_stage)
        raise refusal(
            UsageError, Message("train-no-value", {"name": repr(name)}), hint=nearest(name, valid)
        )


def _names_that_can_be_set(data: dict[str, Any], *, one_stage: bool) -> list[str]:
    """Names of values, and of what holds them, as `--set` takes them."""
    names = _names(data)
    if not one_stage:
        return names
    return [written_name(dotted) for dotted in names] + ["length", *SHORT]


def _keep_one_length(length: dict[str, Any], unit: str) -> None:
    """A stage is as long as its steps or its epochs say: what is set takes the other's place."""
    for other in {"epochs", "steps"} - {unit}:
        length[other] = None


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
    if key.isdecimal() and len(key) < 10 and int(key) < len(part):
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
