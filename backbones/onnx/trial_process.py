"""The process in which a graph is tried, run as a script: no part of the package is imported.

From standard input it reads `Task` as JSON. It exits with 0 after one inference, and with `FAILED`
and the error on standard output where ONNX Runtime refuses.
"""

from __future__ import annotations

import json
import sys
from typing import TypedDict

FAILED = 3
"""Exit code where ONNX Runtime raised an error; Python's own is 1, a crash has the system's."""


class Task(TypedDict):
    """What is to be tried.

    Attributes:
        path: of the graph.
        threads: of ONNX Runtime.
        memory: bytes of address space that the process may have.
        taken, given: names of the input and of the output.
        kind: NumPy's name of the numbers that it takes.
        shape: of the pictures, `(n, 3, h, w)`.
    """

    path: str
    threads: int
    memory: int
    taken: str
    given: str
    kind: str
    shape: list[int]


def limit_memory(most: int) -> None:
    """Limit the address space of this process, where the system can (Linux; macOS does not hold
    it, Windows has no such limit).
    """
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (OSError, ValueError):  # a system that has no such limit, or a lower one already
        return


def infer_once(task: Task) -> None:
    """Make a session and run it on noise: a picture of one colour may take fewer ways through."""
    import numpy as np
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = task["threads"]
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(
        task["path"], options, providers=["CPUExecutionProvider"]
    )
    noise = np.random.default_rng(0).standard_normal(task["shape"]).astype(task["kind"])
    session.run([task["given"]], {task["taken"]: noise})


def main() -> int:
    """Try the graph of standard input."""
    task: Task = json.load(sys.stdin.buffer)
    limit_memory(task["memory"])
    try:
        infer_once(task)
    except ImportError:
        raise
    except Exception as error:  # ONNX Runtime's own classes have no types
        print(ascii(str(error) or type(error).__name__)[1:-1][:2000])
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
