"""What does not fit in a recipe: the place in its data, and the next step to take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from probe.backbones._training.catalogue import keys_at
from probe.backbones._training.one_stage import (
    place_as_written,
)
from probe.backbones._training.recipe_part import RecipePart
from probe.errors import UsageError
from probe.files.misfit import misfit_hint, misfit_text
from probe.wording import Message, nearest, wording_of

Place = tuple[str | int, ...]

WHOLE = Message("train-whole")


class RecipeError(UsageError):
    """A recipe that does not fit; `where` is the place in its data.

    Args:
        message: what is wrong.
        where: keys and indices that lead to it.
        hint: the next step to take.
    """

    def __init__(
        self, message: Message | str, where: Place, hint: Message | str | None = None
    ) -> None:
        say = wording_of().either
        super().__init__(say(message), hint=None if hint is None else say(hint))
        self.where = where


def fault_of(
    error: ValidationError, data: Mapping[str, Any], model: type[RecipePart], *, one_stage: bool
) -> RecipeError:
    """The first mistake that pydantic found, as a person reads it.

    Args:
        error: of the validation.
        data: what was validated.
        model: of the architecture's recipes.
        one_stage: the recipe was written with one stage's settings at the top.

    Returns:
        What is wrong, the place as it was written, and the nearest valid name as the hint.
    """
    first = error.errors()[0]
    where = _walked(data, first["loc"])
    written = place_as_written(where) if one_stage else where
    name = ".".join(str(part) for part in written)
    message: Message | str = misfit_text(first, name)
    hint: Message | str | None = misfit_hint(first, keys_at(model, data, where[:-1]))
    if first["type"] == "missing":
        hint = WHOLE
    elif first["type"] == "union_tag_not_found":
        key = str(first["ctx"]["discriminator"]).strip("'")
        message = Message("train-key-missing-in", {"name": name, "key": repr(key)})
        hint = WHOLE
    elif first["type"] == "union_tag_invalid":
        kinds = [kind.strip(" '") for kind in str(first["ctx"]["expected_tags"]).split(",")]
        tag = str(first["ctx"]["tag"])
        message = Message("train-no-kind", {"name": name, "kind": repr(tag)})
        hint = nearest(tag, kinds)
    if (more := error.error_count() - 1) > 0:
        message = Message("train-and-more", {"message": message, "more": more})
    return RecipeError(message, written, hint)


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
        elif at == len(place) - 1 and isinstance(data, dict | list | tuple):
            where.append(part)  # what is missing: a key, or a value behind the last of a list
    return tuple(where)
