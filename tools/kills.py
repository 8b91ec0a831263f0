"""Kills commands at random moments and lets them go on: python tools/kills.py --count 200.

`probe run`, `report`, `train` and `backbones --fetch` are killed in turn (SIGKILL, SIGTERM or
SIGINT): half of them at any moment from their start, half after they have begun to write. The same
command, with `--resume` where it has one, must then end with what one that was never killed gives,
byte by byte, and leave no file in the making behind.
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

from kill_trials import Trial, all_trials

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
WHOLE = "finished before the kill"


class Reference:
    """What a command that was never killed gives, and how long it takes."""

    def __init__(self, trial: Trial, folder: Path) -> None:
        trial.prepare(folder)
        before, start = trial.files(folder), time.monotonic()
        process = trial.start(folder)
        self.begins = _seconds_until_work(trial, folder, before, process)
        said = process.communicate()[1]
        if process.returncode:
            raise RuntimeError(f"{trial.name} ended with {process.returncode}: {said.decode()}")
        self.seconds = time.monotonic() - start
        self.figures = trial.figures(folder)


def _seconds_until_work(
    trial: Trial, folder: Path, before: set[Path], process: subprocess.Popen[bytes]
) -> float:
    """Waits until the first file is written, or the process has ended."""
    start = time.monotonic()
    while process.poll() is None and trial.files(folder) <= before:
        time.sleep(0.01)
    return time.monotonic() - start


def fault_after_kill(
    trial: Trial, folder: Path, reference: Reference, drawn: random.Random
) -> tuple[str, str]:
    """When and how it was killed, and what is wrong after it went on (empty: nothing)."""
    trial.prepare(folder)
    before = trial.files(folder)
    process = trial.start(folder)
    seconds, working = drawn.uniform(0.05, reference.seconds), drawn.random() < 0.5
    if working:
        _seconds_until_work(trial, folder, before, process)
        seconds = drawn.uniform(0.0, max(0.1, reference.seconds - reference.begins))
    time.sleep(seconds)
    number = drawn.choice(SIGNALS)
    process.send_signal(number)
    said = process.communicate()[1].decode("utf-8", "replace")
    place = f"{number.name} {seconds:.2f} s after {'its first file' if working else 'its start'}"
    if process.returncode == 0:
        place += f", {WHOLE}"
    if "Traceback" in said:
        return place, f"a traceback: {said}"
    try:
        trial.finish(folder, resume=True)
        figures = trial.figures(folder)
    except (RuntimeError, OSError, ValueError) as error:
        return place, str(error)
    if other := sorted(n for n, data in reference.figures.items() if figures.get(n) != data):
        return place, f"other figures: {other}"
    left = [path.name for path in folder.rglob("*.part")]
    return place, f"left behind: {left}" if left else ""


def main() -> int:
    """Kill so many times; 1 where anything went on to something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", action="append", choices=("run", "report", "train", "fetch"))
    asked = parser.parse_args()
    # A shell's background process ignores Ctrl-C, and so would every command that is started here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    drawn, counts = random.Random(asked.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        shared = Path(name)
        trials = [t for t in all_trials(shared) if not asked.only or t.name in asked.only]
        references = {}
        for trial in trials:
            (shared / trial.name).mkdir()
            references[trial.name] = Reference(trial, shared / trial.name)
            print(f"{trial.name}: {references[trial.name].seconds:.1f} s", flush=True)
        for number in range(asked.count):
            trial = trials[number % len(trials)]
            with tempfile.TemporaryDirectory(dir=shared) as case:
                place, fault = fault_after_kill(trial, Path(case), references[trial.name], drawn)
            result = "FAULT" if fault else "same figures"
            counts[f"{trial.name}: {result}"] += 1
            counts[f"{trial.name}: {place.split()[0]}"] += 1
            counts[f"{trial.name}: {WHOLE}"] += WHOLE in place
            if fault:
                print(f"kill {number}: {trial.name}: {place}: {fault}", flush=True)
            if number % 10 == 9:
                print(f"{number + 1} kills: {dict(counts)}", flush=True)
    print(f"{asked.count} kills, seed {asked.seed}")
    for line, count in sorted(counts.items()):
        print(f"{count:>5}  {line}")
    return int(any("FAULT" in line for line in counts))


if __name__ == "__main__":
    sys.exit(main())
