"""The card of a backbone: what must be known to compare it fairly and to repeat it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from probe.wording import Message, wording_of

Fit = Literal["letterbox", "stretch", "card"]
Interpolation = Literal["bilinear", "bicubic", "nearest"]

COSINE = "cosine"
COSINE_RANGE = (-1.0, 1.0)
"""The score of models that give vectors, and its scale; other scores state their own."""

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
"""Of ImageNet's 0..1 pixels, as torchvision states them: the field's usual."""

UNKNOWN = Message("card-unknown")
"""What is said of weights of which nothing is known."""

_WORDS_ONLY = (
    "summary", "tag", "training_data", "licence", "source", "url", "demonstration", "score",
    "score_range",
)  # fmt: skip
"""Fields that describe and cannot change a vector."""


@dataclass(frozen=True)
class BackboneCard:
    """What must be known about a backbone to compare it fairly and to repeat the comparison.

    What is in words may be a message of the catalogue, or a text, which is printed as it is.

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
        score: what two pictures are compared by: `cosine` of their vectors, or the name a pair
            scorer gives its score, such as `logit`. Reports print it.
        score_range: lowest and highest score, the scale of histograms and axes; None for a score
            without bounds, whose scale is then that of the scores of a run.
    """

    architecture: str
    tag: str = ""
    summary: Message | str = ""
    input_size: tuple[int, int] = (256, 128)
    mean: tuple[float, float, float] = IMAGENET_MEAN
    std: tuple[float, float, float] = IMAGENET_STD
    channels: Literal["RGB", "BGR"] = "RGB"
    interpolation: Interpolation = "bilinear"
    fit: Literal["letterbox", "stretch"] = "stretch"
    feature: Message | str = ""
    dimension: int = 0
    training_data: Message | str = UNKNOWN
    licence: Message | str = UNKNOWN
    source: Message | str = ""
    sha256: str = ""
    url: str = ""
    needs_weights: bool = True
    demonstration: Message | str = ""
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    score: str = COSINE
    score_range: tuple[float, float] | None = COSINE_RANGE

    @property
    def name(self) -> str:
        """`architecture.tag`, or the architecture alone."""
        return f"{self.architecture}.{self.tag}" if self.tag else self.architecture

    def digest(self) -> str:
        """Hex sha256 of the fields that can change a vector; see `probe.embedding.key`.

        A message counts by its English words, as a text would.
        """
        fields = {name: value for name, value in asdict(self).items() if name not in _WORDS_ONLY}
        fields["feature"] = wording_of("en").either(self.feature)
        return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()

    def of_own_weights(self, file: str) -> BackboneCard:
        """The card of the same network with a user's weights in place of those it describes.

        Args:
            file: the weights file, for people.
        """
        return replace(
            self,
            tag="",
            training_data=UNKNOWN,
            licence=Message("card-licence-of-weights"),
            source=file,
            sha256="",
            url="",
            demonstration="",
        )

    def with_changes(self, **changes: Any) -> BackboneCard:
        """A copy with some fields replaced."""
        return replace(self, **changes)
