"""An exported detector of people, run by ONNX Runtime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones._detectors.onnx.card import DetectorCard, read_card
from probe.backbones._detectors.onnx.fitting import as_input, fitted
from probe.backbones._detectors.onnx.heads import people_of, suppressed
from probe.backbones.naming import sha256_of
from probe.backbones.onnx.graph import Graph, new_session, read_graph
from probe.contracts import Detections, Detector, Runtime
from probe.errors import CheckpointError, DetectorError
from probe.files.data_path import path_in_data
from probe.wording import Message, nearest, refusal


class OnnxPeople(Detector):
    """Implements `probe.contracts.Detector`.

    Args:
        path: of the card.
        card: what the network takes and gives.
        graph: its file.
        session: of ONNX Runtime.
        outputs: names of the outputs that are looked at.
    """

    name = "onnx"

    def __init__(
        self, path: Path, card: DetectorCard, graph: Graph, session: Any, outputs: tuple[str, ...]
    ) -> None:
        self._path, self._card, self._graph, self._session = path, card, graph, session
        self._outputs = outputs
        self._digest = f"onnx 1, {card!r}, {sha256_of(graph.path)}"

    @property
    def digest(self) -> str:
        """Of the card and the network."""
        return self._digest

    def detect(self, frame: NDArray[np.uint8]) -> Detections:
        """People in a frame `uint8 (h, w, 3)` RGB, by falling score.

        Raises:
            DetectorError: the network's numbers are not what the card says.
        """
        card = self._card
        picture, placement = fitted(frame, card)
        kind = np.float16 if self._graph.input_type == "float16" else np.float32
        given = {self._graph.input_name: as_input(picture, card).astype(kind, copy=False)}
        outputs = self._session.run(list(self._outputs), given)
        try:
            corners, scores = people_of(dict(zip(self._outputs, outputs, strict=True)), card)
        except DetectorError as error:
            error.place = error.place or str(self._path)
            raise
        kept = suppressed(corners, scores, card.nms)
        boxes = placement.in_frame(corners[kept])
        boxes[:, 2:] -= boxes[:, :2]
        sized = (boxes[:, 2:] > 0).all(1)
        return Detections(boxes[sized], scores[kept][sized])


def open_onnx_people(path: Path, runtime: Runtime) -> OnnxPeople:
    """The detector of a card.

    Raises:
        YamlError: the card is no YAML.
        DetectorError: it is the network itself, does not fit, or names an output that the network
            has not.
        CheckpointError: the file is no network of pictures, or takes another size.
    """
    if path.suffix.lower() == ".onnx":
        raise refusal(
            DetectorError,
            Message("detectors-network-without-card"),
            place=path,
            hint=Message("detectors-write-card", {"network": path.name}),
        )
    card = read_card(path)
    weights = path_in_data(path.parent, card.weights, DetectorError, path)
    graph = read_graph(weights, next(iter(card.outputs), ""))
    if graph.size not in (None, card.input_size):
        raise refusal(
            CheckpointError,
            Message(
                "detectors-other-size", {"size": str(graph.size), "card_size": str(card.input_size)}
            ),
            place=path,
            hint=Message("detectors-write-size", {"size": str(list(graph.size or ()))}),
        )
    session = new_session(graph, card.input_size, runtime)
    names = [output.name for output in session.get_outputs()]
    outputs = card.outputs or (graph.output_name,)
    for name in outputs:
        if name not in names:
            raise refusal(
                DetectorError,
                Message("detectors-no-output", {"output": repr(name)}),
                place=path,
                hint=nearest(name, names),
            )
    return OnnxPeople(path, card, graph, session, outputs)
