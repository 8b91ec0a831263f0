"""The walk of a command: recorded in a process of its own."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.house.modules import modules_of
from benchmarks.house.recorder import Call, Recorder

HERE = Path(__file__).resolve().parents[2]
"""The checkout of this package, which may be another than the one that is counted."""


def record(root: Path, words: list[str], out: Path) -> None:
    """Run a command of the checkout in this process, and write its walk as JSON."""
    names = {str(module.path): name for name, module in modules_of(root).items()}
    recorder = Recorder(names)
    os.chdir(root)
    sys.path.insert(0, str(root))
    sys.argv = ["probe", *words]
    status: object = 0
    sys.setprofile(recorder)
    try:
        runpy.run_module("probe", run_name="__main__", alter_sys=False)
    except SystemExit as end:
        status = end.code
    finally:
        sys.setprofile(None)
    where = Path(str(sys.modules["probe"].__file__)).resolve()
    if str(where) not in names:
        status = f"{where} was run, which is not the checkout's"
    walk = {
        "status": status,
        "functions": len(recorder.functions),
        "rooms": [asdict(call) for call in recorder.rooms.values()],
        "modules": [asdict(call) for call in recorder.modules.values()],
    }
    out.write_text(json.dumps(walk), "utf-8")


@dataclass(frozen=True)
class Walk:
    """What a command called, in order: between rooms, and between modules."""

    functions: int
    rooms: list[Call]
    modules: list[Call]


def walk_of(root: Path, words: list[str]) -> Walk:
    """Run a command of the checkout in a process of its own; its walk.

    Raises:
        RuntimeError: the command did not end well.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "walk.json"
        line = [sys.executable, "-m", "benchmarks.house", str(root), "--record", str(out)]
        env = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PROBE_CACHE": str(Path(folder) / "cache"),
        }
        done = subprocess.run(
            [*line, "--", *words], cwd=HERE, env=env, capture_output=True, text=True, check=False
        )
        if not out.is_file():
            raise RuntimeError(done.stderr)
        walk = json.loads(out.read_text("utf-8"))
    if walk["status"]:
        raise RuntimeError(f"probe {' '.join(words)}: {walk['status']}\n{done.stderr}")
    calls = {kind: [Call(**call) for call in walk[kind]] for kind in ("rooms", "modules")}
    return Walk(walk["functions"], calls["rooms"], calls["modules"])
