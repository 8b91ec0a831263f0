"""What `tools/kills.py` kills: a run, its report, a training, a download; each of the smallest."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
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
TABLES = ("cells.parquet", "pairs.parquet", "histograms.npz", "findings.json")
RECIPE = Path(__file__).parents[1] / "backbones" / "ibn" / "recipes" / "ibn.small.yaml"
SMALL = (
    "network.widths=[8, 16, 16, 16]", "network.blocks=[1, 1, 1, 1]", "epochs=2", "sampler.people=4",
    "checkpoint_every=1",
)  # fmt: skip
"""What makes of that recipe a training of a few steps, with a checkpoint after each."""

ENTRY = "import probe\n\n{card}\nspec = probe.BackboneSpec(cards=(card,), load=None)\n"
CARD = 'card = probe.BackboneCard("slow", input_size=(8, 4), url="{url}", sha256="{sha256}")'


@dataclass(frozen=True)
class Trial:
    """A command that is killed and goes on.

    Attributes:
        name: what it is.
        prepare: makes what the command needs in a fresh folder.
        command: arguments, for that folder.
        resume: what is added to go on.
        figures: what must be the same in the end, by name; raises where it is incomplete.
        watched: the folder below it whose first new file says that the work has begun.
        environment: of the process, beside this one's.
    """

    name: str
    prepare: Callable[[Path], None]
    command: Callable[[Path], list[str]]
    resume: tuple[str, ...]
    figures: Callable[[Path], dict[str, bytes]]
    watched: str
    environment: Callable[[Path], Mapping[str, str]] = field(default=lambda folder: {})

    def start(self, folder: Path, *, resume: bool = False) -> subprocess.Popen[bytes]:
        """The command in a process of its own."""
        code = "import sys; from probe.cli import main; sys.exit(main(sys.argv[1:]))"
        arguments = [*self.command(folder), *(self.resume if resume else ())]
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", code, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, **self.environment(folder)},
        )

    def finish(self, folder: Path, *, resume: bool = False) -> None:
        """Run the command to its end.

        Raises:
            RuntimeError: it failed; with what it said.
        """
        process = self.start(folder, resume=resume)
        said = process.communicate()[1]
        if process.returncode:
            raise RuntimeError(f"{self.name} ended with {process.returncode}: {said.decode()}")

    def files(self, folder: Path) -> set[Path]:
        """What lies in the folder that is watched."""
        return set((folder / self.watched).rglob("*"))


def all_trials(folder: Path) -> tuple[Trial, ...]:
    """The trials; what they share (photographs, a finished run, a file to fetch) is made once."""
    photos = folder / "inputs"
    photos.mkdir(parents=True)
    write_inputs(photos)
    run = _run_trial(photos)
    finished = folder / "finished"
    finished.mkdir()
    run.finish(finished)
    return run, _report_trial(finished), _train_trial(photos), _fetch_trial()


def write_inputs(folder: Path) -> None:
    """Photographs and a protocol, and the photographs by person."""
    drawn = np.random.default_rng(5)
    (folder / "photos").mkdir()
    for person in range(8):
        colours = drawn.integers(20, 235, (3, 1, 1, 3))
        for level in (0, 90, 180):
            for take in range(3):
                parts = np.broadcast_to(colours, (3, 32, 40, 3)).reshape(96, 40, 3)
                noise = drawn.integers(-20, 20, (96, 40, 3))
                pixels = np.clip(parts + noise, 0, 255).astype(np.uint8)
                name = f"{person}_o{level}_{take}.png"
                Image.fromarray(pixels).save(folder / "photos" / name)
                (folder / "people" / str(person)).mkdir(parents=True, exist_ok=True)
                shutil.copy(folder / "photos" / name, folder / "people" / str(person) / name)
    (folder / "turn.yaml").write_text(PROTOCOL, "utf-8")


def _run_trial(inputs: Path) -> Trial:
    def command(folder: Path) -> list[str]:
        arguments = ["run", str(inputs / "turn.yaml"), "--photos", str(inputs / "photos")]
        places = ["--out", str(folder / "runs"), "--cache", str(folder / "cache")]
        return [*arguments, "--backbone", "stripes", "--device", "cpu", *places]

    return Trial("run", lambda folder: None, command, ("--resume",), _run_figures, "runs")


def _report_trial(finished: Path) -> Trial:
    source = newest(finished / "runs")

    def prepare(folder: Path) -> None:
        shutil.copytree(source, folder / "runs" / "turn" / source.name)
        for report in (folder / "runs").glob("*/*/report.*"):
            report.unlink()

    def command(folder: Path) -> list[str]:
        return ["report", str(newest(folder / "runs"))]

    def figures(folder: Path) -> dict[str, bytes]:
        report = newest(folder / "runs") / "report.json"
        return {**_run_figures(folder), "report.json": report.read_bytes()}

    return Trial("report", prepare, command, (), figures, "runs")


def _run_figures(folder: Path) -> dict[str, bytes]:
    """The tables of the newest run; every file of it has the hash that the manifest holds."""
    run = newest(folder / "runs")
    manifest = json.loads((run / "manifest.json").read_text("utf-8"))
    for name, digest in {**manifest["files"], **manifest["derived"]}.items():
        if hashlib.sha256((run / name).read_bytes()).hexdigest() != digest:
            raise RuntimeError(f"{name} has another hash than the manifest holds")
    for report in ("report.html", "report.pdf", "report.json"):
        if report not in manifest["derived"]:
            raise RuntimeError(f"no {report}")
    return {table: (run / table).read_bytes() for table in TABLES}


def newest(runs: Path) -> Path:
    """The newest run below a folder."""
    return sorted(path.parent for path in runs.glob("*/*/manifest.json"))[-1]


def _train_trial(inputs: Path) -> Trial:
    def command(folder: Path) -> list[str]:
        settings = [part for setting in SMALL for part in ("--set", setting)]
        places = ["--data", f"identity_folders={inputs / 'people'}", "--out"]
        places += [str(folder / "training"), "--device", "cpu", "--threads", "1"]
        return ["train", str(RECIPE), *places, *settings]

    def figures(folder: Path) -> dict[str, bytes]:
        training = folder / "training"
        weights = {path.name: path.read_bytes() for path in training.glob("*.safetensors")}
        if not weights:
            raise RuntimeError(f"no weights among {sorted(p.name for p in training.iterdir())}")
        return {**weights, "card.yaml": (training / "card.yaml").read_bytes()}

    return Trial("train", lambda f: None, command, ("--resume",), figures, "training")


def _fetch_trial() -> Trial:
    content = np.random.default_rng(3).integers(0, 256, 2_000_000).astype(np.uint8).tobytes()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(content))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    card = CARD.format(
        url=f"http://127.0.0.1:{server.server_port}/slow.pth",
        sha256=hashlib.sha256(content).hexdigest(),
    )

    def prepare(folder: Path) -> None:
        described = folder / "plugin" / "slow_card-1.dist-info"
        described.mkdir(parents=True)
        (described.parent / "slow_card.py").write_text(ENTRY.format(card=card), "utf-8")
        (described / "METADATA").write_text("Name: slow_card\nVersion: 1\n", "utf-8")
        entry = "[probe.backbones]\nslow = slow_card:spec\n"
        (described / "entry_points.txt").write_text(entry, "utf-8")

    def figures(folder: Path) -> dict[str, bytes]:
        left = {path.name: path.read_bytes() for path in (folder / "cache" / "weights").iterdir()}
        if set(left) != {"slow.pth"}:
            raise RuntimeError(f"left in the folder: {sorted(left)}")
        return left

    def environment(folder: Path) -> dict[str, str]:
        paths = [str(folder / "plugin"), os.environ.get("PYTHONPATH", "")]
        return {"PYTHONPATH": os.pathsep.join(paths), "PROBE_CACHE": str(folder / "cache")}

    def command(folder: Path) -> list[str]:
        return ["backbones", "slow", "--fetch"]

    return Trial("fetch", prepare, command, (), figures, "cache", environment)


def _handler(content: bytes) -> type[BaseHTTPRequestHandler]:
    """A server that sends a file over about a second, from where it is asked to."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            start = int(self.headers.get("Range", "bytes=0-")[6:].rstrip("-"))
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(content) - start))
            self.send_header("ETag", '"one"')
            self.end_headers()
            try:
                for at in range(start, len(content), 20_000):
                    self.wfile.write(content[at : at + 20_000])
                    time.sleep(0.01)
            except OSError:  # the one who asked was killed
                return

        def log_message(self, *values: object) -> None:
            """Nothing is printed."""

    return Handler
