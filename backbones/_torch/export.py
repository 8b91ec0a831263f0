"""Writing a network with its preprocessing as an ONNX graph."""

from __future__ import annotations

import io
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import torch
from torch import nn

from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard

INPUT, OUTPUT = "pictures", "vectors"
OPSET = 18
"""Of ONNX (ours): ONNX Runtime and OpenVINO both run it."""

REVISION = 1
"""Raised whenever the graphs written here change: part of their names in the cache."""


class PictureNetwork(nn.Module):
    """Preprocessing and network in one: `uint8 (n, h, w, 3)` to `float32 (n, d)`."""

    def __init__(self, normalise: Normalise, network: nn.Module) -> None:
        super().__init__()
        self.normalise = normalise
        self.network = network

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Vectors of pictures."""
        vectors: torch.Tensor = self.network(self.normalise(pictures))
        return vectors


def export_graph(network: nn.Module, card: BackboneCard, path: Path) -> None:
    """Write the network of a card as an ONNX graph that takes uint8 pictures, any number of them.

    The file appears whole or not at all.

    Raises:
        Exception: whatever PyTorch's exporter raises for networks it cannot write.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = PictureNetwork(Normalise(card), network).eval()
    example = torch.zeros(2, *card.input_size, 3, dtype=torch.uint8)
    handle, name = tempfile.mkstemp(suffix=".onnx", dir=path.parent)
    os.close(handle)
    try:
        with torch.no_grad(), _quiet_exporter(), redirect_stdout(io.StringIO()):
            torch.onnx.export(
                whole,
                (example,),
                name,
                dynamo=False,
                opset_version=OPSET,
                input_names=[INPUT],
                output_names=[OUTPUT],
                dynamic_axes={INPUT: {0: "n"}, OUTPUT: {0: "n"}},
            )
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def _quiet_exporter() -> Iterator[None]:
    """Without the exporter's notes on its own age, and on shapes it takes as constant.

    The graph is compared with the network afterwards, so nothing is lost with the notes. (On
    failure the exporter prints the whole graph, which is kept off the terminal as well.)
    """
    with warnings.catch_warnings():
        for words in ("You are using the legacy TorchScript", "The feature will be removed"):
            warnings.filterwarnings("ignore", words, DeprecationWarning)
        tracer_notes = torch.jit.TracerWarning  # type: ignore[attr-defined]
        warnings.filterwarnings("ignore", category=tracer_notes)
        for words in ("Constant folding", "ONNX export mode is set to TrainingMode.EVAL"):
            warnings.filterwarnings("ignore", words, UserWarning)
        yield
