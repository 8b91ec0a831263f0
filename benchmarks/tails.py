"""Time and memory of an exact threshold over n x n comparisons of 512-d vectors.

    OMP_NUM_THREADS=1 python benchmarks/tails.py 20000
    OMP_NUM_THREADS=1 python benchmarks/tails.py 100000

Times are CPU seconds of one thread; peak memory is that of the whole process, both sets of vectors
included.
"""

from __future__ import annotations

import argparse
import resource
import time

import numpy as np

from probe.tails import comparisons, ranked_scores

DIMENSIONS = 512


def unit_vectors(size: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    vectors = rng.standard_normal((size, DIMENSIONS), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("--fmr", type=float, nargs="+", default=[1e-2, 1e-4, 1e-6])
    chosen = parser.parse_args()
    people = np.arange(chosen.size)
    pairs = comparisons(
        unit_vectors(chosen.size, 1), people, unit_vectors(chosen.size, 2), people + chosen.size
    )
    start = time.process_time()
    values = ranked_scores(pairs, [int(rate * pairs.count) for rate in chosen.fmr])
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    thresholds = ", ".join(
        f"FMR {rate:g}: {value:.6f}" for rate, value in zip(chosen.fmr, values, strict=True)
    )
    print(
        f"{chosen.size} x {chosen.size}, {DIMENSIONS}-d: {seconds:.1f} CPU s, "
        f"peak {memory:.2f} GiB; {thresholds}"
    )


if __name__ == "__main__":
    main()
