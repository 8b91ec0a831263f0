"""What evidence maps cost and how exactly they add up, for networks of every kind of head.

    python benchmarks/attention.py [--pairs 8]

Seeded random weights: the cost and the arithmetic do not depend on what was learned.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.attribution import pair_evidence, point_evidence
from probe.backbones._torch.resnet import ResNet50
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones.arcface.model import IResNet
from probe.backbones.osnet.model import OSNet
from probe.contracts import BackboneCard


@dataclass
class Loaded:
    """What the attribution asks of a backbone."""

    card: BackboneCard
    network: nn.Module


def timm_model(name: str) -> Callable[[], nn.Module]:
    """What builds a network of timm with random weights."""

    def build() -> nn.Module:
        allow_torchvision()
        import timm

        network: nn.Module = timm.create_model(name, pretrained=False, num_classes=0)
        return network

    return build


NETWORKS: dict[str, tuple[Callable[[], nn.Module], tuple[int, int]]] = {
    "OSNet x0.25 (linear, BN, ReLU)": (lambda: OSNet((16, 64, 96, 128)), (256, 128)),
    "ResNet-50 (average)": (lambda: ResNet50(1), (384, 128)),
    "iResNet-50 (flatten, linear)": (lambda: IResNet((384, 128)), (384, 128)),
    "ConvNeXt (layer norm)": (timm_model("convnext_atto"), (224, 224)),
    "ViT (class token)": (timm_model("vit_tiny_patch16_224"), (224, 224)),
}


def main() -> None:
    """Measure every network and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--pairs", type=int, default=8)
    pairs = parser.parse_args().pairs
    torch.manual_seed(0)
    for name, (build, size) in NETWORKS.items():
        network = build().eval().requires_grad_(False)
        backbone = Loaded(BackboneCard(architecture=name, input_size=size), network)
        rng = np.random.default_rng(0)
        first, second = rng.integers(0, 256, (2, pairs, *size, 3), dtype=np.uint8)
        start = time.perf_counter()
        maps = pair_evidence(backbone, first, second)
        middle = time.perf_counter()
        points = point_evidence(backbone, first[0], second[0])
        stop = time.perf_counter()
        assert maps is not None
        assert points is not None
        error = np.abs(maps.first.sum((1, 2)) + maps.constant_first - maps.cosine).max()
        grid = "x".join(map(str, maps.first.shape[1:]))
        print(
            f"{name:32s} {grid:6s} {maps.kind:8s} error {error:.0e}, "
            f"{1000 * (middle - start) / pairs:.0f} ms a pair, "
            f"point to point {1000 * (stop - middle):.0f} ms"
        )


if __name__ == "__main__":
    main()
