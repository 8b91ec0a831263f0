"""Pictures a second of the strong baseline and of EnsembleNet beside the plain ResNet-50.

    python benchmarks/family_speed.py --threads 2 --out benchmarks/family_speed.json

Through the engine that a run takes by itself (ONNX Runtime, float32), and with --bf16. Random
weights: speed does not depend on them. The networks are measured in turn, round after round, and
medians are printed. The share of the peak is the work of the network (twice the multiply-adds of
convolutions and matrix products, counted by torch) a CPU second over what a product of two 2048 x
2048 matrices in PyTorch reaches on the same core, in the same precision, measured between the
rounds. Document 1 states 33 frames/s for a frame detector and the strong baseline on one RTX 2080
Ti (13.4 TFLOP/s in float32 by its data sheet): what the network alone is of that is printed, too.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from embedding import processor, products, randomised
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.resnet import BLOCKS, WIDTHS, Bottleneck, ResNet50
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble.model import EnsembleNet, EnsembleShape
from probe.backbones.ibn.model import StrongBaseline
from probe.contracts import BackboneCard, Runtime

PLAIN_TRUNK = ResNetShape(Bottleneck, BLOCKS, WIDTHS, ibn_a=False)
FRAMES, CARD_PEAK = 33.0, 13_400.0
"""Frames a second of document 1, and GFLOP a second of its graphics card on paper."""
COUNT, WARM_UP = 16, 3


def ensemble() -> nn.Module:
    """EnsembleNet of three branches, with random weights."""
    return EnsembleNet(EnsembleShape(PLAIN_TRUNK, branches=3, last_stride=1, reduction=256))


@dataclass(frozen=True)
class Measured:
    """A network to measure: how it is built, and the size of its pictures."""

    build: Callable[[], nn.Module]
    size: tuple[int, int]


NETWORKS = {
    "ResNet-50, last stride 2": Measured(lambda: ResNet50(2), (256, 128)),
    "ResNet-50, last stride 1": Measured(lambda: ResNet50(1), (256, 128)),
    "ibn: ResNet-50-IBN-a": Measured(lambda: StrongBaseline(ResNet50(1, ibn_a=True)), (256, 128)),
    "ensemble: ResNet-50, 3 branches": Measured(ensemble, (256, 128)),
    "ensemble as its card": Measured(ensemble, (384, 128)),
}


def gflop(network: nn.Module, size: tuple[int, int]) -> float:
    """Work of one picture: twice the multiply-adds."""
    counter = FlopCounterMode(display=False)
    with counter, torch.inference_mode():
        network(torch.zeros(1, 3, *size))
    return float(counter.get_total_flops()) / 1e9


class Timed:
    """One network in one precision, with the speeds of its rounds."""

    def __init__(self, name: str, network: nn.Module, precision: str, threads: int) -> None:
        size = NETWORKS[name].size
        self.name, self.precision, self.work = name, precision, gflop(network, size)
        runtime = Runtime(device="cpu", threads=threads, precision=precision)  # type: ignore[arg-type]
        self.backbone = TorchBackbone(BackboneCard(name, input_size=size), network, runtime)
        generator = np.random.default_rng(0)
        self.pictures = generator.integers(0, 256, (COUNT, *size, 3), dtype=np.uint8)
        self.wall: list[float] = []
        self.cpu: list[float] = []
        for _ in range(WARM_UP):
            self.backbone.embed(self.pictures[:8])

    def round(self) -> None:
        """Measure once more."""
        started, worked = time.perf_counter(), time.process_time()
        self.backbone.embed(self.pictures)
        self.wall.append(COUNT / (time.perf_counter() - started))
        self.cpu.append(COUNT / (time.process_time() - worked))

    def row(self, peak: float) -> dict[str, Any]:
        """Median speeds; shares of the peak of a core (0..1)."""
        cpu = statistics.median(self.cpu)
        return {
            "network": self.name,
            "size": "x".join(map(str, NETWORKS[self.name].size)),
            "precision": self.precision,
            "engine": self.backbone.engine,
            "GFLOP a picture": round(self.work, 2),
            "pictures/s": round(statistics.median(self.wall), 1),
            "pictures/CPU second": round(cpu, 2),
            "share of the peak": round(cpu * self.work / peak, 3),
            "33 frames/s as a share of this peak, per core": round(FRAMES * self.work / peak, 2),
            "33 frames/s as a share of the RTX 2080 Ti": round(FRAMES * self.work / CARD_PEAK, 4),
        }


def measured(rounds: int, threads: int) -> list[dict[str, Any]]:
    """All networks in turn, float32 and bfloat16."""
    rows = []
    for precision in ("float32", "bfloat16"):
        timed = []
        for name, network in NETWORKS.items():
            torch.manual_seed(0)
            timed.append(Timed(name, randomised(network.build()), precision, threads))
        peaks = []
        for _ in range(rounds):
            peaks.append(products(threads)[precision])
            for one in timed:
                one.round()
        rows += [one.row(statistics.median(peaks)) for one in timed]
        rows[-1]["matrix product, GFLOP/CPU s"] = round(statistics.median(peaks), 1)
    return rows


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    before = os.getloadavg()[0]
    result = {
        "machine": f"{processor()}, {os.cpu_count()} cores",
        "torch": torch.__version__,
        "threads": asked.threads,
        "rounds": asked.rounds,
        "load average before": round(before, 1),
        "rows": measured(asked.rounds, asked.threads),
    }
    text = json.dumps(result, indent=1)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
