"""The networks that the GPU benchmark runs, filled with random weights, and made pictures."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from probe.backbones._torch.resnet import ResNet50
from probe.backbones.arcface import spec as arcface
from probe.backbones.arcface.model import IResNet
from probe.backbones.moco import spec as moco
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet import spec as osnet
from probe.backbones.osnet.model import OSNet
from probe.backbones.transreid import spec as transreid
from probe.backbones.transreid.model import JigsawTransReid
from probe.contracts import BackboneCard, Pictures

COMPARED = 64


@dataclass(frozen=True)
class Case:
    """A network at one size of pictures, and how many are compared with float64 on the CPU."""

    name: str
    card: BackboneCard
    build: Callable[[], nn.Module]
    compared: int = COMPARED


def card_of(spec: Any, name: str) -> BackboneCard:
    """The card of this name among those of a backbone."""
    card: BackboneCard = next(card for card in spec.cards if card.name == name)
    return card


CASES = (
    Case("ResNet-50, 384x128", card_of(moco, "moco"), lambda: ResNet50(1)),
    Case("iResNet-50, 112x112", card_of(arcface, "arcface"), lambda: IResNet((112, 112))),
    Case(
        "iResNet-50, 384x128", card_of(arcface, "arcface_384x128"), lambda: IResNet((384, 128)), 8
    ),
    Case(
        "OSNet x0.25, 256x128",
        card_of(osnet, "osnet_x0_25"),
        lambda: OSNet(CHANNELS["osnet_x0_25"]),
    ),
    Case(
        "TransReID ViT-B/16, 256x128",
        card_of(transreid, "transreid"),
        lambda: JigsawTransReid((256, 128), 768, 16, after=False, shuffled=True),
    ),
)


def filled(network: nn.Module, seed: int = 1) -> nn.Module:
    """Every tensor from a random stream of its own name: scales as in trained networks."""
    with torch.no_grad():
        for name, tensor in network.state_dict().items():
            if not tensor.is_floating_point():
                continue
            rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
            if tensor.ndim > 1:
                values = rng.standard_normal(tensor.shape, dtype=np.float32)
                values *= math.sqrt(1 / math.prod(tensor.shape[1:]))
            elif "prelu" in name:
                values = rng.uniform(0.1, 0.4, tensor.shape)
            elif name.endswith(("running_var", "weight")):
                values = rng.uniform(0.5, 1.5, tensor.shape)
            else:
                values = 0.1 * rng.standard_normal(tensor.shape)
            tensor.copy_(torch.from_numpy(np.asarray(values, np.float32)))
    return network.eval().requires_grad_(False)


def made_pictures(count: int, size: tuple[int, int]) -> Pictures:
    """Pictures `uint8 (count, height, width, 3)` of blocks with noise."""
    rng = np.random.default_rng(0)
    height, width = size
    blocks = rng.integers(0, 226, (count, height // 16, width // 16, 3), dtype=np.uint8)
    pictures = blocks.repeat(16, 1).repeat(16, 2)
    noise = rng.integers(0, 31, (height, width, 3), dtype=np.uint8)
    return pictures + noise


def operations(case: Case) -> float:
    """GFLOP of one picture, counted while the network runs on tensors without values."""
    with torch.device("meta"):
        network = case.build().eval()
        with FlopCounterMode(display=False) as counter, torch.no_grad():
            network(torch.zeros(1, 3, *case.card.input_size))
    return counter.get_total_flops() / 1e9
