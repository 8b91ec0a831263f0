"""What opening a network takes: the first time, with its exported graph kept, and known already.

    PYTHONPATH=. python benchmarks/kept_graphs.py [REPEATS]

Weights are made up and lie in files of a temporary folder; every opening runs in a process of its
own, so that imports are in it, as they are in a command. Printed are wall and CPU seconds, the
least of the repeats. "Known" opens what a run needs of a model whose vectors are all kept.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NETWORKS = ("resnet50", "timm:vit_base_patch16_224")
"""Registered names; the second as timm defines it."""

WEIGHTS = """
import sys, torch
from probe.backbones._torch.timm_import import import_timm
from safetensors.torch import save_file
name, path = sys.argv[1:]
torch.manual_seed(0)
model = import_timm().create_model(name, num_classes=0)
save_file({key: value.contiguous() for key, value in model.state_dict().items()}, path)
"""

OPENING = """
import sys
from pathlib import Path
from probe.contracts import Runtime
from probe.embedding.registry import find
given, cache, known = sys.argv[1:]
runtime = Runtime(device="cpu", threads=1, cache=Path(cache))
if known == "known":
    from probe.embedding.known_models import known_or_loaded
    model = known_or_loaded(find(given), runtime)
else:
    model = find(given).load(runtime)
print(model.engine)
"""


def timed(given: str, cache: Path, how: str) -> tuple[float, float, str]:
    """Wall and CPU seconds of a process that opens a network, and its engine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", OPENING, given, str(cache), how],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, sum(after[at] - before[at] for at in (0, 1)), done.stdout.strip()


def main() -> None:
    """One line a network and way of opening it."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for network in NETWORKS:
            file = folder / f"{network.rpartition(':')[2]}.safetensors"
            architecture = "resnet50" if network == "resnet50" else network.partition(":")[2]
            command = [sys.executable, "-c", WEIGHTS, architecture, str(file)]
            subprocess.run(command, check=True)
            given, cache = f"{network}={file}", folder / f"cache {file.stem}"
            wall, used, engine = timed(given, cache, "load")
            print(f"{network}, {engine}: first {wall:.1f} s, CPU {used:.1f} s", flush=True)
            timed(given, cache, "known")
            for label, how in (("graph kept", "load"), ("known", "known")):
                runs = [timed(given, cache, how) for _ in range(repeats)]
                wall, used = (min(run[at] for run in runs) for at in (0, 1))
                print(f"{network}, {label}: {wall:.1f} s, CPU {used:.1f} s", flush=True)


if __name__ == "__main__":
    main()
