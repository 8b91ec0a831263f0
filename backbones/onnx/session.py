"""A backbone that runs an ONNX file as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeGuard

import numpy as np
from numpy.typing import NDArray

from probe.backbones.naming import sha256_of, tag_of
from probe.backbones.onnx.graph import Graph, new_session, read_graph
from probe.backbones.onnx.trial import refuse_costly
from probe.backbones.pictures import check_pictures, checked_vectors
from probe.contracts import Backbone, BackboneCard, Pictures, Runtime, Vectors
from probe.contracts.vector_error import of_picture, vector_error
from probe.errors import BackboneError, CheckpointError, VectorError
from probe.wording import Message, refusal, wording_of

_BATCH = 16
"""Pictures at a time where the graph takes any number (ours): it changes no vector."""


class OnnxBackbone(Backbone):
    """Implements `probe.contracts.Backbone` with a session of ONNX Runtime or OpenVINO.

    Args:
        card: how pictures come in.
        graph: of the network.
        session: runs it: `run([output], {input: planes})`.
        engine: what the session is, in words.
    """

    def __init__(self, card: BackboneCard, graph: Graph, session: Any, engine: str) -> None:
        self._card = card
        self._graph = graph
        self._session, self._engine = session, engine
        self._package = "OpenVINO" if engine.startswith("openvino") else "ONNX Runtime"
        self._batch = graph.batch or _BATCH
        self._scale = (1 / (255 * np.asarray(card.std))).astype(np.float32)[:, None, None]
        mean = np.asarray(card.mean) / np.asarray(card.std)
        self._shift = -mean.astype(np.float32)[:, None, None]

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._card

    @property
    def graph(self) -> Graph:
        """What the file takes and gives."""
        return self._graph

    @property
    def engine(self) -> str:
        """What computes the vectors, in words."""
        return self._engine

    @property
    def files(self) -> tuple[Path, ...]:
        """The file of the graph; what it names as external data belongs to it."""
        return (self._graph.path,)

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` RGB pictures at the card's input size.

        Raises:
            BackboneError: the pictures have another shape, or a vector is not finite.
        """
        check_pictures(images, self._card)
        starts = range(0, len(images), self._batch)
        parts = [self._vectors(images[i : i + self._batch]) for i in starts]
        vectors = np.concatenate(parts) if parts else np.empty((0, self._card.dimension))
        try:
            return checked_vectors(vectors.astype(np.float32, copy=False), len(images), self._card)
        except VectorError as error:
            raise self._with_node(error, images) from None

    def _with_node(self, error: VectorError, images: Pictures) -> VectorError:
        """The refusal of a vector that is not finite, with the node where it begins."""
        if not is_onnx(self._graph.path):
            return error
        from probe.backbones.onnx.first_fault import first_fault

        one = images[int(error.picture)][None]
        planes = self._normalised(np.repeat(one, self._graph.batch or 1, axis=0))
        node = first_fault(self._graph.path, {self._graph.input_name: planes})
        cause = wording_of().text("backbones-from-node", node=node) if node else ""
        return vector_error(error.backbone, error.picture, cause)

    def _vectors(self, images: Pictures) -> NDArray[Any]:
        count = len(images)
        if self._graph.batch and count < self._graph.batch:
            padding = np.repeat(images[-1:], self._graph.batch - count, axis=0)
            images = np.concatenate([images, padding])
        planes = self._normalised(images)
        try:
            (vectors,) = self._session.run(
                [self._graph.output_name], {self._graph.input_name: planes}
            )
        except Exception as error:  # ONNX Runtime's own classes have no types
            raise refusal(
                BackboneError,
                Message(
                    "backbones-picture-fails",
                    {"engine": self._package, "detail": str(error).splitlines()[0][:200]},
                ),
                place=self._graph.path,
                hint=Message("backbones-input-size-right"),
            ) from None
        if np.ndim(vectors) == 0 or np.asarray(vectors).dtype.kind not in "fiub":
            raise refusal(
                BackboneError,
                Message(
                    "backbones-not-one-vector",
                    {"name": self._card.name, "form": _described(vectors), "pictures": count},
                ),
                place=self._graph.path,
                hint=Message("backbones-layer-after-pooling"),
            )
        kept: NDArray[Any] = vectors[:count]
        return kept.reshape(count, -1) if kept.ndim == 4 and kept.shape[2:] == (1, 1) else kept

    def _normalised(self, images: Pictures) -> NDArray[Any]:
        planes = np.ascontiguousarray(images.transpose(0, 3, 1, 2))
        if self._card.channels == "BGR":
            planes = planes[:, ::-1]
        kind = np.float16 if self._graph.input_type == "float16" else np.float32
        normalised: NDArray[Any] = planes * self._scale + self._shift
        return normalised.astype(kind, copy=False)


