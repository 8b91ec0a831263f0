"""What the demonstration takes a second time, when pictures, vectors and small pictures are kept.

    PYTHONPATH=. python benchmarks/second_run.py [REPEATS]

`probe run protocols/orientation.yaml` in processes of their own: once into an empty cache, then
with all that is kept, alternately without and with what the models said of themselves (without it
both networks are loaded, as every run did before). Printed are wall and CPU seconds; the fastest of
the repeats counts, since other programs only add to it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(cache: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = ["-m", "probe", "run", "protocols/orientation.yaml", "--out", str(out)]
    subprocess.run(
        [sys.executable, *command], check=True, capture_output=True,
        env={**os.environ, "PROBE_CACHE": str(cache)},
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = sum(after[at] - before[at] for at in (0, 1))
    return time.perf_counter() - started, used


def main() -> None:
    """First run, then the repeats, one line each."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        cache, out = Path(name, "cache"), Path(name, "runs")
        wall, used = run(cache, out)
        print(f"first run: {wall:.1f} s, CPU {used:.1f} s", flush=True)
        for label, forget in (("networks loaded", True), ("networks known", False)):
            timed = []
            for _ in range(repeats):
                if forget:
                    shutil.rmtree(cache / "models")
                timed.append(run(cache, out))
            wall, used = (min(each[at] for each in timed) for at in (0, 1))
            print(f"again, {label}: {wall:.1f} s, CPU {used:.1f} s", flush=True)


if __name__ == "__main__":
    main()
