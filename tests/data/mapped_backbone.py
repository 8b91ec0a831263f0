"""Backbones for tests: one whose evidence is known exactly, one whose maps fail, a pair scorer."""

from types import SimpleNamespace

import numpy as np

from probe.contracts import BackboneCard, BackboneSpec
from probe.errors import BackboneError

ROWS, COLUMNS = 8, 4
SIZE = (64, 32)


def cells(images):
    """Mean colour of every cell, centred: `(n, cells, 3)`."""
    x = images.astype(float) / 255 - 0.5
    n, h, w, _ = x.shape
    return x.reshape(n, ROWS, h // ROWS, COLUMNS, w // COLUMNS, 3).mean((2, 4)).reshape(n, -1, 3)


class Mapped:
    """The feature is a sum over cells: every cell's colour through a matrix of its own."""

    def __init__(self, card):
        self.card = card
        self.weights = np.random.default_rng(3).normal(size=(ROWS * COLUMNS, 3, 16))
        self.bias = np.random.default_rng(4).normal(size=16)

    def by_place(self, images):
        return np.einsum("npc,pcd->npd", cells(images), self.weights)

    def embed(self, images):
        return (self.by_place(images).sum(1) + self.bias).astype(np.float32)

    def attend(self, first, second):
        a, b = self.by_place(first), self.by_place(second)
        f, g = a.sum(1) + self.bias, b.sum(1) + self.bias
        scale = 1 / (np.linalg.norm(f, axis=1) * np.linalg.norm(g, axis=1))
        grid = (-1, ROWS, COLUMNS)
        return SimpleNamespace(
            first=(np.einsum("npd,nd->np", a, g) * scale[:, None]).reshape(grid),
            second=(np.einsum("npd,nd->np", b, f) * scale[:, None]).reshape(grid),
            constant_first=g @ self.bias * scale,
            constant_second=f @ self.bias * scale,
            cosine=(f * g).sum(1) * scale,
            kind="exact",
            note="",
        )

    def attend_points(self, first, second):
        a, b = self.by_place(first[None])[0], self.by_place(second[None])[0]
        f, g = a.sum(0) + self.bias, b.sum(0) + self.bias
        scale = 1 / (np.linalg.norm(f) * np.linalg.norm(g))
        grid = (ROWS, COLUMNS)
        return SimpleNamespace(
            matrix=(a @ b.T * scale).reshape(*grid, *grid),
            first=(a @ self.bias * scale).reshape(grid),
            second=(b @ self.bias * scale).reshape(grid),
            constant=float(self.bias @ self.bias * scale),
            cosine=float(f @ g * scale),
            kind="exact",
            note="",
        )


class Broken(Mapped):
    """Its vectors are fine, its maps are not."""

    def attend(self, first, second):
        raise BackboneError("the maps of this network cannot be made")


class Scorer:
    """Scores pairs by the distance of their mean colours; it has no feature."""

    def __init__(self, card):
        self.card = card

    def score(self, first, second):
        a, b = (cells(x).reshape(len(x), -1) for x in (first, second))
        return (1 - np.abs(a - b).mean(1)).astype(np.float32)


def _spec(name, kind):
    demonstration = "demonstration only" if name == "mapped" else ""
    card = BackboneCard(name, input_size=SIZE, needs_weights=False, demonstration=demonstration)
    return BackboneSpec(cards=(card,), load=lambda card, weights, runtime: kind(card))


mapped = _spec("mapped", Mapped)
broken = _spec("broken", Broken)
scorer = _spec("scorer", Scorer)
