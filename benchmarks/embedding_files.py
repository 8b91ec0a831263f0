"""From JPEG files to vectors: our path beside a plain PyTorch loop, and the share of every stage.

    python benchmarks/embedding_files.py --threads 2 --out benchmarks/embedding_files.json

The files are made anew (blocks of colour with noise, quality 90), or those of a folder
(`--photos`). The plain loop reads a picture with Pillow, fits it, normalises and runs the network,
batch by batch in one Python thread, channels first, float32. Ours is `probe.embedding.embed`
with the engine a user gets; both give the same vectors (the difference is reported). The two are
measured in turn; medians. Stages are CPU time a picture: of the plain loop within it, of ours one
after the other outside it, since there they run beside each other (normalisation is part of the
network's graph, so its time stands in the network's).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from embedding import MEAN, NETWORKS, SIZE, STD, processor, randomised
from PIL import Image
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.contracts import BackboneCard, Runtime, Vectors
from probe.embedding.embed import EmbeddingTask, embed
from probe.pictures.decoding import SUFFIXES, read_picture
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord
from probe.pictures.photographs import PhotoFile

BATCH = 32
Clock = defaultdict[str, float]


@contextmanager
def timed(clock: Clock, stage: str) -> Iterator[None]:
    """Add the CPU seconds of what is done meanwhile to a stage."""
    worked = time.process_time()
    yield
    clock[stage] += time.process_time() - worked


def make_files(folder: Path, count: int, height: int, width: int) -> list[Path]:
    """JPEG files of coarse blocks with noise, whose decoding costs as that of photographs."""
    rng = np.random.default_rng(0)
    files = []
    for k in range(count):
        coarse = rng.integers(0, 256, (-(-height // 32), -(-width // 32), 3))
        blocks = coarse.repeat(32, 0).repeat(32, 1)[:height, :width]
        noisy = np.clip(blocks + rng.normal(0, 12, blocks.shape), 0, 255).astype(np.uint8)
        files.append(folder / f"{k:05d}.jpg")
        Image.fromarray(noisy).save(files[-1], quality=90)
    return files


def plain_loop(network: nn.Module, files: Sequence[Path], clock: Clock) -> Vectors:
    """Vectors `(n, d)` of files by a loop of one thread, CPU seconds of its stages in `clock`."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, STD))
    fitting, vectors = Fitting(SIZE), []
    for start in range(0, len(files), BATCH):
        with timed(clock, "decode"):
            pictures = [read_picture(file) for file in files[start : start + BATCH]]
        with timed(clock, "fit"):
            taken = np.stack([fit_picture(picture, fitting) for picture in pictures])
        with timed(clock, "normalise"):
            planes = (torch.from_numpy(taken).permute(0, 3, 1, 2).float() / 255 - mean) / std
            planes = planes.contiguous()
        with timed(clock, "network"), torch.inference_mode():
            vectors.append(network(planes).numpy())
    return np.concatenate(vectors)


def records(files: Sequence[Path]) -> list[ImageRecord]:
    """The files as records of a study."""
    return [
        ImageRecord(
            f"{k:064d}", "p", "s", "subject", 0, "", "", "", str(k), f.name, PhotoFile(f), 1, 1
        )
        for k, f in enumerate(files)
    ]


def our_stages(backbone: TorchBackbone, files: Sequence[Path]) -> Clock:
    """CPU seconds of the stages of our way, one after another."""
    clock: Clock = defaultdict(float)
    fitting = Fitting(SIZE)
    with timed(clock, "decode"):
        pictures = [read_picture(file) for file in files]
    with timed(clock, "fit"):
        taken = np.stack([fit_picture(picture, fitting) for picture in pictures])
    with timed(clock, "normalise and network"):
        backbone.embed(taken)
    return clock


def measured(name: str, files: Sequence[Path], rounds: int, threads: int) -> dict[str, Any]:
    """Pictures a second, relative difference of vectors, and stages, of both ways in turn."""
    torch.manual_seed(0)
    network, plain = randomised(NETWORKS[name][0]()), randomised(NETWORKS[name][0]())
    plain.load_state_dict(network.state_dict())
    card = BackboneCard(architecture=name, input_size=SIZE)
    ours = TorchBackbone(card, network, Runtime(device="cpu", threads=threads))
    task, pictures = EmbeddingTask(ours, Fitting(SIZE)), records(files)
    warm = plain_loop(plain, files[:BATCH], defaultdict(float))
    found = embed(task, pictures[:BATCH], workers=threads)[0].vectors
    walls: dict[str, list[float]] = {"plain loop": [], "ours": []}
    stages: dict[str, list[Clock]] = {"plain loop": [], "ours": []}
    for _ in range(rounds):
        clock: Clock = defaultdict(float)
        started = time.perf_counter()
        plain_loop(plain, files, clock)
        walls["plain loop"].append(len(files) / (time.perf_counter() - started))
        stages["plain loop"].append(clock)
        started = time.perf_counter()
        embed(task, pictures, workers=threads)
        walls["ours"].append(len(files) / (time.perf_counter() - started))
        stages["ours"].append(our_stages(ours, files[: 2 * BATCH]))
    counts = {"plain loop": len(files), "ours": len(files[: 2 * BATCH])}
    ratios = [a / b for a, b in zip(walls["ours"], walls["plain loop"], strict=True)]
    return {
        "engine": ours.engine,
        "relative difference": float(np.linalg.norm(found - warm) / np.linalg.norm(warm)),
        "pictures/s": {way: round(statistics.median(each), 1) for way, each in walls.items()},
        "times the plain loop": round(statistics.median(ratios), 2),
        "stages": {way: shares(clocks, counts[way]) for way, clocks in stages.items()},
    }


def shares(clocks: Sequence[Clock], count: int) -> dict[str, dict[str, float]]:
    """CPU milliseconds a picture and share of every stage."""
    spent = {stage: statistics.median(clock[stage] for clock in clocks) for stage in clocks[0]}
    total = sum(spent.values())
    return {
        stage: {"CPU ms a picture": round(1000 * s / count, 3), "share": round(s / total, 3)}
        for stage, s in spent.items()
    }


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pictures", type=int, default=128)
    parser.add_argument("--size", type=int, nargs=2, default=(512, 256), help="height and width")
    parser.add_argument("--photos", type=Path, help="folder of pictures instead of made ones")
    parser.add_argument("--networks", nargs="*", default=list(NETWORKS))
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    with tempfile.TemporaryDirectory() as folder:
        if asked.photos:
            every = sorted(f for f in asked.photos.rglob("*") if f.suffix.lower() in SUFFIXES)
            files = every[: asked.pictures]
        else:
            files = make_files(Path(folder), asked.pictures, *asked.size)
        networks = {n: measured(n, files, asked.rounds, asked.threads) for n in asked.networks}
        result = {
            "machine": f"{processor()}, {os.cpu_count()} cores",
            "threads": asked.threads,
            "rounds": asked.rounds,
            "files": f"{len(files)} {'of a folder' if asked.photos else 'made JPEG'}",
            "bytes a file": round(statistics.mean(f.stat().st_size for f in files)),
            "height and width of the first": read_picture(files[0]).shape[:2],
            "load average": round(os.getloadavg()[0], 1),
            "networks": networks,
        }
    text = json.dumps(result, indent=2)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
