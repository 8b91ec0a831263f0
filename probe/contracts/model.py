"""What a study uses of a model: a backbone gives vectors, a pair scorer gives scores.

Only `card` and `embed` (or `score`) must be written; everything else has a default here. A model
declares by a property, by an attribute of its class, or by setting one in `__init__`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.contracts.card import BackboneCard
from probe.contracts.evidence import PairEvidence, PointEvidence
from probe.wording import Message

Pictures = NDArray[np.uint8]
"""RGB pictures, `uint8 (n, h, w, 3)`."""

Vectors = NDArray[np.float32]
"""Feature vectors, `float32 (n, d)`, not normalised."""

Scores = NDArray[np.float32]
"""Scores of pairs of pictures, `float32 (n,)`; higher means more alike."""

BATCH = 32
"""Pictures handed over at a time where a model does not say: ours, little memory on any machine."""


if TYPE_CHECKING:
    declared = property
else:

    class declared:  # noqa: N801 (used as `property` is)
        """A property whose value a subclass may also set in its `__init__`."""

        def __init__(self, default: Any) -> None:
            self.default = default
            self.__doc__ = default.__doc__

        def __get__(self, model: Any, kind: type | None = None) -> Any:
            return self if model is None else self.default(model)


@dataclass(frozen=True)
class VectorPart:
    """A slice of a vector that describes one part of the picture.

    Parts stand in the vector one after another; cosine is over all of them together.

    Attributes:
        name: such as `upper half`, unique in its backbone.
        length: values of the vector it takes.
        top, bottom, left, right: the part of the picture it describes, as fractions 0..1 of the
            picture at the input size.
    """

    name: str
    length: int
    top: float = 0.0
    bottom: float = 1.0
    left: float = 0.0
    right: float = 1.0


class Model:
    """What backbones and pair scorers have in common."""

    @declared
    def card(self) -> BackboneCard:
        """The card of what was loaded, with tag and sha256 filled in; it must be declared."""
        raise AttributeError(f"{type(self).__name__} declares no card")

    @declared
    def precision(self) -> str:
        """What it computes in: `float32`, or `bfloat16` when the user asked for it."""
        return "float32"

    @declared
    def batch(self) -> int:
        """Pictures that are best handed over at a time, at least 1."""
        return BATCH

    @declared
    def engine(self) -> str:
        """What computes, in words: library, version, device."""
        return f"code of {type(self).__module__}"

    @declared
    def notes(self) -> tuple[Message | str, ...]:
        """What a reader of the figures must know: texts, or messages of `probe/wording`; may grow
        while the model runs.
        """
        return ()

    @declared
    def files(self) -> tuple[Path, ...]:
        """Files the figures depend on besides the weights file that was named for it."""
        return ()

    @declared
    def operations(self) -> float | None:
        """Operations of the processor that a picture takes, twice the multiply-adds; None where
        nobody knows, or something else than the processor computes.
        """
        return None


class Backbone(Model, ABC):
    """Turns pictures into vectors."""

    @abstractmethod
    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of pictures `uint8 (n, h, w, 3)` RGB at the card's input size.

        The result for one picture does not depend on the others in the batch.
        """

    @declared
    def parts(self) -> tuple[VectorPart, ...]:
        """The parts of a vector, in order; empty for a vector that is one piece."""
        return ()

    def forget_pictures(self) -> None:
        """Forget what `notes` would say of pictures so far: they were a check's, not a study's."""

    def attend(self, first: Pictures, second: Pictures) -> PairEvidence | None:
        """What each place of n pairs adds to their cosine; None: ask by occlusion instead."""
        return None

    def attend_parts(self, first: Pictures, second: Pictures) -> tuple[PairEvidence, ...] | None:
        """What each of `parts` adds to the cosine of n pairs; None: it has no parts or cannot say.

        The `cosine` of a part's evidence is its share of the cosine of the whole vectors: the
        shares of all parts sum to it.
        """
        return None

    def attend_points(
        self, first: NDArray[np.uint8], second: NDArray[np.uint8]
    ) -> PointEvidence | None:
        """What each place of one picture adds with each of another, `uint8 (h, w, 3)`; or None."""
        return None

    def scrambled(self, seed: int = 0) -> Backbone | None:
        """The same network with its weights shuffled, to test its evidence maps; None: it cannot.

        Args:
            seed: of the shuffle.
        """
        return None


class PairScorer(Model, ABC):
    """Scores pairs of pictures directly (a pairwise verification network)."""

    @declared
    def symmetric(self) -> bool:
        """Whether `score(a, b)` is `score(b, a)`; else both are taken, and their mean counts."""
        return False

    def prepare(self, pictures: Pictures) -> Any:
        """What is computed once a picture: the two-tower part of the network.

        Args:
            pictures: `uint8 (n, h, w, 3)` RGB at the card's input size.

        Returns:
            An array or tensor whose first axis is the pictures. By default the pictures themselves.
        """
        return pictures

    @abstractmethod
    def score(self, first: Any, second: Any) -> Scores:
        """Scores `float32 (n,)` of n pairs, higher meaning more alike.

        Args:
            first: n entries of what `prepare` gave.
            second: n entries of what `prepare` gave, the pictures they are compared with.
        """


def part_slices(parts: tuple[VectorPart, ...]) -> Mapping[str, slice]:
    """Name of a part -> its place in the vector, in order."""
    slices: dict[str, slice] = {}
    start = 0
    for part in parts:
        slices[part.name] = slice(start, start + part.length)
        start += part.length
    return slices
