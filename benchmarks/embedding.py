"""Pictures a second of our engine beside a plain PyTorch loop over the same weights.

    python benchmarks/embedding.py --threads 2 --out benchmarks/embedding.json

Decoded uint8 pictures in, float32 vectors out. The ways are measured in turn, round after round, so
that whatever else the machine does falls on all of them; medians are reported, and the median of
the ratio to the plain loop within a round; CPU time, too, which other work on the machine disturbs
less (waiting threads that spin count in it). The plain loop is what other libraries do: evaluation
mode, no gradients, normalise, forward, back to NumPy; it gets the better of two batch sizes. Random
weights: speed does not depend on them. `cosine_change` is measured on the first pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from backbones._torch.backbone import TorchBackbone
from backbones._torch.resnet import ResNet50
from backbones.osnet import CHANNELS
from backbones.osnet.model import OSNet
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors

NETWORKS: dict[str, tuple[Callable[[], nn.Module], int]] = {
    "resnet50": (lambda: ResNet50(2), 16),
    "osnet_x0_25": (lambda: OSNet(CHANNELS["osnet_x0_25"]), 64),
}
SIZE = (256, 128)
WORDS = ("plain loop", "float32")
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def plain_loop(network: nn.Module, pictures: Pictures, batch: int) -> Vectors:
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, STD))
    vectors = []
    with torch.no_grad():
        for start in range(0, len(pictures), batch):
            taken = torch.from_numpy(pictures[start : start + batch]).permute(0, 3, 1, 2)
            planes = (taken.float() / 255 - mean) / std
            vectors.append(network(planes.contiguous()).numpy())
    return np.concatenate(vectors)


def randomised(network: nn.Module) -> nn.Module:
    """Batch norms with statistics that are not 0 and 1, as trained networks have."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            assert module.running_mean is not None
            assert module.running_var is not None
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 1.5)
    return network.eval()


def ways(name: str, threads: int) -> tuple[dict[str, Callable[[Pictures], Vectors]], Any]:
    torch.manual_seed(0)
    build, _ = NETWORKS[name]
    network = randomised(build())
    plain = randomised(build())
    plain.load_state_dict(network.state_dict())
    card = BackboneCard(architecture=name, input_size=SIZE)
    ours = TorchBackbone(card, network, Runtime(device="cpu", threads=threads))
    low = TorchBackbone(card, network, Runtime(device="cpu", threads=threads, precision="bfloat16"))
    made = {
        "plain loop, batch 8": lambda pictures: plain_loop(plain, pictures, 8),
        "plain loop, batch 32": lambda pictures: plain_loop(plain, pictures, 32),
        f"ours: {ours.engine}": ours.embed,
        f"ours: {low.engine}": low.embed,
    }
    facts = {
        "float32 relative difference": ours.engine_facts.difference,
        "bfloat16 largest change of a cosine": low.engine_facts.cosine_change,
    }
    return made, facts


def measured(name: str, rounds: int, threads: int) -> dict[str, Any]:
    made, facts = ways(name, threads)
    count = NETWORKS[name][1]
    pictures = np.random.default_rng(0).integers(0, 256, (count, *SIZE, 3), dtype=np.uint8)
    exact, ours = (next(run for way, run in made.items() if word in way) for word in WORDS)
    wanted = exact(pictures[:8])
    difference = np.linalg.norm(ours(pictures[:8]) - wanted) / np.linalg.norm(wanted)
    wall: dict[str, list[float]] = {way: [] for way in made}
    cpu: dict[str, list[float]] = {way: [] for way in made}
    for _ in range(rounds):
        for way, run in made.items():
            started, worked = time.perf_counter(), time.process_time()
            run(pictures)
            wall[way].append(count / (time.perf_counter() - started))
            cpu[way].append(count / (time.process_time() - worked))
    table = {
        way: {
            "pictures/s": round(statistics.median(wall[way]), 1),
            "times the plain loop": over_plain(wall, way),
            "pictures/CPU second": round(statistics.median(cpu[way]), 1),
            "times the plain loop in CPU time": over_plain(cpu, way),
        }
        for way in made
    }
    return {"ways": table, "relative difference to the plain loop": difference, **facts}


def over_plain(speeds: dict[str, list[float]], way: str) -> float:
    """Median over rounds of a way's speed, divided by the better plain loop of the round."""
    plain = [found for name, found in speeds.items() if WORDS[0] in name]
    best = [max(pair) for pair in zip(*plain, strict=True)]
    return round(statistics.median(a / b for a, b in zip(speeds[way], best, strict=True)), 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--networks", nargs="*", default=list(NETWORKS))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    result = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "torch": torch.__version__,
        "threads": asked.threads,
        "rounds": asked.rounds,
        "load average": round(os.getloadavg()[0], 1),
        "size": SIZE,
        "networks": {n: measured(n, asked.rounds, asked.threads) for n in asked.networks},
    }
    text = json.dumps(result, indent=2, default=float)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
