"""Opening a weights file of the pair network: ours, or a port's with its tensors renamed."""

from __future__ import annotations

from pathlib import Path

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Tensors
from probe.backbones._torch.device import choose_device
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.opening import checkpoint_of, loaded_card
from probe.backbones.idla.model import Maps, PairNetwork, PairShape, cross_size, map_size
from probe.backbones.idla.pair_scorer import PairNetworkScorer
from probe.backbones.idla.rules import PORTS
from probe.contracts import BackboneCard, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, nearest, refusal

_WIDTHS = {
    "first": "conv1",
    "second": "conv2",
    "summary": "patch1",
    "cross": "cross1",
    "hidden": "fc1",
}
"""Channels -> the layer that has as many outputs."""


def open_pairs(card: BackboneCard, weights: Path | None, runtime: Runtime) -> PairNetworkScorer:
    """The pair scorer of a weights file; the channels of its layers are told from its tensors.

    Args:
        card: option `port`: `paper`, or the port whose slips the weights were trained with.
        weights: the weights file.
        runtime: device, engine, precision.

    Raises:
        CheckpointError: no file, another network's, an unknown port, or too small pictures.
    """
    port = str(card.options.get("port", "paper"))
    if port not in PORTS:
        raise refusal(
            CheckpointError,
            Message("backbones-no-port", {"card": card.name, "port": repr(port)}),
            hint=nearest(port, PORTS),
        )
    if min(cross_size(card.input_size, ceiling=PORTS[port].ceiling)) < 1:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-cannot-compare",
                {"card": card.name, "height": card.input_size[0], "width": card.input_size[1]},
            ),
            hint=Message("backbones-larger-card"),
        )
    checkpoint = checkpoint_of(card, weights)
    shape = told_shape(stripped(checkpoint.tensors))
    network = PairNetwork(card.input_size, shape, PORTS[port])
    report = load_tensors(network, checkpoint, expected=card.architecture)
    height, width = map_size(card.input_size)
    length = shape.second * height * width * (1 if network.rules.tied else 2)
    loaded = loaded_card(card, checkpoint).with_changes(dimension=length)
    tower = TorchBackbone(loaded, Maps(network), runtime, report)
    return PairNetworkScorer(tower, choose_device(runtime.device))


def told_shape(tensors: Tensors) -> PairShape:
    """Channels as the biases tell them; the paper's where a layer is missing."""
    usual = PairShape()
    counts = {
        width: len(tensors[name]) if (name := f"{layer}.bias") in tensors else getattr(usual, width)
        for width, layer in _WIDTHS.items()
    }
    return PairShape(**counts)
