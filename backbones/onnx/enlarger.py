"""A network that makes pictures larger, from an ONNX file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones.naming import sha256_of
from probe.backbones.onnx.graph import Graph, new_session, read_graph
from probe.contracts import Runtime
from probe.errors import CheckpointError

SCALES = range(2, 9)
"""Times that a picture may become larger (ours)."""

TRIED = ((32, 16), (48, 24))
"""(height, width) of the made pictures that a network is tried on: two, as people differ."""

FARTHEST = 0.15
"""Mean difference, of white, of an enlarged made picture from the same brought down again, at
most (ours): enlarging by repetition has 0, values of 0..255 or -1..1 in place of 0..1 a third or
more."""

CONTRACT = (
    "One input n x 3 x height x width of any height and width, RGB from 0 to 1; one output, the "
    "same s times as high and wide, s a whole number from 2 to 8. See docs/outdoors.md."
)

Picture = NDArray[np.uint8]
Planes = NDArray[np.float32]


class Enlarger:
    """Makes pictures `scale` times as high and wide.

    Args:
        graph: of the network.
        session: runs it: `run([output], {input: planes})`.

    Raises:
        CheckpointError: what it makes of two made pictures is not what `CONTRACT` says.
    """

    def __init__(self, graph: Graph, session: Any) -> None:
        self._graph, self._session = graph, session
        scales = {self._tried(size) for size in TRIED}
        if len(scales) > 1:
            raise self._refused("the network enlarges pictures of two sizes differently")
        (self.scale,) = scales

    @property
    def path(self) -> Path:
        """The file."""
        return self._graph.path

    @property
    def digest(self) -> str:
        """Hex sha256 of the file."""
        return sha256_of(self._graph.path)

    def __call__(self, picture: Picture) -> Picture:
        """The picture `uint8 (h, w, 3)` as `(scale h, scale w, 3)`.

        Raises:
            CheckpointError: the network fails on it, or gives another size or no numbers.
        """
        planes = np.moveaxis(picture, 2, 0).astype(np.float32) / 255
        made = self._run(planes)
        if made.shape != (3, *(self.scale * side for side in picture.shape[:2])):
            raise self._refused(f"the network gives {_sizes(made.shape)} for a picture of "
                                f"{_sizes(picture.shape[:2])}")  # fmt: skip
        values = np.rint(np.clip(np.moveaxis(made, 0, 2), 0, 1) * 255)
        return np.ascontiguousarray(values.astype(np.uint8))

    def _run(self, planes: Planes) -> Planes:
        kind = np.float16 if self._graph.input_type == "float16" else np.float32
        given = np.repeat(planes[None].astype(kind), self._graph.batch or 1, axis=0)
        try:
            (made,) = self._session.run([self._graph.output_name], {self._graph.input_name: given})
        except Exception as error:  # ONNX Runtime's own classes have no types
            raise self._refused(
                "the network cannot be run on a picture of "
                f"{_sizes(planes.shape[1:])} ({str(error).splitlines()[0][:200]})"
            ) from None
        array = np.asarray(made)
        if array.dtype.kind != "f" or array.ndim != 4 or array.shape[1] != 3:
            raise self._refused(f"the network gives {_sizes(array.shape)}, not RGB pictures")
        one = array[0].astype(np.float32)
        if not np.isfinite(one).all():
            raise self._refused("the network gives numbers that are not finite")
        return one

    def _tried(self, size: tuple[int, int]) -> int:
        """The scale at which a made picture comes out as itself."""
        height, width = size
        down, across = np.mgrid[0:height, 0:width].astype(np.float32)
        planes = np.stack([down / height, across / width, 1 - down / height])
        made = self._run(planes)
        scale = made.shape[1] // height
        if made.shape[1:] != (scale * height, scale * width) or scale not in SCALES:
            raise self._refused(
                f"the network gives {_sizes(made.shape[1:])} for a picture of {_sizes(size)}, "
                f"not {SCALES[0]} to {SCALES[-1]} times its height and width"
            )
        blocks = made.reshape(3, height, scale, width, scale).mean((2, 4))
        if float(np.abs(blocks - planes).mean()) > FARTHEST:
            raise self._refused(
                "the network gives another picture than the one it enlarges: values from "
                f"{made.min():.2f} to {made.max():.2f} where they go from 0 to 1"
            )
        return int(scale)

    def _refused(self, message: str) -> CheckpointError:
        return CheckpointError(message, place=self._graph.path, hint=CONTRACT)


def open_enlarger(path: Path, runtime: Runtime) -> Enlarger:
    """Open an ONNX file as a network that makes pictures larger, and try it.

    Raises:
        CheckpointError: the file is absent, damaged, or no such network; the message says how.
    """
    graph = read_graph(path)
    if graph.size is not None:
        raise CheckpointError(
            f"the network takes pictures of {_sizes(graph.size)} only, and people are of many "
            "sizes",
            place=path,
            hint="Export it with its height and width open. " + CONTRACT,
        )
    return Enlarger(graph, new_session(graph, TRIED[0], runtime))


def _sizes(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape))
