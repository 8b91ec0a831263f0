"""Time and memory of retrieval at the sizes of Market-1501 and MSMT17, and in a very large gallery.

    OMP_NUM_THREADS=1 python benchmarks/retrieval.py market1501
    OMP_NUM_THREADS=1 python benchmarks/retrieval.py msmt17
    OMP_NUM_THREADS=1 python benchmarks/retrieval.py market1501 --rerank
    OMP_NUM_THREADS=1 python benchmarks/retrieval.py large --length 128

Vectors are random, of 512 numbers unless said. Times are CPU seconds (one thread); peak memory is
that of the whole process, the vectors included.
"""

from __future__ import annotations

import argparse
import resource
import time

import numpy as np

from probe.retrieval import Labels, evaluate_blocks, evaluate_vectors, labels, reranked_blocks

SIZES = {
    "market1501": (3_368, 15_913, 751, 6),
    "msmt17": (11_659, 82_161, 3_060, 15),
    "large": (100, 2_360_000, 100_000, 6),
    "small": (500, 3_000, 100, 6),
}
"""Queries, gallery pictures, people and cameras."""

DIMENSIONS = 512

ROWS = 4096
"""Vectors made at once."""


def vectors_and_labels(
    size: int, people: int, cameras: int, seed: int, length: int = DIMENSIONS
) -> tuple[np.ndarray, Labels]:
    """Vectors `float32 (size, length)` around the places of people, and their labels."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((people, length), dtype=np.float32)
    who = rng.integers(0, people, size)
    vectors = centres[who]
    for start in range(0, size, ROWS):
        part = vectors[start : start + ROWS]
        part += np.float32(2.5) * rng.standard_normal(part.shape, dtype=np.float32)
    return vectors, labels(who, rng.integers(0, cameras, size))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("size", choices=list(SIZES))
    parser.add_argument("--rerank", action="store_true")
    parser.add_argument("--length", type=int, default=DIMENSIONS)
    chosen = parser.parse_args()
    queries, gallery, people, cameras = SIZES[chosen.size]
    a, query = vectors_and_labels(queries, people, cameras, 1, chosen.length)
    b, others = vectors_and_labels(gallery, people, cameras, 2, chosen.length)
    start = time.process_time()
    if chosen.rerank:
        found = evaluate_blocks(reranked_blocks(a, b), query, others)
    else:
        found = evaluate_vectors(a, b, query, others)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    what = f"{chosen.size}{' re-ranked' if chosen.rerank else ''}: {queries} x {gallery}"
    print(
        f"{what}, {chosen.length}-d: {seconds:.1f} CPU s, peak {memory:.2f} GiB, "
        f"rank-1 {found.cmc[0]:.4f}, mAP {found.mean_ap:.4f}, dropped {found.dropped}"
    )


if __name__ == "__main__":
    main()
