"""How a model is opened, and what its folder registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from probe.contracts.card import BackboneCard
from probe.contracts.model import Backbone, PairScorer
from probe.wording import Message


@dataclass(frozen=True)
class Runtime:
    """How networks are to be run on this machine; none of it may change a vector beyond 1e-5,
    but `precision`, which is the user's choice and part of the embeddings' digest.

    Attributes:
        device: `auto`, `cpu`, `cuda`, `cuda:1`, `mps`.
        engine: `auto` takes the fastest that agrees with the eager network.
        precision: `float32`, or `bfloat16` when asked for.
        threads: CPU threads a network may use; 0 leaves it to the machine.
        cache: folder for exported graphs and what models say of themselves; None keeps nothing.
    """

    device: str = "auto"
    engine: Literal["auto", "torch", "onnxruntime", "openvino"] = "auto"
    precision: Literal["float32", "bfloat16"] = "float32"
    threads: int = 0
    cache: Path | None = None


class BackboneLoader(Protocol):
    """Opens a backbone: imports its framework inside, reads the weights, returns it ready."""

    def __call__(
        self, card: BackboneCard, weights: Path | None, runtime: Runtime
    ) -> Backbone | PairScorer:
        """Load the network of `card` with the weights file (None where the card needs none).

        Raises:
            CheckpointError: the weights do not fit; the message says what was found.
        """
        ...


class CardMaker(Protocol):
    """Builds the card of one network of an open-ended family."""

    def __call__(
        self, argument: str, options: Mapping[str, str | int | float | bool] = ..., /
    ) -> BackboneCard:
        """The card of `PREFIX:ARGUMENT`; `options` are those that a card file states of it.

        Raises:
            BackboneError: there is no such network, or it needs an option that is not stated.
        """
        ...


@dataclass(frozen=True)
class BackboneSpec:
    """What a folder of `backbones` (or a third party) registers: cards and how to load them.

    Attributes:
        cards: the cards this architecture ships, the first being the default one.
        load: opens one of them.
        prefix: for open-ended families (`timm`, `onnx`): `PREFIX:ARGUMENT` names one of them.
        from_argument: builds the card of `PREFIX:ARGUMENT`.
        argument: what ARGUMENT is: `NAME` or `FILE`; a card file writes a file from its own folder.
        example: one, for messages.
    """

    cards: tuple[BackboneCard, ...]
    load: BackboneLoader
    prefix: str = ""
    from_argument: CardMaker | None = None
    argument: str = "NAME"
    example: str = ""


@dataclass(frozen=True)
class FileReadings:
    """What a weights file may be that was given without the network it is for.

    Attributes:
        looks: what it looks like, as a part of a sentence.
        given: what may stand behind `--backbone` to run it, the likeliest first; `timm:NAME=FILE`
            where the name has to be filled in.
        advice: what to do, in a sentence.
        sure: whether it can only be meant as the first of `given`.
    """

    looks: Message
    given: tuple[str, ...]
    advice: Message
    sure: bool
