"""Kills `probe run` at random moments and lets it go on: python tools/kills.py --count 200.

After every kill (SIGKILL, SIGTERM or SIGINT, also while the report is written) the same command
with `--resume` must end with the tables of a run that was never killed, byte by byte, with its
report, and leave no file in the making behind.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image

PROTOCOL = """\
name: turn
title: Turning
question: Is a person still recognised after turning?
factors:
  - {name: orientation, kind: circular, levels: [0, 90, 180], standard: 180}
takes: 3
photos: {pattern: "{subject}_o{level}_{take}.png"}
"""
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
TABLES = ("cells.parquet", "pairs.parquet", "histograms.npz", "findings.json")


def write_inputs(folder: Path) -> list[str]:
    """Photographs and a protocol; the arguments of the run."""
    drawn = np.random.default_rng(5)
    (folder / "photos").mkdir()
    for person in range(8):
        colours = drawn.integers(20, 235, (3, 1, 1, 3))
        for level in (0, 90, 180):
            for take in range(3):
                parts = np.broadcast_to(colours, (3, 32, 40, 3)).reshape(96, 40, 3)
                noise = drawn.integers(-20, 20, (96, 40, 3))
                pixels = np.clip(parts + noise, 0, 255).astype(np.uint8)
                Image.fromarray(pixels).save(folder / "photos" / f"{person}_o{level}_{take}.png")
    (folder / "turn.yaml").write_text(PROTOCOL, "utf-8")
    arguments = ["run", str(folder / "turn.yaml"), "--photos", str(folder / "photos")]
    return [*arguments, "--backbone", "stripes", "--device", "cpu"]


def started(arguments: list[str]) -> subprocess.Popen[bytes]:
    """A command of probe in a process of its own."""
    code = "import sys; from probe.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finished(arguments: list[str]) -> None:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; with what it said.
    """
    process = started(arguments)
    said = process.communicate()[1]
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}: {said.decode()}")


def newest(out: Path) -> Path:
    """The newest run below a folder."""
    return sorted(path.parent for path in out.glob("*/*/manifest.json"))[-1]


def fault_after_kill(
    arguments: list[str], folder: Path, reference: dict[str, bytes], seconds: float, choice: int
) -> str:
    """What is wrong after a kill and a resume; empty where nothing is."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        places = ["--out", f"{name}/runs", "--cache", f"{name}/cache"]
        process = started([*arguments, *places])
        time.sleep(seconds)
        process.send_signal(SIGNALS[choice])
        said = process.communicate()[1].decode()
        if "Traceback" in said:
            return f"a traceback: {said}"
        finished([*arguments, *places, "--resume"])
        run = newest(Path(name) / "runs")
        tables = {table: (run / table).read_bytes() for table in TABLES}
        if tables != reference:
            return "other tables"
        if left := [path.name for path in run.rglob("*.part")]:
            return f"left behind: {left}"
        return "" if (run / "report.html").is_file() else "no report"


def main() -> int:
    """Kill so many times; 1 where any run went on to something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    drawn, counts = random.Random(asked.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        arguments = write_inputs(folder)
        start = time.monotonic()
        finished([*arguments, "--out", f"{name}/whole", "--cache", f"{name}/cache"])
        whole = time.monotonic() - start
        run = newest(folder / "whole")
        reference = {table: (run / table).read_bytes() for table in TABLES}
        for number in range(asked.count):
            seconds, choice = drawn.uniform(0.1, whole), drawn.randrange(len(SIGNALS))
            fault = fault_after_kill(arguments, folder, reference, seconds, choice)
            counts["same figures" if not fault else "FAULT"] += 1
            if fault:
                print(f"kill {number}: {SIGNALS[choice].name} after {seconds:.2f} s: {fault}")
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{asked.count} kills, seed {asked.seed}: {told}")
    return int(counts["FAULT"] > 0)


if __name__ == "__main__":
    sys.exit(main())
