"""A rendering process: recipes come in on standard input, scenes go out on standard output.

A process of its own, started by its command line, renders the same in a script, a notebook and a
test: nothing of the caller's program is imported again, and no thread of it is copied.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from typing import IO

import numpy as np

from probe.errors import ProbeError
from probe.scenes.recipe import SceneRecipe
from probe.scenes.scene import Scene
from probe.wording import Message, refusal

_HEAD = struct.Struct("<IIII")
_FAILED = 0xFFFFFFFF


class Worker:
    """One rendering process; use it from one thread at a time, and `close` it."""

    def __init__(self) -> None:
        paths = [path for path in sys.path if path]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"}
        # Ctrl-C reaches every process of a terminal: the parent answers it and closes the pipe.
        code = (
            "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            "from probe.scenes.worker import serve; serve()"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    def render(self, recipe: SceneRecipe) -> Scene:
        """Render a recipe in the process.

        Raises:
            ProbeError: the process ended or could not render.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(recipe.as_dict()).encode() + b"\n")
            self._process.stdin.flush()
            return _receive(self._process.stdout)
        except (BrokenPipeError, EOFError) as error:
            raise refusal(
                ProbeError,
                Message("scenes-worker-ended"),
                place=Message("scenes-identity", {"identity": recipe.identity}),
                hint=Message("scenes-fewer-workers"),
            ) from error

    def close(self) -> None:
        """End the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def serve() -> None:
    """Render recipes from standard input until it ends."""
    from probe.scenes.picture import render

    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing printed may mix with the scenes
    for line in source:
        try:
            _send(sink, render(SceneRecipe.from_dict(json.loads(line))))
        except BrokenPipeError:
            return
        except Exception as error:
            text = f"{type(error).__name__}: {error}".encode()
            sink.write(_HEAD.pack(_FAILED, 0, 0, len(text)) + text)
            sink.flush()


def _send(sink: IO[bytes], scene: Scene) -> None:
    truth = scene.truth_bytes(compress=False)
    height, width = scene.image.shape[:2]
    sink.write(_HEAD.pack(height, width, scene.image.nbytes, len(truth)))
    sink.write(scene.image.tobytes())
    sink.write(truth)
    sink.flush()


def _receive(source: IO[bytes]) -> Scene:
    height, width, count, rest = _HEAD.unpack(_exactly(source, _HEAD.size))
    if height == _FAILED:
        raise refusal(
            ProbeError,
            Message("scenes-not-rendered", {"said": _exactly(source, rest).decode()}),
            hint=Message("scenes-render-alone"),
        )
    pixels = np.frombuffer(_exactly(source, count), np.uint8).reshape(height, width, 3)
    return Scene.from_bytes(pixels, _exactly(source, rest))


def _exactly(source: IO[bytes], count: int) -> bytes:
    data = source.read(count)
    if len(data) < count:
        raise EOFError
    return data
