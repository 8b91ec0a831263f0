"""Retrieval beside the compiled ranking of torchreid and of FastReID, on the same random vectors.

    OMP_NUM_THREADS=1 PYTHONPATH=.:PEERS python benchmarks/retrieval_peers.py [SIZE ...]

PEERS is a folder with the peers' own `rank_cy.pyx` (torchreid/metrics/rank_cylib of
KaiyangZhou/deep-person-reid, fastreid/evaluation/rank_cylib of JDAI-CV/fast-reid), built by Cython
as the modules `torchreid_rank` and `fastreid_rank`. A peer that is not there is left out. A size
may end in `/N`: every N-th query alone, for the peers hold the whole matrix of distances, its order
and the matches, up to 20 bytes a comparison. Each case runs in a process of its own, so that its
peak is its own.

All start from the same vectors of length 1; the peers are given 1 - cosine, a product in float32,
whose time counts as ours does. Times are CPU seconds of one thread.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import resource
import subprocess
import sys
import time

import numpy as np
from retrieval import SIZES, vectors_and_labels

from probe.retrieval import Labels, evaluate_vectors
from probe.retrieval.figures import unit_rows

PEERS = ("torchreid_rank", "fastreid_rank")

MAX_RANK = 50


def by_peer(
    name: str, query: np.ndarray, gallery: np.ndarray, asked: Labels, others: Labels
) -> tuple[float, float]:
    """Rank 1 and mAP as a peer's compiled code tells them."""
    distances = np.float32(1) - unit_rows(query) @ unit_rows(gallery).T
    found = importlib.import_module(name).evaluate_cy(
        distances, asked.people, others.people, asked.cameras, others.cameras, MAX_RANK
    )
    cmc, mean = found[:2]
    return float(np.asarray(cmc)[0]), float(np.mean(np.asarray(mean)))


def run_case(name: str, size: str, every: int) -> dict[str, float]:
    """CPU seconds, peak GiB, rank 1 and mAP."""
    queries, pictures, people, cameras = SIZES[size]
    query, asked = vectors_and_labels(queries, people, cameras, 1)
    gallery, others = vectors_and_labels(pictures, people, cameras, 2)
    query, asked = query[::every], Labels(asked.people[::every], asked.cameras[::every])
    start = time.process_time()
    if name == "probe":
        found = evaluate_vectors(query, gallery, asked, others)
        first, mean = float(found.cmc[0]), found.mean_ap
    else:
        first, mean = by_peer(name, query, gallery, asked, others)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {"seconds": seconds, "peak": peak, "rank_1": first, "mean_ap": mean}


def main() -> None:
    """Measure every case in a process of its own and print."""
    if sys.argv[1:2] == ["--case"]:
        name, size, every = sys.argv[2:]
        print(json.dumps(run_case(name, size, int(every))))
        return
    for case in sys.argv[1:] or ("market1501", "msmt17/20"):
        size, _, every = case.partition("/")
        for name in ("probe", *(peer for peer in PEERS if importlib.util.find_spec(peer))):
            command = [sys.executable, __file__, "--case", name, size, every or "1"]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found = json.loads(done.stdout.splitlines()[-1])
            print(
                f"{case}, {name}: {found['seconds']:.2f} CPU s, peak {found['peak']:.2f} GiB, "
                f"rank-1 {found['rank_1']:.4f}, mAP {found['mean_ap']:.6f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
