"""What all parts of a recipe share: nothing is guessed and nothing is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from probe.files.misfit import UnfitError
from probe.wording import Message

Share = Annotated[float, Field(ge=0, le=1)]
"""A probability or a part of a whole, 0 to 1."""

Count = Annotated[int, Field(ge=1)]
"""A whole number above 0."""

Side = Annotated[int, Field(ge=1, le=4096)]
"""Height or width of pictures in pixels, within what a card file takes."""

Positive = Annotated[float, Field(gt=0)]
"""A number above 0."""

NotNegative = Annotated[float, Field(ge=0)]
"""A number of 0 or more."""


def _by_language(given: object) -> object:
    """A text by itself is English."""
    if isinstance(given, str):
        return {"en": given}
    if isinstance(given, dict) and given and all(isinstance(text, str) for text in given.values()):
        return given
    raise UnfitError(Message("protocol-text-languages"))


Texts = Annotated[dict[str, str], BeforeValidator(_by_language)]
"""A text, or one for each code of a language."""

Triple = tuple[float, float, float]
"""One number a channel, red first."""


class RecipePart(BaseModel):
    """A part of a recipe.

    Every number that decides a training has to be written. A mechanism that a recipe does not use
    (frozen networks, turns, a start from another training) may be left out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, allow_inf_nan=False)


@dataclass(frozen=True)
class Registered:
    """Marks a field whose value is one of the registered kinds of a family.

    `sampler: Annotated[Sampler, Registered("samplers")]` takes every sampler that the catalogue of
    the recipe's architecture holds.

    Attributes:
        family: its name in the catalogue.
        without: kinds that this field does not take.
    """

    family: str
    without: tuple[str, ...] = ()
