"""Whether a graph can be opened and run: tried first in a process of its own, with limits.

What a graph asks for cannot be told from the file: constants are computed while a session is made,
and sizes may follow from sizes. ONNX Runtime has no limit of its own, and cannot be interrupted.
So one inference is made elsewhere before a file is opened here, and what came through is remembered
in the cache. What a graph does with some other picture is not known by it.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from probe.backbones.naming import sha256_of
from probe.backbones.onnx.trial_process import FAILED, Task
from probe.contracts import Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

SECONDS = 180
"""Time to make a session and run one picture, for a file of no size (ours: a network of 10**12
operations a picture takes a minute on one core)."""

SECONDS_A_GIGABYTE = 60
"""What is added for each 10**9 bytes of weights: a slow disk reads them in less."""

MEMORY = 8 * 2**30
"""Bytes for one picture, beside the weights (ours: twenty times what large networks take)."""

MEMORY_A_BYTE = 4
"""What is added for each byte of weights: the file, its constants, and what is packed from them."""

LARGEST = 16 * 10**9
"""Bytes of weights that widen the limits, at most: other files may lie beside them."""

THREADS = 4
"""At most so many: each takes address space, and a machine may have hundreds."""

FOLDER = "tried"
"""Below the cache: one empty file for each graph that came through."""

_MEMORY_WORDS = re.compile(r"alloc|safeint|out of memory|integer overflow", re.IGNORECASE)
_HINT = Message("backbones-constants-computed")


@dataclass(frozen=True)
class Trial:
    """One inference of a graph.

    Attributes:
        path: the file.
        input_name: of the pictures.
        input_type: `float` or `float16`.
        output_name: of what is asked for.
        shape: of the pictures, `(n, 3, h, w)`.
    """

    path: Path
    input_name: str
    input_type: str
    output_name: str
    shape: tuple[int, int, int, int]


def refuse_costly(trial: Trial, runtime: Runtime) -> None:
    """Run a graph in a process of its own, unless it is remembered that it came through.

    Memory is limited on Linux only; time everywhere. Where no process of Python can be started
    (a frozen program), nothing is tried.

    Raises:
        CheckpointError: it took too long, asked for too much memory, ended its process, or ONNX
            Runtime refuses it on the CPU.
    """
    beside = _numbers_beside(trial.path)
    mark = None if beside or runtime.cache is None else _mark(trial, runtime.cache)
    if mark is not None and mark.is_file():
        return
    size = sum(file.stat().st_size for file in (trial.path, *beside))
    done = _tried(trial, runtime, min(size, LARGEST))
    if done is None:
        return
    _judge(trial, runtime, done)
    if mark is not None:
        _remember(mark)


def _tried(trial: Trial, runtime: Runtime, size: int) -> subprocess.CompletedProcess[bytes] | None:
    """What became of the process; None where none can be started.

    Args:
        trial: what is to be run.
        runtime: says how many threads.
        size: bytes of the graph and its numbers.

    Raises:
        CheckpointError: it took too long.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    seconds = SECONDS + SECONDS_A_GIGABYTE * size // 10**9
    try:
        return subprocess.run(
            [sys.executable, "-P", str(Path(__file__).with_name("trial_process.py"))],
            input=json.dumps(_task(trial, runtime, MEMORY + MEMORY_A_BYTE * size)).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired:
        raise _refused(trial, Message("backbones-onnx-slow", {"seconds": seconds})) from None
    except OSError:
        return None


def _task(trial: Trial, runtime: Runtime, memory: int) -> Task:
    return {
        "path": str(trial.path.absolute()),
        "threads": min(runtime.threads or THREADS, THREADS, os.cpu_count() or 1),
        "memory": memory,
        "taken": trial.input_name,
        "given": trial.output_name,
        "kind": "float16" if trial.input_type == "float16" else "float32",
        "shape": list(trial.shape),
    }


def _judge(trial: Trial, runtime: Runtime, done: subprocess.CompletedProcess[bytes]) -> None:
    """Refuse what did not come through.

    Raises:
        CheckpointError: says why.
    """
    error = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode in {0, 1}:  # 1: Python itself could not start or import; nothing was tried
        return
    if done.returncode != FAILED:
        raise _refused(
            trial,
            Message("backbones-onnx-ends", {"code": str(done.returncode)}),
        )
    if _MEMORY_WORDS.search(error):
        raise _refused(trial, Message("backbones-onnx-memory", {"gigabytes": MEMORY // 2**30}))
    # Another device, or another engine, may run what ONNX Runtime on the CPU cannot.
    if runtime.device in {"auto", "cpu"} and runtime.engine != "openvino":
        raise refusal(
            CheckpointError,
            Message(
                "backbones-onnxruntime-cannot", {"detail": error.partition(chr(92) + "n")[0][:200]}
            ),
            place=trial.path,
            hint=Message("backbones-input-size-right"),
        )


def _numbers_beside(path: Path) -> list[Path]:
    """Files that may hold the numbers of a graph: all beside it, where it names any at all.

    They only widen the limits. `location` is the key by which a tensor names a file.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find(b"location") < 0:
            return []
    return [file for file in path.parent.iterdir() if file.is_file() and file != path]


def _mark(trial: Trial, cache: Path) -> Path:
    """Where it is remembered that a graph came through, with what decided it."""
    import onnxruntime

    asked = (
        *(sha256_of(trial.path), trial.output_name, trial.shape, onnxruntime.__version__),
        *(SECONDS, MEMORY, sys.platform),
    )
    return cache / FOLDER / hashlib.sha256(repr(asked).encode()).hexdigest()


def _remember(mark: Path) -> None:
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError:  # a cache that cannot be written: the next run tries again
        return


def _refused(trial: Trial, message: Message) -> CheckpointError:
    return refusal(CheckpointError, message, place=trial.path, hint=_HINT)
