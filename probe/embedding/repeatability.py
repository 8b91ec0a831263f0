"""Whether a model gives a picture one vector, a pair one score: alone, among others, and again."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer, Pictures
from probe.contracts.vector_error import of_picture
from probe.errors import BackboneError, VectorError
from probe.wording import Message, refusal

TOLERANCE = {"float32": 1e-2, "bfloat16": 5e-2}
"""Largest share of a vector's largest value by which it may differ (ours): far above what
the order of sums changes, far below what batch norm in training mode or dropout do."""

SMALLEST = 1e-4
"""Share of the range of scores below which they are not told apart (ours): what a float32 loses
where large numbers are subtracted."""

_SEED = 20
_GRID = 8


def check_repeatable(backbone: Backbone) -> None:
    """Run a model on three made pictures: all at once, again, and the first alone.

    Raises:
        BackboneError: its vectors depend on the other pictures of the batch, or on chance.
    """
    pictures = made_pictures(backbone.card.input_size)
    together = _vectors(backbone, pictures)
    again = _vectors(backbone, pictures)
    alone = _vectors(backbone, pictures[:1])
    if together.shape != again.shape or together.shape[1:] != alone.shape[1:]:
        return  # Of another shape every time: refused where its vectors are used.
    limit = TOLERANCE[backbone.precision] * max(float(np.abs(together).max(initial=0)), 1e-30)
    _check(backbone.card.name, "picture", (together, again, alone), limit)


def check_repeatable_scores(scorer: PairScorer) -> None:
    """Run a pair scorer on three pairs of made pictures: all at once, again, and the first alone.

    Raises:
        BackboneError: its scores depend on the other pairs of the batch, or on chance.
    """
    pictures = made_pictures(scorer.card.input_size)
    together = made_scores(scorer, pictures, 3)
    again = made_scores(scorer, pictures, 3)
    alone = made_scores(scorer, pictures, 1)
    if together.shape != again.shape or together.shape[1:] != alone.shape[1:]:
        return
    least, most = scorer.card.score_range or (0.0, 1e-26)
    largest = max(float(np.abs(together).max(initial=0)), SMALLEST * (most - least))
    limit = TOLERANCE[scorer.precision] * largest
    _check(scorer.card.name, "pair", (together, again, alone), limit)


def _check(
    name: str,
    of: Literal["pair", "picture"],
    runs: tuple[NDArray[np.float64], ...],
    limit: float,
) -> None:
    together, again, alone = runs
    if _apart(together, again) > limit:
        raise refusal(
            BackboneError,
            Message("embedding-not-repeatable", {"of": of}),
            place=name,
            hint=Message("embedding-export-eval"),
        )
    if _apart(together[:1], alone) > limit:
        raise refusal(
            BackboneError,
            Message("embedding-batch-decides", {"of": of}),
            place=name,
            hint=Message("embedding-export-after-eval"),
        )


def made_pictures(size: tuple[int, int], count: int = 3) -> Pictures:
    """Pictures `uint8 (count, *size, 3)` of coarse and fine noise, the same every time.

    Args:
        size: height and width.
        count: how many.
    """
    drawn = np.random.default_rng(_SEED)
    coarse = drawn.integers(40, 216, (count, _GRID, _GRID, 3))
    rows = np.arange(size[0]) * _GRID // size[0]
    columns = np.arange(size[1]) * _GRID // size[1]
    fine = drawn.integers(-20, 20, (count, *size, 3))
    drawn_pictures: Pictures = np.clip(coarse[:, rows][:, :, columns] + fine, 0, 255).astype(
        np.uint8
    )
    return drawn_pictures


def _vectors(backbone: Backbone, pictures: Pictures) -> NDArray[np.float64]:
    try:
        return np.asarray(backbone.embed(pictures), np.float64)
    except VectorError as error:
        raise of_picture(error, Message("embedding-made-picture")) from None


def made_scores(scorer: PairScorer, pictures: Pictures, count: int) -> NDArray[np.float64]:
    """Scores `float64 (count,)` of the first pairs of a picture and the next.

    Args:
        scorer: gives them.
        pictures: `uint8 (n, h, w, 3)` at its input size.
        count: pairs, `n` at most.
    """
    first = scorer.prepare(pictures[:count])
    second = scorer.prepare(np.roll(pictures, -1, axis=0)[:count])
    return np.asarray(scorer.score(first, second), np.float64)


def _apart(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Largest difference; what is not finite is refused with the picture's name later."""
    apart = np.abs(first - second)
    return float(apart[np.isfinite(apart)].max(initial=0))
