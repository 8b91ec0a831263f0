"""What all parts of a recipe share: nothing is guessed, nothing is left out, nothing is unknown."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]
"""A probability or a part of a whole, 0 to 1."""

Count = Annotated[int, Field(ge=1)]
"""A whole number above 0."""

Positive = Annotated[float, Field(gt=0)]
"""A number above 0."""

NotNegative = Annotated[float, Field(ge=0)]
"""A number of 0 or more."""

Triple = tuple[float, float, float]
"""One number a channel, red first."""


class RecipePart(BaseModel):
    """A part of a recipe: every field has to be written, so that a recipe tells all of itself."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, allow_inf_nan=False)
