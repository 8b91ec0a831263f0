"""How well pictures, as they come in, fit what a network's first batch norms saw in training.

Batch norms remember the mean and variance of what they saw in training. Pictures that come in as in
training meet these statistics again; pictures normalised twice, otherwise or not at all do not. No
labels are needed, but pictures like those of training are: another scene moves all alternatives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard, Pictures

Normaliser = Callable[[torch.Tensor], torch.Tensor]
"""`uint8 (n, h, w, 3)` to what the network takes."""


@dataclass(frozen=True, eq=False)
class NormInput:
    """What enters a batch norm, and what it has stored.

    Attributes:
        values: `(n, channels, h, w)`.
        mean: of training, `float64 (channels,)`.
        variance: of training with the norm's epsilon, `float64 (channels,)`.
    """

    values: torch.Tensor
    mean: torch.Tensor
    variance: torch.Tensor


Look = Callable[[torch.Tensor], list[NormInput]]
"""Normalised pictures `float32 (n, 3, h, w)` to what enters a network's first batch norms of maps;
none where it has none."""

NORMS_COMPARED = 2
"""How many of the first (ours): further in, the statistics say more about the pictures than about
their normalisation."""

_KNOWN = {
    "ImageNet": ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    "0.5 / 0.5": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    "LUPerson": ((0.3525, 0.3106, 0.3140), (0.2660, 0.2522, 0.2505)),
    "none (0..1)": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    "none (0..255)": ((0.0, 0.0, 0.0), (1 / 255, 1 / 255, 1 / 255)),
}
"""Mean and std that networks of the field are trained with: torchvision's, insightface's and
SOLIDER's, LUPerson's, and none."""


def other_channels(card: BackboneCard) -> dict[str, Normaliser]:
    """The card's normalisation in the other channel order."""
    other = card.with_changes(channels="RGB" if card.channels == "BGR" else "BGR")
    return {"the other channel order": Normalise(other)}


def other_normalisations(card: BackboneCard) -> dict[str, Normaliser]:
    """The field's other normalisations, and the card's own applied twice."""
    normalisers: dict[str, Normaliser] = {
        name: Normalise(card.with_changes(mean=mean, std=std))
        for name, (mean, std) in _KNOWN.items()
        if not _same(card, mean, std)
    }
    once = Normalise(card)
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (card.mean, card.std))
    normalisers["normalised twice"] = lambda pictures: (once(pictures) - mean) / std
    return normalisers


def misfit(look: Look, normalise: Normaliser, pictures: Pictures) -> float | None:
    """Divergence of what enters the first two batch norms from their statistics, at least 0.

    The median over channels of the Kullback-Leibler divergence between two normal distributions,
    averaged over the norms; the median, because a few dead channels would outweigh all others.

    Args:
        look: into the network (`look_into`, or of an ONNX graph).
        normalise: the way the pictures come in.
        pictures: `uint8 (n, h, w, 3)`.

    Returns:
        The divergence; None for networks without batch norms of maps.
    """
    seen = look(normalise(torch.from_numpy(pictures)))
    return float(np.mean([_divergence(norm) for norm in seen])) if seen else None


def look_into(network: nn.Module) -> Look:
    """A look into a PyTorch network that is in evaluation mode."""
    return lambda planes: _first_inputs(network, planes)


def _same(card: BackboneCard, mean: Sequence[float], std: Sequence[float]) -> bool:
    # Within 0.01: rounded digits are the same normalisation, the two of LUPerson (.0155) are not.
    return bool(np.allclose((*card.mean, *card.std), (*mean, *std), atol=0.01))


def _first_inputs(network: nn.Module, planes: torch.Tensor) -> list[NormInput]:
    """The first batch norms of maps with what enters them, in the order of running."""
    seen: list[NormInput] = []

    def note(module: Any, inputs: tuple[torch.Tensor, ...]) -> None:
        if len(seen) < NORMS_COMPARED:
            variance = module.running_var.double() + module.eps
            seen.append(NormInput(inputs[0].detach(), module.running_mean.double(), variance))

    norms = (module for module in network.modules() if isinstance(module, nn.BatchNorm2d))
    hooks = [n.register_forward_pre_hook(note) for n in norms if n.running_mean is not None]
    try:
        with torch.inference_mode():
            network(planes.to(next(iter(network.parameters())).device))
    finally:
        for hook in hooks:
            hook.remove()
    return seen


def _divergence(norm: NormInput) -> float:
    """Median over channels of KL(seen now || seen in training) for normal distributions."""
    channels = norm.values.double().transpose(0, 1).flatten(1)
    mean, variance = channels.mean(1), channels.var(1).clamp_min(1e-12)
    shift = (mean - norm.mean) ** 2 / norm.variance
    ratio = variance / norm.variance
    return float((0.5 * (ratio + shift - 1 - ratio.log())).median())
