"""What the demonstration takes a second time, when pictures, vectors and small pictures are kept.

    PYTHONPATH=. python benchmarks/second_run.py [REPEATS [BEFORE]]

`probe run protocols/orientation.yaml` in processes of their own: once into an empty cache, then
with all that is kept, alternately without and with what the models said of themselves (without it
both networks are loaded, as every run did before). BEFORE is a checkout of earlier code, which runs
in turn with this one. Printed are wall and CPU seconds; the fastest of the repeats counts, since
other programs only add to it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]


def run(code: Path, cache: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one run of a checkout."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = ["-m", "probe", "run", "protocols/orientation.yaml", "--out", str(out)]
    subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, cwd=code,
        env={**os.environ, "PROBE_CACHE": str(cache), "PYTHONPATH": str(code)},
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = sum(after[at] - before[at] for at in (0, 1))
    return time.perf_counter() - started, used


def main() -> None:
    """First runs, then the repeats, one line each."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    others = [Path(name).resolve() for name in sys.argv[2:3]]
    with tempfile.TemporaryDirectory() as name:
        folders = {code: Path(name, str(k)) for k, code in enumerate((HERE, *others))}
        for code, folder in folders.items():
            report(_label(code, "first run"), [run(code, folder / "cache", folder / "runs")])
        timed: dict[str, list[tuple[float, float]]] = {}
        for _ in range(repeats):
            for code, folder in folders.items():
                if code == HERE:
                    shutil.rmtree(folder / "cache" / "models")
                    loaded = run(code, folder / "cache", folder / "runs")
                    timed.setdefault("again, networks loaded", []).append(loaded)
                again = run(code, folder / "cache", folder / "runs")
                timed.setdefault(_label(code, "again"), []).append(again)
        for label, figures in timed.items():
            report(label, figures)


def _label(code: Path, text: str) -> str:
    return text if code == HERE else f"{text}, earlier code"


def report(label: str, timed: Sequence[tuple[float, float]]) -> None:
    """Print the fastest of some runs."""
    wall, used = (min(each[at] for each in timed) for at in (0, 1))
    print(f"{label}: {wall:.1f} s, CPU {used:.1f} s", flush=True)


if __name__ == "__main__":
    main()
