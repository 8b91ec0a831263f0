"""Whether a map tells the truth about its backbone: deletion, insertion, and a random network.

Deletion and insertion: Petsiuk et al., BMVC 2018 (arXiv 1806.07421), on pairs. If the places a map
calls important are covered first, the similarity must fall sooner than in a random order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer, Pictures
from probe.embedding.similarity import compared_by, similarities
from probe.evidence.occlusion import cell_edges
from probe.pictures.fitting import FILL

Floats = NDArray[np.float64]

STEPS = 16
"""Points of a curve after the first (ours): each costs an embedding, and a step is then a row of a
16 x 8 map."""

_BLUR = 8.0
"""Standard deviation of the blur that insertion starts from, in pixels at a picture height of 256
(ours: large parts keep their colour, faces and patterns are gone)."""


@dataclass(frozen=True, eq=False)
class Faithfulness:
    """Curves of n pairs: the cosine while the first picture is taken away or built up.

    Attributes:
        fraction: `(s + 1,)`, share of the picture's cells changed, 0..1.
        deletion: `(n, s + 1)`, cells covered with grey, the strongest evidence first.
        insertion: `(n, s + 1)`, cells put back into a blurred picture, strongest first.
        deletion_random, insertion_random: the same in a random order.
    """

    fraction: Floats
    deletion: Floats
    insertion: Floats
    deletion_random: Floats
    insertion_random: Floats

    def areas(self) -> dict[str, float]:
        """Mean area under each curve; good maps: deletion low, insertion high, against random."""
        curves = ("deletion", "insertion", "deletion_random", "insertion_random")
        return {name: float(self._area(getattr(self, name)).mean()) for name in curves}

    def _area(self, curve: Floats) -> Floats:
        return np.asarray(np.trapezoid(curve, self.fraction, axis=1))


def faithfulness(
    model: Backbone | PairScorer,
    first: Pictures,
    second: Pictures,
    maps: Floats,
    *,
    steps: int = STEPS,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Faithfulness:
    """Deletion and insertion curves of maps of the first pictures.

    Args:
        model: the backbone or pair scorer the maps are about.
        first: `uint8 (n, h, w, 3)`, changed step by step.
        second: `uint8 (n, h, w, 3)`, compared with, unchanged.
        maps: `(n, rows, columns)` of the first pictures.
        steps: pictures on each curve beside the start.
        seed: of the random order.
        progress: told (pairs done, all).
    """
    rng = np.random.default_rng(seed)
    others = compared_by(model, second)
    curves: dict[str, list[Floats]] = {"del": [], "ins": [], "del?": [], "ins?": []}
    for k, picture in enumerate(first):
        strongest = np.argsort(-maps[k].ravel(), kind="stable")
        chance = rng.permutation(maps[k].size)
        bases = (np.full_like(picture, FILL), _blurred(picture))
        for mark, order in (("", strongest), ("?", chance)):
            masks = _growing(order, maps[k].shape, picture.shape[:2], steps)
            for name, start, end in (("del", picture, bases[0]), ("ins", bases[1], picture)):
                shown = np.where(masks[..., None], end, start)
                curves[name + mark].append(similarities(model, shown, others, k))
        if progress:
            progress(k + 1, len(first))
    fraction = np.linspace(0, 1, steps + 1)
    return Faithfulness(fraction, *(np.stack(curves[n]) for n in ("del", "ins", "del?", "ins?")))


def agreement(maps: Floats, others: Floats) -> Floats:
    """Spearman rank correlation `(n,)` of maps `(n, h, w)` with those of another network.

    Of a trained and a random network it should be far from 1: a map that does not change when the
    weights do explains the picture, not the network. NaN where a map is the same everywhere.
    """
    ranks = [_ranks(stack.reshape(len(stack), -1)) for stack in (maps, others)]
    a, b = (rank - rank.mean(1, keepdims=True) for rank in ranks)
    scale = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.asarray((a * b).sum(1) / np.where(scale > 0, scale, np.nan))


def _ranks(values: Floats) -> Floats:
    from scipy.stats import rankdata

    return np.asarray(rankdata(values, axis=1), np.float64)


def _growing(
    order: NDArray[np.intp], grid: tuple[int, ...], size: tuple[int, ...], steps: int
) -> NDArray[np.bool_]:
    """`(steps + 1, h, w)`: which pixels are changed after each step."""
    rank = np.empty(order.size, np.intp)
    rank[order] = np.arange(order.size)
    row = np.repeat(np.arange(grid[0]), np.diff(cell_edges(size[0], grid[0])))
    column = np.repeat(np.arange(grid[1]), np.diff(cell_edges(size[1], grid[1])))
    of_pixel = rank.reshape(grid[0], grid[1])[np.ix_(row, column)]
    limits = np.rint(np.linspace(0, order.size, steps + 1))
    return np.asarray(of_pixel[None] < limits[:, None, None])


def _blurred(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    from scipy.ndimage import gaussian_filter

    width = _BLUR * picture.shape[0] / 256
    soft = gaussian_filter(picture.astype(np.float32), (width, width, 0))
    return cast("NDArray[np.uint8]", np.clip(np.rint(cast("Any", soft)), 0, 255).astype(np.uint8))
