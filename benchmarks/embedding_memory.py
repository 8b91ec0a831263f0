"""Peak memory of embedding many pictures, above the vectors themselves, and pictures a second.

    python benchmarks/embedding_memory.py --out benchmarks/embedding_memory.json

Made pictures (128 x 64 noise) through `probe.embedding.embed` with the `stripes` descriptor, every
count in a process of its own, without a cache of vectors. `peak` is the process's largest resident
size; `above start` takes off what it held before the first picture, `above vectors` the array of
vectors as well: that must not grow with the count, beyond the records and ids themselves.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, Runtime
from probe.embedding.embed import EmbeddingTask, embed
from probe.embedding.registry import find
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord

COUNTS = (2_000, 20_000, 100_000)
HEIGHT, WIDTH = 128, 64


@dataclass(frozen=True)
class Drawn:
    """A picture made from its number."""

    number: int

    def load(self) -> NDArray[np.uint8]:
        """The picture, `uint8 (128, 64, 3)`."""
        rng = np.random.default_rng(self.number)
        return rng.integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)


def record(k: int) -> ImageRecord:
    """The k-th picture, drawn when it is loaded."""
    image = f"{k:064d}"
    origin = Drawn(k)
    return ImageRecord(
        image, "p", "s", "subject", 0, "", "", "", str(k), f"{k}.png", origin, WIDTH, HEIGHT
    )


def peak() -> int:
    """The most memory that this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def one(count: int) -> dict[str, float]:
    """Memory in MiB, and pictures a second, of embedding so many pictures."""
    backbone = find("stripes").load(Runtime(device="cpu"))
    assert isinstance(backbone, Backbone)
    task = EmbeddingTask(backbone, Fitting(backbone.card.input_size))
    embed(task, [record(k) for k in range(256)])
    before, started = peak(), time.perf_counter()
    embeddings, _ = embed(task, (record(k) for k in range(count)), workers=2)
    seconds = time.perf_counter() - started
    grown = peak() - before
    mebibyte = 1024**2
    return {
        "pictures": count,
        "peak, MiB": round(peak() / mebibyte, 1),
        "above start, MiB": round(grown / mebibyte, 1),
        "vectors, MiB": round(embeddings.vectors.nbytes / mebibyte, 1),
        "above vectors, MiB": round((grown - embeddings.vectors.nbytes) / mebibyte, 1),
        "above vectors, bytes a picture": round((grown - embeddings.vectors.nbytes) / count),
        "pictures/s": round(count / seconds),
    }


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--counts", type=int, nargs="*", default=COUNTS)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(one(asked.one)))
        return
    rows = []
    for count in asked.counts:
        command = [sys.executable, __file__, "--one", str(count)]
        found = subprocess.run(command, check=True, capture_output=True, text=True)
        rows.append(json.loads(found.stdout))
    text = json.dumps({"load average": round(os.getloadavg()[0], 1), "rows": rows}, indent=2)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
