"""The judge of `probe generate`: a backbone that says how alike two pictures' people are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.contracts import Backbone, Pictures


@dataclass(frozen=True, eq=False)
class Judge:
    """A backbone that had no part in what is judged.

    Attributes:
        name: of its card.
        model: the backbone.
    """

    name: str
    model: Backbone

    def vectors(self, pictures: Iterable[Pictures]) -> NDArray[np.float32]:
        """Unit vectors `(n, d)` of pictures `uint8 (h, w, 3)` of any sizes."""
        from probe.pictures.fitting import Fitting, fit_picture
        from probe.retrieval import unit_rows

        fitting = Fitting.for_card("card", self.model.card)
        fitted = np.stack([fit_picture(picture, fitting) for picture in pictures])
        return unit_rows(self.model.embed(fitted))

    def cosines(self, made: Iterable[Pictures], true: Iterable[Pictures]) -> NDArray[np.float32]:
        """Cosine `(n,)` of every picture made with the true one."""
        values: NDArray[np.float32] = (self.vectors(made) * self.vectors(true)).sum(1)
        return values


def open_judge(given: str) -> Judge:
    """The judge of a name, as `--backbone` takes it.

    Raises:
        BackboneError: it scores pairs.
    """
    from probe.contracts import Backbone, Runtime
    from probe.embedding.registry import find
    from probe.errors import BackboneError

    model = find(given).load(Runtime())
    if not isinstance(model, Backbone):
        raise refusal(
            BackboneError,
            Message("command-judge-pairs", {"name": given}),
            hint=Message("command-judge-step"),
        )
    return Judge(model.card.name, model)
