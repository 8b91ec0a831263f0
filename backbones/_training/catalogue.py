"""Models of recipes in which every registered kind of a catalogue can stand.

A model says `sampler: Annotated[Sampler, Registered("samplers")]`; here it becomes a model whose
field takes the samplers of a catalogue, told apart by `kind`, so that mistakes are found with their
place and the nearest valid name.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from inspect import isclass
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import Field, create_model

from probe.backbones._training.recipe_part import RecipePart, Registered

Model = TypeVar("Model", bound=RecipePart)
Catalogue = Mapping[str, Mapping[str, type[RecipePart]]]

TAGS = {"steps": "step"}
"""Family -> key that tells its kinds apart; `kind` for all others."""


def resolved(model: type[Model], catalogue: Catalogue) -> type[Model]:
    """The model with every `Registered` field taking the kinds of the catalogue."""
    changed: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        marks = [mark for mark in field.metadata if isinstance(mark, Registered)]
        kinds = _union(marks[0], catalogue) if marks else _replaced(field.annotation, catalogue)
        if kinds is not field.annotation:
            changed[name] = (kinds, ... if field.is_required() else field.default)
    if not changed:
        return model
    made: type[Model] = create_model(model.__name__, __base__=model, __module__=__name__, **changed)
    return made


def keys_at(model: Any, data: Any, where: tuple[str | int, ...]) -> list[str]:
    """The keys that are valid in the mapping at a place; empty where it takes any."""
    here = _chosen(model, data)
    if not where:
        return list(here.model_fields) if isclass(here) and issubclass(here, RecipePart) else []
    if isclass(here) and issubclass(here, RecipePart):
        field = here.model_fields.get(str(where[0]))
        below: Any = None if field is None else _with_tags(field)
    else:
        arguments = get_args(here)
        below = arguments[-1] if get_origin(here) is dict else arguments[0] if arguments else None
    return keys_at(below, data[where[0]], where[1:]) if below is not None else []


def _with_tags(field: Any) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _chosen(model: Any, data: Any) -> Any:
    """The member of a union that the data are meant for."""
    while get_origin(model) is Annotated:
        model = get_args(model)[0]
    if get_origin(model) not in (Union, types.UnionType):
        return model
    members = [_chosen(member, data) for member in get_args(model)]
    for member in members:
        tags = {str(data.get(tag)) for tag in ("kind", "step")} if isinstance(data, dict) else set()
        if isclass(member) and issubclass(member, RecipePart) and _kind(member) in tags:
            return member
    fitting = [member for member in members if get_origin(member) is type(data)]
    return fitting[0] if fitting else members[0]


def _kind(model: type[RecipePart]) -> str:
    for tag in ("kind", "step"):
        field = model.model_fields.get(tag)
        if field is not None and get_origin(field.annotation) is Literal:
            return str(get_args(field.annotation)[0])
    return ""


def _union(mark: Registered, catalogue: Catalogue) -> Any:
    kinds = [
        resolved(model, catalogue)
        for kind, model in catalogue[mark.family].items()
        if kind not in mark.without
    ]
    if len(kinds) == 1:
        return kinds[0]
    return Annotated[Union[tuple(kinds)], Field(discriminator=TAGS.get(mark.family, "kind"))]  # noqa: UP007


def _replaced(annotation: Any, catalogue: Catalogue) -> Any:
    if get_origin(annotation) is Annotated:
        marks = [mark for mark in get_args(annotation)[1:] if isinstance(mark, Registered)]
        return _union(marks[0], catalogue) if marks else annotation
    if isclass(annotation) and get_origin(annotation) is None:
        part = issubclass(annotation, RecipePart)
        return resolved(annotation, catalogue) if part else annotation
    arguments = get_args(annotation)
    replaced = tuple(_replaced(argument, catalogue) for argument in arguments)
    if replaced == arguments:
        return annotation
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return Union[replaced]  # noqa: UP007
    return origin[replaced]
