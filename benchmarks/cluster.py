"""What a cluster saves, or costs, when vectors are computed: this machine, and Ray on it.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/cluster.py [PEOPLE]

Made-up JPEG photographs of 384x128, one model that ships, an empty cache each time; whole commands
in processes of their own, so that starting Ray is in it. A batch takes one core with `--threads 1`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from probe.cores import cores

LEVELS, TAKES = 4, 5

PROTOCOL = """\
name: made
title: {en: Made}
question: {en: "What does a level cost?"}
expectation: invariant
takes: 1
factors: [{name: level, title: {en: Level}, kind: ordered, levels: [1, 2, 3, 4], standard: 1}]
photos: {pattern: "{subject}_{level}_{take}.jpg"}
"""


def photographs(folder: Path, people: int) -> None:
    """Smooth noise, a file for each person, level and take."""
    rng = np.random.default_rng(0)
    for person in range(people):
        for level in range(1, LEVELS + 1):
            for take in range(TAKES):
                small = Image.fromarray(rng.integers(0, 256, (24, 8, 3), np.uint8))
                picture = small.resize((128, 384), Image.Resampling.BICUBIC)
                picture.save(folder / f"p{person:04d}_{level}_{take}.jpg", quality=90)


def seconds(folder: Path, out: Path, *options: str) -> float:
    """Wall time of one run."""
    command = [
        sys.executable, "-m", "probe", "run", str(folder / "made.yaml"),
        "--photos", str(folder / "photos"), "--backbone", "arcface.demo", "--out", str(out),
        "--no-pictures", *options,
    ]  # fmt: skip
    started = time.perf_counter()
    done = subprocess.run(
        command, env={**os.environ, "PROBE_CACHE": str(out / "cache")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    return time.perf_counter() - started


def main() -> None:
    """One line each way."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "photos").mkdir()
        (folder / "made.yaml").write_text(PROTOCOL, "utf-8")
        photographs(folder / "photos", people)
        print(f"{people * LEVELS * TAKES:,} photographs, {cores()} cores", flush=True)
        ways = {
            "without a cluster": (),
            "--cluster local --threads 1": ("--cluster", "local", "--threads", "1"),
        }
        for way, options in ways.items():
            wall = seconds(folder, folder / way.replace(" ", "_"), *options)
            print(f"  {way}: {wall:.1f} s", flush=True)


if __name__ == "__main__":
    main()
