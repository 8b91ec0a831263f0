"""Pictures of remedies, embedded once each way they are prepared, with the time it takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone
from probe.embedding.similarity import unit_vectors
from probe.pictures.fitting import Fitting, fit_picture
from probe.remedies.case import View
from probe.remedies.remedy import Prepare

Floats = NDArray[np.float64]

BATCH = 32
"""Pictures prepared and embedded at a time: the time a picture is measured over whole batches."""


@dataclass
class RemedyEmbedder:
    """Embeds prepared pictures once each, and knows how long it took a picture.

    Attributes:
        backbone: any backbone.
        fitting: how pictures become its input.
    """

    backbone: Backbone
    fitting: Fitting
    _vectors: dict[tuple[str, str], Floats] = field(default_factory=dict)
    _milliseconds: dict[str, float] = field(default_factory=dict)
    _pictures: dict[str, int] = field(default_factory=dict)

    def vectors(self, views: Sequence[View], recipe: str, prepare: Prepare) -> Floats:
        """Unit vectors `(n, d)` of views prepared in one way, which `recipe` names."""
        missing = {v.image_id: v for v in views if (recipe, v.image_id) not in self._vectors}
        todo = list(missing.values())
        start = time.perf_counter()
        for first in range(0, len(todo), BATCH):
            part = todo[first : first + BATCH]
            fitted = np.stack([fit_picture(prepare(view).picture, self.fitting) for view in part])
            for view, vector in zip(part, unit_vectors(self.backbone, fitted), strict=True):
                self._vectors[recipe, view.image_id] = vector
        spent = 1000 * (time.perf_counter() - start) if todo else 0.0
        self._milliseconds[recipe] = self._milliseconds.get(recipe, 0.0) + spent
        self._pictures[recipe] = self._pictures.get(recipe, 0) + len(todo)
        return np.stack([self._vectors[recipe, view.image_id] for view in views])

    def milliseconds(self, recipes: frozenset[str]) -> float:
        """Of a picture in all these ways together."""
        return sum(self._milliseconds[recipe] / self._pictures[recipe] for recipe in recipes)
