"""ArcFace networks in ONNX files, through the insightface package.

insightface's `get` aligns faces to a square by five landmarks, which a picture of a whole person
does not have; its `get_feat` takes arrays as they are, and is what is called here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from probe.backbones.naming import sha256_of, tag_of
from probe.backbones.onnx.graph import Graph, new_session, read_graph
from probe.backbones.pictures import check_pictures, checked_vectors
from probe.contracts import Backbone, BackboneCard, Pictures, Runtime, Vectors
from probe.errors import BackboneError, CheckpointError
from probe.wording import Message, refusal

_BATCH = 16
"""Pictures at a time (ours, as for other graphs): it changes no vector, and holds little memory."""


class InsightFaceOnnx(Backbone):
    """Implements `probe.contracts.Backbone` with insightface's `ArcFaceONNX`."""

    def __init__(self, card: BackboneCard, model: Any, batch: int) -> None:
        self._card = card
        self._model = model
        self._batch = batch

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._card

    @property
    def engine(self) -> str:
        """What computes the vectors, in words."""
        return "onnxruntime, through insightface"

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` RGB pictures at the card's input size.

        Raises:
            BackboneError: the pictures have another shape, or a vector is not finite.
        """
        check_pictures(images, self._card)
        starts = range(0, len(images), self._batch)
        parts = [self._vectors(images[i : i + self._batch]) for i in starts]
        vectors = np.concatenate(parts) if parts else np.empty((0, self._card.dimension))
        return checked_vectors(vectors.astype(np.float32, copy=False), len(images), self._card)

    def _vectors(self, images: Pictures) -> Vectors:
        """Insightface takes a list of BGR pictures and normalises them itself."""
        reversed_channels = [np.ascontiguousarray(picture[:, :, ::-1]) for picture in images]
        vectors: Vectors = self._model.get_feat(reversed_channels)
        return vectors


def open_onnx(card: BackboneCard, path: Path, runtime: Runtime) -> InsightFaceOnnx:
    """Open an insightface recognition network from an ONNX file.

    Raises:
        CheckpointError: the file is no such network, or has another input size than the card.
        BackboneError: the insightface package cannot be imported on this machine.
    """
    if runtime.engine not in ("auto", "onnxruntime"):
        raise refusal(
            BackboneError,
            Message("backbones-insightface-engine", {"engine": runtime.engine}),
            place=path,
            hint=Message("backbones-insightface-step", {"file": str(path)}),
        )
    graph = read_graph(path)
    _check_graph(card, graph)
    model = _arcface_class()(str(path), session=new_session(graph, card.input_size, runtime))
    loaded = card.with_changes(
        sha256=sha256_of(path),
        tag=card.tag or tag_of(path, card.architecture),
        dimension=graph.dimension or card.dimension,
    )
    return InsightFaceOnnx(loaded, model, 1 if graph.batch == 1 else _BATCH)


def _check_graph(card: BackboneCard, graph: Graph) -> None:
    if graph.size != card.input_size:
        size = None if graph.size is None else f"{graph.size[0]}x{graph.size[1]}"
        raise refusal(
            CheckpointError,
            Message(
                "backbones-onnx-size",
                {"size": size, "card": f"{card.input_size[0]}x{card.input_size[1]}"},
            ),
            place=graph.path,
            hint=Message("backbones-onnx-size-step", {"file": str(graph.path)}),
        )


def _arcface_class() -> Any:
    try:
        from insightface.model_zoo.arcface_onnx import ArcFaceONNX
    except ImportError as error:
        raise refusal(
            BackboneError,
            Message("backbones-no-insightface", {"error": str(error)}),
            hint=Message("backbones-insightface-install"),
        ) from error
    return ArcFaceONNX