def _described(output: Any) -> str:
    """What an output is that no vectors can be taken from."""
    array = np.asarray(output)
    return "a single number" if array.ndim == 0 and array.dtype.kind in "fiub" else "no numbers"


def is_onnx(weights: Path | None) -> TypeGuard[Path]:
    """Whether a weights file is an ONNX graph, by its name."""
    return weights is not None and weights.suffix.lower() == ".onnx"


def open_onnx(card: BackboneCard, path: Path, runtime: Runtime) -> OnnxBackbone:
    """Open an ONNX file with the preprocessing of a card, in the engine asked for.

    Raises:
        CheckpointError: the file does not fit the card, or is no such network.
        BackboneError: an engine was asked for that does not run ONNX files.
    """
    if runtime.engine == "torch":
        raise refusal(
            BackboneError,
            Message("backbones-onnx-not-torch"),
            place=path,
            hint=Message("step-engine-auto"),
        )
    graph = read_graph(path, str(card.options.get("output", "")))
    check_size(card, graph)
    session, engine = _session(graph, card.input_size, runtime)
    return opened(card, graph, session, engine)


def check_size(card: BackboneCard, graph: Graph) -> None:
    """Refuse a graph that is bound to pictures of another size than the card's.

    Raises:
        CheckpointError: it is.
    """
    if graph.size not in (None, card.input_size):
        raise refusal(
            CheckpointError,
            Message(
                "backbones-network-size",
                {"size": str(graph.size), "card_size": str(card.input_size)},
            ),
            place=graph.path,
            hint=Message("backbones-write-card-size", {"size": str(list(graph.size or ()))}),
        )


def opened(card: BackboneCard, graph: Graph, session: Any, engine: str) -> OnnxBackbone:
    """The backbone of a graph and what runs it, once it has given a vector.

    Raises:
        BackboneError: it gives no vector of finite numbers for a picture of noise.
    """
    path = graph.path
    loaded = card.with_changes(sha256=sha256_of(path), tag=card.tag or tag_of(path, "onnx"))
    backbone = OnnxBackbone(loaded, graph, session, engine)
    # Noise: a picture of one colour has no deviation to divide by, and none is ever compared.
    noise = np.random.default_rng(0).integers(0, 256, (1, *card.input_size, 3), np.uint8)
    try:
        probe = backbone.embed(noise)
    except VectorError as error:
        raise of_picture(error, Message("embedding-made-picture")) from None
    return OnnxBackbone(loaded.with_changes(dimension=probe.shape[1]), graph, session, engine)


def _session(graph: Graph, size: tuple[int, int], runtime: Runtime) -> tuple[Any, str]:
    """What runs the graph, and its name: OpenVINO where it is asked for, else ONNX Runtime."""
    if runtime.engine == "openvino":
        from probe.backbones.onnx.openvino_session import OpenVinoSession

        refuse_costly(graph.trial(size), runtime)
        compiled = OpenVinoSession(graph, runtime)
        return compiled, compiled.name
    session = new_session(graph, size, runtime)
    return session, f"onnxruntime {', '.join(session.get_providers())}"


def open_under_card(card: BackboneCard, path: Path, runtime: Runtime) -> OnnxBackbone:
    """Open the ONNX graph of a shipped architecture: `ibn=FILE.onnx`.

    Pictures are prepared as the card says. What the network computes is in the graph: the card's
    options (strides, neck, cells) say nothing about it and are left out of the loaded card.

    Raises:
        CheckpointError: as `open_onnx`.
        BackboneError: as `open_onnx`.
    """
    output = {name: value for name, value in card.options.items() if name == "output"}
    graph = read_graph(path, str(output.get("output", "")))
    values = {"output": graph.output_name, "architecture": card.architecture}
    feature = Message("card-feature-graph-of", values)
    return open_onnx(card.with_changes(options=output, feature=feature), path, runtime)
