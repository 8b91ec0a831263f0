"""The grid of crossed factors, and the contrasts that ask it for main effects and interactions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from math import prod

import numpy as np

from probe.errors import ComparisonError
from probe.protocol.model import Factor, Protocol
from probe.statistics.jackknife import Floats, Integers
from probe.wording import Message, refusal


@dataclass(frozen=True, eq=False)
class Contrast:
    """A question to the conditions: weights that sum to zero.

    Attributes:
        axes: names of the factors it is about: one for a main effect, two for an interaction.
        levels: level keys that are set against the standard ones, one an axis; empty for the
            factor as a whole.
        weights: `(C,)` of the conditions.
    """

    axes: tuple[str, ...]
    levels: tuple[str, ...]
    weights: Floats


@dataclass(frozen=True, eq=False)
class Grid:
    """Every condition of a protocol by its level of every factor (the series is one too).

    Attributes:
        axes: the factors, then the series.
        codes: `(C, axes)` number of the level, in the order of the factor.
        standard: index of the standard condition.
    """

    axes: tuple[Factor, ...]
    codes: Integers
    standard: int

    @property
    def conditions(self) -> int:
        """Number of conditions, C."""
        return len(self.codes)

    def weights(self, by_axis: dict[str, Floats]) -> Floats:
        """Weights `(C,)` from weights of the levels of some axes; the other axes are averaged."""
        parts = []
        for at, axis in enumerate(self.axes):
            count = len(axis.levels)
            levels = by_axis.get(axis.name, np.full(count, 1 / count))
            parts.append(levels[self.codes[:, at]])
        return np.asarray(np.prod(parts, axis=0), np.float64)

    def effects(self) -> list[Contrast]:
        """Every level but the standard one against it, averaged over the other factors."""
        return [
            Contrast((axis.name,), (key,), self.weights({axis.name: step(axis, key)}))
            for axis in self.axes
            for key in others(axis)
        ]

    def whole(self) -> list[Contrast]:
        """One interaction a pair of factors: how the change along one depends on the other."""
        return [
            Contrast(
                (a.name, b.name), (), self.weights({a.name: direction(a), b.name: direction(b)})
            )
            for a, b in combinations(self.axes, 2)
        ]

    def single(self) -> list[Contrast]:
        """One interaction a pair of levels: y(a, b) - y(a0, b) - y(a, b0) + y(a0, b0)."""
        return [
            Contrast(
                (a.name, b.name),
                keys,
                self.weights({x.name: step(x, k) for x, k in zip((a, b), keys, strict=True)}),
            )
            for a, b in combinations(self.axes, 2)
            for keys in product(others(a), others(b))
        ]

    def axis(self, name: str) -> Factor:
        """The factor or series of this name."""
        return next(axis for axis in self.axes if axis.name == name)


def grid_of(protocol: Protocol) -> Grid:
    """The grid of a protocol.

    Raises:
        ComparisonError: fewer than two factors (a series counts as one).
    """
    axes = protocol.axes
    if len(axes) < 2:
        raise refusal(
            ComparisonError,
            Message("statistics-one-factor", {"protocol": repr(protocol.name)}),
            hint=Message("statistics-second-factor"),
        )
    numbers = [{level.key: n for n, level in enumerate(axis.levels)} for axis in axes]
    codes = [
        [number[key] for number, key in zip(numbers, _keys(protocol, at), strict=True)]
        for at in range(len(protocol.conditions))
    ]
    assert len(codes) == prod(len(axis.levels) for axis in axes)
    return Grid(axes, np.array(codes, np.int64), protocol.standard.index)


def _keys(protocol: Protocol, at: int) -> tuple[str, ...]:
    condition = protocol.conditions[at]
    return (*condition.levels, condition.series) if protocol.series else condition.levels


def others(axis: Factor) -> list[str]:
    """Keys of the levels but the standard one."""
    return [level.key for level in axis.levels if level.key != axis.standard_key]


def step(axis: Factor, key: str) -> Floats:
    """Weights `(levels,)` of one level against the standard one."""
    return indicator(axis, key) - indicator(axis, axis.standard_key)


def indicator(axis: Factor, key: str) -> Floats:
    """1 at one level, 0 elsewhere, `(levels,)`."""
    return np.array([float(level.key == key) for level in axis.levels])


def direction(axis: Factor) -> Floats:
    """Weights `(levels,)` of the change along a factor as a whole.

    Ordered: the least-squares line from the lowest to the highest level. Nominal and circular: the
    mean of the other levels against the standard one.
    """
    if axis.scale.rises:
        values = np.array([float(level.value) for level in axis.levels])
        centred = values - values.mean()
        return np.asarray(centred * (values[-1] - values[0]) / (centred @ centred), np.float64)
    standard = indicator(axis, axis.standard_key)
    return np.asarray((1 - standard) / (len(standard) - 1) - standard, np.float64)
