"""All cells of a study in this checkout and in another: CPU time, memory, and whether counts agree.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/cell_scores.py PEOPLExCONDITIONS OTHER_CHECKOUT

Made-up vectors as in `scale.py`, five takes, one thread. Each checkout has a process of its own.
The counts (histograms, places among mated scores, false matches) are compared by their digest.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
from scale import pictures, protocol_file, vectors

from probe.comparison import VectorScores, cast_of, standard_strangers
from probe.comparison.cell_scores import CellContext, cell_scores
from probe.protocol.finding import load_protocol


def measured(people: int, conditions: int) -> dict[str, object]:
    """CPU seconds, comparisons, digest of the counts, sums of means, peak MiB."""
    with tempfile.TemporaryDirectory() as folder:
        protocol = load_protocol(protocol_file(Path(folder), conditions))
    images = pictures(protocol, people, 5)
    scores = VectorScores(vectors(images, 0))
    strangers = standard_strangers([images], scores)
    context = CellContext(scores, cast_of(images, scores), strangers, 0.1, 0.01)
    start, comparisons, means = time.process_time(), 0, np.zeros(2)
    digest = hashlib.sha256()
    for i, j in combinations_with_replacement(range(conditions), 2):
        tally = cell_scores(context, i, j).tallies["at_large"]
        for counts in (tally.histogram, tally.between, tally.tied, tally.false_matches):
            digest.update(np.asarray(counts, np.int64).tobytes())
        comparisons += tally.pairs
        means += tally.mean, tally.sd_pairs
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return {"seconds": seconds, "comparisons": comparisons, "counts": digest.hexdigest(),
            "means": means.tolist(), "peak": peak}  # fmt: skip


def main() -> None:
    """Measure both checkouts and print."""
    people, conditions = (int(part) for part in sys.argv[1].split("x"))
    if len(sys.argv) < 3:
        print(json.dumps(measured(people, conditions)))
        return
    results = []
    for name, folder in (("other", sys.argv[2]), ("this", str(Path(__file__).parents[1]))):
        environment = {**os.environ, "PYTHONPATH": folder}
        command = [sys.executable, __file__, sys.argv[1]]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        one = json.loads(done.stdout.splitlines()[-1])
        results.append(one)
        each = 1e9 * one["seconds"] / one["comparisons"]
        print(f"{name}: {one['comparisons']:,} comparisons, {one['seconds']:.1f} s CPU, "
              f"{each:.0f} ns each, peak {one['peak']} MiB", flush=True)  # fmt: skip
    other, this = results
    assert other["counts"] == this["counts"]
    np.testing.assert_allclose(this["means"], other["means"], rtol=1e-12)
    print("counts identical, means equal")


if __name__ == "__main__":
    main()
