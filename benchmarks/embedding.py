"""Pictures a second of our engine beside a plain PyTorch loop over the same weights.

    python benchmarks/embedding.py --threads 2 --out benchmarks/embedding.json

Decoded uint8 pictures in, float32 vectors out. The ways are measured in turn, round after round, so
that whatever else the machine does falls on all of them; medians are reported, and the median of
the ratio to a plain loop within a round; CPU time, too, which other work on the machine disturbs
less (waiting threads that spin count in it). The plain loop is what other libraries do: evaluation
mode, no gradients, normalise, forward, back to NumPy, channels first, float32; at two batch sizes.
A product of two 2048 x 2048 matrices in PyTorch stands for what the cores can do at most: the
convolutions of ResNet-50 are such products, so no exact engine passes it by much. Random weights:
speed does not depend on them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.resnet import ResNet50
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors

NETWORKS: dict[str, tuple[Callable[[], nn.Module], int]] = {
    "resnet50": (lambda: ResNet50(2), 32),
    "osnet_x0_25": (lambda: OSNet(CHANNELS["osnet_x0_25"]), 64),
}
SIZE = (256, 128)
PLAIN = {batch: f"plain loop, batch {batch}" for batch in (8, 32)}
SIDE = 2048
WARM_UP = 4
"""Calls before timing: in bfloat16 the first ones are also computed in float32, to compare."""
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def plain_loop(network: nn.Module, pictures: Pictures, batch: int) -> Vectors:
    """Vectors `(n, d)` by the loop that everybody writes: normalise, embed, batch by batch."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, STD))
    vectors = []
    with torch.inference_mode():
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
    """Name of a way -> what embeds pictures that way; and what each engine of ours differs by."""
    torch.manual_seed(0)
    build, _ = NETWORKS[name]
    network = randomised(build())
    plain = randomised(build())
    plain.load_state_dict(network.state_dict())
    card = BackboneCard(architecture=name, input_size=SIZE)
    made: dict[str, Callable[[Pictures], Vectors]] = {
        told: partial(plain_loop, plain, batch=batch) for batch, told in PLAIN.items()
    }
    facts = {}
    for runtime in runtimes(threads):
        ours = TorchBackbone(card, network, runtime)
        made[f"ours: {ours.engine}"] = ours.embed
        facts[ours.engine] = {
            "relative difference": ours.engine_facts.difference,
            "largest change of a cosine": ours.engine_facts.cosine_change,
        }
    return made, facts


def runtimes(threads: int) -> Iterator[Runtime]:
    """What a user gets unasked, with --bf16, and bfloat16 without OpenVINO where that is there."""
    base = Runtime(device="cpu", threads=threads)
    yield base
    yield replace(base, precision="bfloat16")
    if find_spec("openvino"):
        yield replace(base, precision="bfloat16", engine="torch")


def products(threads: int) -> dict[str, float]:
    """GFLOP a CPU second of a matrix product, by precision."""
    found = {}
    for kind in (torch.float32, torch.bfloat16):
        left, right = (torch.randn(SIDE, SIDE, dtype=kind) for _ in range(2))
        speeds = []
        for _ in range(6):
            worked = time.process_time()
            left @ right
            speeds.append(2 * SIDE**3 / 1e9 / (time.process_time() - worked))
        found[str(kind).removeprefix("torch.")] = round(max(speeds), 1)
    return found


def measured(name: str, rounds: int, threads: int) -> dict[str, Any]:
    """Pictures a second of wall and CPU time of every way, in turn, and how far vectors differ."""
    made, facts = ways(name, threads)
    count = NETWORKS[name][1]
    pictures = np.random.default_rng(0).integers(0, 256, (count, *SIZE, 3), dtype=np.uint8)
    wanted = made[PLAIN[8]](pictures[:8])
    ours = next(run for way, run in made.items() if way.endswith("float32"))
    difference = np.linalg.norm(ours(pictures[:8]) - wanted) / np.linalg.norm(wanted)
    for run in made.values():
        for _ in range(WARM_UP):
            run(pictures[:8])
    wall: dict[str, list[float]] = {way: [] for way in made}
    cpu: dict[str, list[float]] = {way: [] for way in made}
    for _ in range(rounds):
        for way, run in made.items():
            started, worked = time.perf_counter(), time.process_time()
            run(pictures)
            wall[way].append(count / (time.perf_counter() - started))
            cpu[way].append(count / (time.process_time() - worked))
    table = {way: row(wall, cpu, way) for way in made}
    return {"ways": table, "relative difference to the plain loop": difference, "facts": facts}


def row(wall: dict[str, list[float]], cpu: dict[str, list[float]], way: str) -> dict[str, float]:
    """Speed of one way, and how many times each plain loop's in the same round."""
    found = {
        "pictures/s": round(statistics.median(wall[way]), 1),
        "pictures/CPU second": round(statistics.median(cpu[way]), 1),
    }
    for told in PLAIN.values():
        for kind, speeds in (("pictures/s", wall), ("CPU time", cpu)):
            ratios = [a / b for a, b in zip(speeds[way], speeds[told], strict=True)]
            found[f"times {told}, {kind}"] = round(statistics.median(ratios), 2)
    return found


def processor() -> str:
    """Name and model number of the processor: its generation decides what can be gained."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    told = {key.strip(): value.strip() for key, _, value in (x.partition(":") for x in lines[:12])}
    keys = ("model name", "cpu family", "model")
    return ", ".join(f"{key} {told[key]}" for key in keys if key in told)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--networks", nargs="*", default=list(NETWORKS))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    result = {
        "machine": f"{processor()}, {os.cpu_count()} cores",
        "torch": torch.__version__,
        "threads": asked.threads,
        "rounds": asked.rounds,
        "load average": round(os.getloadavg()[0], 1),
        "size": SIZE,
        "matrix product, GFLOP/CPU s": products(asked.threads),
        "networks": {n: measured(n, asked.rounds, asked.threads) for n in asked.networks},
    }
    text = json.dumps(result, indent=2, default=float)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
