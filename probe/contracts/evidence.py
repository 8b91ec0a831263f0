"""What a backbone that can say where its similarity comes from gives."""

from __future__ import annotations

from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from probe.wording import Message

Floats = NDArray[np.float64]


class PairEvidence(Protocol):
    """What each place of n pairs of pictures adds to their cosine.

    A map and its constant sum to the cosine. `exact` maps do so by the network's own arithmetic;
    `gradient` maps hold smooth factors fixed.
    """

    @property
    def first(self) -> Floats:
        """Maps `(n, h, w)` of the first pictures, in units of similarity."""
        ...

    @property
    def second(self) -> Floats:
        """Maps `(n, h, w)` of the second pictures."""
        ...

    @property
    def constant_first(self) -> Floats:
        """`(n,)`: what belongs to no place of the first pictures (bias terms)."""
        ...

    @property
    def constant_second(self) -> Floats:
        """`(n,)`: the same of the second pictures."""
        ...

    @property
    def cosine(self) -> Floats:
        """`(n,)`, -1..1."""
        ...

    @property
    def kind(self) -> Literal["exact", "gradient"]:
        """How the maps came about."""
        ...

    @property
    def note(self) -> Message | str:
        """What a reader must know; mostly empty."""
        ...


class PointEvidence(Protocol):
    """What each place of one picture adds together with each place of another."""

    @property
    def matrix(self) -> Floats:
        """`(h, w, h2, w2)`: what place and place add together."""
        ...

    @property
    def first(self) -> Floats:
        """`(h, w)`: places of the first picture with the other one's constant."""
        ...

    @property
    def second(self) -> Floats:
        """`(h2, w2)`."""
        ...

    @property
    def constant(self) -> float:
        """Both constants with each other."""
        ...

    @property
    def cosine(self) -> float:
        """The similarity; all parts sum to it."""
        ...

    @property
    def kind(self) -> Literal["exact", "gradient"]:
        """How the map came about."""
        ...

    @property
    def note(self) -> Message | str:
        """What a reader must know; mostly empty."""
        ...
