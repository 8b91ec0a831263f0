"""Seconds to keep vectors: one connection for all batches, and one opened for every batch.

OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/vector_cache.py
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from probe.embedding.vector_cache import VectorCache

VECTORS, LENGTH, BATCH = 16_000, 512, 32


def seconds(vectors: dict[str, np.ndarray], *, is_kept_open: bool) -> tuple[float, float]:
    """Wall and CPU seconds to keep all vectors, batch by batch."""
    names = list(vectors)
    with tempfile.TemporaryDirectory() as folder:
        cache = VectorCache(Path(folder))
        wall, cpu = time.perf_counter(), time.process_time()
        for at in range(0, len(names), BATCH):
            cache.put("space", "label", {name: vectors[name] for name in names[at : at + BATCH]})
            if not is_kept_open:
                cache.close()
        took = time.perf_counter() - wall, time.process_time() - cpu
        kept = cache.get("space", names)
        assert all(np.array_equal(kept[name], vectors[name]) for name in names)
        cache.close()
    return took


def main() -> None:
    """Measure both and print."""
    made = np.random.default_rng(0).normal(size=(VECTORS, LENGTH)).astype(np.float32)
    vectors = {f"{k:064x}": vector for k, vector in enumerate(made)}
    each, one = (seconds(vectors, is_kept_open=is_open) for is_open in (False, True))
    print(
        f"{VECTORS:,} vectors of {LENGTH} numbers in batches of {BATCH}: "
        f"opened for each {each[0]:.2f} s, CPU {each[1]:.2f} s; "
        f"kept open {one[0]:.2f} s, CPU {one[1]:.2f} s; equal"
    )


if __name__ == "__main__":
    main()
