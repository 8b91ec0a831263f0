"""What every kind of data in a recipe shares."""

from __future__ import annotations

from typing import ClassVar

from probe.backbones._training.recipe_part import RecipePart, Share


class DataPart(RecipePart):
    """Base of what stands under `data` in a recipe.

    Attributes:
        kind: which.
        share_of_people: of each set, drawn with `share_seed`; a smaller share lies within a larger.
        share_of_pictures: of each person, likewise.
        share_seed: of both.
    """

    kind: str
    share_of_people: Share = 1.0
    share_of_pictures: Share = 1.0
    share_seed: int = 0
    renders: ClassVar[bool] = False
