"""A network that makes pictures larger, from an ONNX file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones.onnx.graph import Graph, new_session, read_graph
from probe.contracts import Runtime
from probe.errors import CheckpointError
from probe.wording import Message, Value, refusal

SCALES = range(2, 9)
"""Times that a picture may become larger (ours)."""

TRIED = ((32, 16), (48, 24))
"""(height, width) of the made pictures that a network is tried on: two, as people differ."""

FARTHEST = 0.15
"""Mean difference, of white, of an enlarged made picture from the same brought down again, at
most (ours): enlarging by repetition has 0, values of 0..255 or -1..1 in place of 0..1 a third or
more."""

FARTHEST_AGAIN = 1 / 255
"""Difference, of white, that any value may have when the same picture is enlarged again (ours)."""

CONTRACT = Message("backbones-enlarger-contract")

Picture = NDArray[np.uint8]
Planes = NDArray[np.float32]


class Enlarger:
    """Makes pictures `scale` times as high and wide.

    Args:
        graph: of the network.
        session: runs it: `run([output], {input: planes})`.

    Raises:
        CheckpointError: what it makes of two made pictures is not what docs/outdoors.md says.
    """

    def __init__(self, graph: Graph, session: Any) -> None:
        self._graph, self._session = graph, session
        scales = {self._tried(size) for size in TRIED}
        if len(scales) > 1:
            raise self._refused(Message("backbones-enlarger-two-sizes"))
        (self.scale,) = scales

    @property
    def path(self) -> Path:
        """The file."""
        return self._graph.path

    def __call__(self, picture: Picture) -> Picture:
        """The picture `uint8 (h, w, 3)` as `(scale h, scale w, 3)`.

        Raises:
            CheckpointError: the network fails on it, or gives another size or no numbers.
        """
        planes = np.moveaxis(picture, 2, 0).astype(np.float32) / np.float32(255)
        made = self._run(planes)
        if made.shape != (3, *(self.scale * side for side in picture.shape[:2])):
            sizes: dict[str, Value] = {"given": _sizes(made.shape)}
            sizes["size"] = _sizes(picture.shape[:2])
            raise self._refused(Message("backbones-enlarger-gives", sizes))
        values = np.rint(np.clip(np.moveaxis(made, 0, 2), 0, 1) * 255)
        return np.ascontiguousarray(values.astype(np.uint8))

    def _run(self, planes: Planes) -> Planes:
        kind = np.float16 if self._graph.input_type == "float16" else np.float32
        given = np.repeat(planes[None].astype(kind), self._graph.batch or 1, axis=0)
        try:
            (made,) = self._session.run([self._graph.output_name], {self._graph.input_name: given})
        except Exception as error:  # ONNX Runtime's own classes have no types
            detail = str(error).splitlines()[0][:200]
            values: dict[str, Value] = {"size": _sizes(planes.shape[1:]), "detail": detail}
            raise self._refused(Message("backbones-enlarger-cannot-run", values)) from None
        array = np.asarray(made)
        if array.dtype.kind != "f" or array.ndim != 4 or array.shape[1] != 3:
            given_sizes = {"given": _sizes(array.shape)}
            raise self._refused(Message("backbones-enlarger-not-pictures", given_sizes))
        one: Planes = array[0].astype(np.float32)
        if not np.isfinite(one).all():
            raise self._refused(Message("backbones-enlarger-not-finite"))
        return one

    def _tried(self, size: tuple[int, int]) -> int:
        """The scale at which a made picture comes out as itself."""
        height, width = size
        down, across = np.mgrid[0:height, 0:width].astype(np.float32)
        planes = np.stack([down / height, across / width, 1 - down / height])
        made = self._run(planes)
        if float(np.abs(self._run(planes) - made).max(initial=0)) > FARTHEST_AGAIN:
            raise self._refused(Message("backbones-enlarger-chance"))
        scale = made.shape[1] // height
        if made.shape[1:] != (scale * height, scale * width) or scale not in SCALES:
            values: dict[str, Value] = {"given": _sizes(made.shape[1:]), "size": _sizes(size)}
            values |= {"least": SCALES[0], "most": SCALES[-1]}
            raise self._refused(Message("backbones-enlarger-scale", values))
        blocks = made.reshape(3, height, scale, width, scale).mean((2, 4))
        if float(np.abs(blocks - planes).mean()) > FARTHEST:
            ends: dict[str, Value] = {"low": float(made.min()), "high": float(made.max())}
            raise self._refused(Message("backbones-enlarger-other-picture", ends))
        return int(scale)

    def _refused(self, message: Message) -> CheckpointError:
        return refusal(CheckpointError, message, place=self._graph.path, hint=CONTRACT)


def open_enlarger(path: Path, runtime: Runtime) -> Enlarger:
    """Open an ONNX file as a network that makes pictures larger, and try it.

    Raises:
        CheckpointError: the file is absent, damaged, or no such network; the message says how.
    """
    graph = read_graph(path)
    if graph.size is not None:
        raise refusal(
            CheckpointError,
            Message("backbones-enlarger-fixed", {"size": _sizes(graph.size)}),
            place=path,
            hint=Message("backbones-enlarger-open-sizes"),
        )
    return Enlarger(graph, new_session(graph, TRIED[0], runtime))


def _sizes(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape))
