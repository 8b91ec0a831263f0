"""How large the reports of many conditions are, in this checkout and in another.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/page.py PEOPLExCONDITIONSxTAKES[xMODELS] \
      [OTHER]

OTHER is another checkout. A whole run over made-up photographs with made-up models; each checkout
prints its report in a process of its own. Sizes in MB (10^6 bytes), CPU seconds and peak memory of
the report alone; then how long a browser (Chromium, where there is one) takes to load the page of
this checkout, and to paint it first.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from page_opening import opened
from page_opening import told as told_opening
from PIL import Image
from scale import protocol_file

LENGTH = 64
SIZE = (16, 8)


def photographs(folder: Path, people: int, conditions: int, takes: int) -> None:
    """Small pictures, which say in their first pixels who they are of, where, and how often."""
    rng = np.random.default_rng(0)
    for person in range(people):
        for condition in range(1, conditions + 1):
            for take in range(takes):
                picture = rng.integers(0, 255, (64, 32, 3), np.uint8)
                Image.fromarray(picture).save(folder / f"p{person:03d}_{condition}_{take}.png")


class Directions:
    """Random directions of pictures, others for each model."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def __call__(self, images: np.ndarray) -> np.ndarray:
        """Vectors `float32 (n, LENGTH)`."""
        flat = images.reshape(len(images), -1).astype(np.float32) - 128
        directions = np.random.default_rng(self.seed).normal(size=(flat.shape[1], LENGTH))
        return np.asarray(flat @ directions.astype(np.float32))


def make_run(folder: Path, people: int, conditions: int, takes: int, models: int = 1) -> Path:
    """A finished run without its report."""
    import probe

    photos = folder / "photos"
    photos.mkdir()
    photographs(photos, people, conditions, takes)
    backbones = [
        probe.wrap(Directions(seed), input_size=SIZE, name=f"model{seed}")
        for seed in range(1, models + 1)
    ]
    path = protocol_file(folder, conditions)
    run = probe.run(path, photos=photos, backbones=backbones, out=folder / "runs")
    return Path(run.path)


def print_report(path: Path) -> dict[str, float]:
    """Sizes, CPU seconds and peak MiB of a report."""
    from probe.reports import write
    from probe.runs.reading import Run

    start = time.process_time()
    files = write(Run(path), path.parent / f"report-{os.getpid()}")
    sizes = {name: file.stat().st_size / 1e6 for name, file in files.items()}
    page = files["html"].read_text("utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**sizes, "elements": float(page.count("</") + page.count("<use") + page.count("<col ")),
            "cpu": time.process_time() - start, "peak": peak}  # fmt: skip


def told(found: dict[str, float]) -> str:
    """A measured report in one line."""
    html, pdf, plain = (f"{name.upper()} {found[name]:.1f} MB" for name in ("html", "pdf", "json"))
    pace = f"CPU {found['cpu']:.1f} s, peak {found['peak']:.0f} MiB"
    return f"{html} with {found['elements']:,.0f} elements, {plain}, {pdf}; {pace}"


def main() -> None:
    """Measure both checkouts and print."""
    if sys.argv[1] == "--report":
        print(json.dumps(print_report(Path(sys.argv[2]))))
        return
    people, conditions, takes, *models = (int(part) for part in sys.argv[1].split("x"))
    count = models[0] if models else 1
    here = str(Path(__file__).parents[1])
    with tempfile.TemporaryDirectory() as folder:
        run = make_run(Path(folder), people, conditions, takes, count)
        cases = f"{people} people, {conditions} conditions, {takes} takes"
        print(f"{cases}, {count} model{'s' * (count > 1)}:", flush=True)
        for name, checkout in (("other", sys.argv[2:3]), ("this", [here])):
            for place in checkout:
                command = [sys.executable, __file__, "--report", str(run)]
                environment = {**os.environ, "PYTHONPATH": place}
                done = subprocess.run(
                    command, env=environment, check=True, capture_output=True, text=True
                )
                found = json.loads(done.stdout.splitlines()[-1])
                print(f"  {name}: {told(found)}", flush=True)
        page = max(Path(folder).rglob("report.html"), key=lambda path: path.stat().st_mtime)
        if seen := opened(page):
            print(f"  opened: {told_opening(seen)}", flush=True)


if __name__ == "__main__":
    main()
