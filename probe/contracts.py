"""What a backbone, a pair scorer and a masker must offer; the cards that describe them.

Pictures cross these contracts as `uint8 (n, h, w, 3)` RGB at the card's input size; vectors come
back `float32 (n, d)`, not normalised. Cosine belongs to the comparison, so that all backbones are
compared alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]
"""RGB pictures, `uint8 (n, h, w, 3)`."""

Vectors = NDArray[np.float32]
"""Feature vectors, `float32 (n, d)`, not normalised."""

Masks = NDArray[np.bool_]
"""Person masks, `bool (n, h, w)`: true where the person is."""

Fit = Literal["letterbox", "stretch", "card"]
Interpolation = Literal["bilinear", "bicubic", "nearest"]


@dataclass(frozen=True)
class BackboneCard:
    """What must be known about a backbone to compare it fairly and to repeat the comparison.

    Attributes:
        architecture: name of the network, such as `osnet_x0_25`.
        tag: name of the weights, such as `msmt17`; empty when there are none to name.
        summary: one line for people.
        input_size: (height, width) in pixels of the pictures it takes.
        mean: per-channel mean, in units of 0..1 pixels, in the order of `channels`.
        std: per-channel standard deviation, same units.
        channels: order the network was trained with; pictures are always handed over as RGB.
        interpolation: resampling used in training (stated; used with fit `card`).
        fit: how pictures were brought to the input size in training (used with fit `card`).
        feature: which layer the vector is, such as `after BN and ReLU`.
        dimension: length of a vector; 0 when it is known only after loading.
        training_data: what the weights were trained on, in words.
        licence: of the weights.
        source: where the definition or the weights come from.
        sha256: of the weights file where it is known.
        url: address the weights can be fetched from; empty where that takes a hand (see source).
        needs_weights: whether a weights file must be named (`--backbone NAME=FILE`).
        demonstration: label for weights that are for demonstration only; empty otherwise.
        options: further settings that change the vectors, by name (last stride, neck, ...).
    """

    architecture: str
    tag: str = ""
    summary: str = ""
    input_size: tuple[int, int] = (256, 128)
    mean: tuple[float, float, float] = (0.485, 0.456, 0.406)
    std: tuple[float, float, float] = (0.229, 0.224, 0.225)
    channels: Literal["RGB", "BGR"] = "RGB"
    interpolation: Interpolation = "bilinear"
    fit: Literal["letterbox", "stretch"] = "stretch"
    feature: str = ""
    dimension: int = 0
    training_data: str = "unknown"
    licence: str = "unknown"
    source: str = ""
    sha256: str = ""
    url: str = ""
    needs_weights: bool = True
    demonstration: str = ""
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """`architecture.tag`, or the architecture alone."""
        return f"{self.architecture}.{self.tag}" if self.tag else self.architecture

    def digest(self) -> str:
        """Hex sha256 of everything that can change a vector: part of every cache key."""
        told = asdict(self)
        for text_only in (
            "summary",
            "tag",
            "training_data",
            "licence",
            "source",
            "url",
            "demonstration",
        ):
            told.pop(text_only)
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def with_changes(self, **changes: Any) -> BackboneCard:
        """A copy with some fields replaced."""
        return replace(self, **changes)


@runtime_checkable
class Backbone(Protocol):
    """Turns pictures into vectors."""

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded, with tag and sha256 filled in."""
        ...

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of pictures `uint8 (n, h, w, 3)` RGB at the card's input size.

        The result for one picture does not depend on the others in the batch.
        """
        ...


@runtime_checkable
class PairScorer(Protocol):
    """Scores pairs of pictures directly (a pairwise verification network)."""

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        ...

    def score(self, first: Pictures, second: Pictures) -> NDArray[np.float32]:
        """Scores `float32 (n,)` of n pairs; higher means more alike."""
        ...


@runtime_checkable
class Masker(Protocol):
    """Finds the person in a picture."""

    @property
    def name(self) -> str:
        """Name and settings, as they appear in the run and in its digest."""
        ...

    def mask(self, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Person mask `bool (h, w)` of one picture `uint8 (h, w, 3)`.

        Raises:
            MaskError: when no usable mask can be found.
        """
        ...


@dataclass(frozen=True)
class Runtime:
    """How networks are to be run on this machine; none of it may change a vector beyond 1e-5,
    but `precision`, which is the user's choice and part of the embeddings' digest.

    Attributes:
        device: `auto`, `cpu`, `cuda`, `cuda:1`, `mps`.
        engine: `auto` takes the fastest that agrees with the eager network.
        precision: `float32`, or `bfloat16` when asked for.
        threads: CPU threads a network may use; 0 leaves it to the machine.
        cache: folder for exported graphs; None keeps nothing.
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


@dataclass(frozen=True)
class BackboneSpec:
    """What a folder of `backbones` (or a third party) registers: cards and how to load them.

    Attributes:
        cards: the cards this architecture ships, the first being the default one.
        load: opens one of them.
        prefix: for open-ended families (`timm`, `onnx`): `PREFIX:ARGUMENT` names one of them.
        from_argument: builds the card of `PREFIX:ARGUMENT`.
    """

    cards: tuple[BackboneCard, ...]
    load: BackboneLoader
    prefix: str = ""
    from_argument: Callable[[str], BackboneCard] | None = None


Progress = Callable[[int, int], None]


class Reporter:
    """Told what a study is doing; the command line prints it, the default says nothing."""

    def step(self, text: str) -> None:
        """A step begins, or something worth knowing happened."""

    def progress(self, text: str, unit: str) -> Progress:
        """A function to be told (done, all) of a step that takes time."""
        return lambda done, everything: None
