"""What computes vectors: PyTorch itself, or an exported graph in ONNX Runtime or OpenVINO."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.export import INPUT
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.preprocess import Normalise
from probe.backbones._torch.taken_array import tensor_of
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors
from probe.wording import Message

PIECE = 4
"""Pictures that a CPU thread takes at a time (ours; benchmarks/embedding.md)."""


class Engine(Protocol):
    """Computes vectors of a batch of pictures."""

    @property
    def name(self) -> str:
        """Name, version, device and precision, in words."""
        ...

    @property
    def note(self) -> Message | str:
        """What happened while it ran that a reader must know; mostly empty."""
        ...

    def run(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` pictures at the card's input size."""
        ...


class EagerEngine:
    """PyTorch, layer by layer; channels last, as convolutions like best; float32 without TF32."""

    note = ""

    def __init__(
        self, network: nn.Module, card: BackboneCard, device: torch.device, precision: str
    ) -> None:
        self._device = device
        self._low = precision == "bfloat16"
        self._normalise = Normalise(card).to(device)
        self._network = network.to(device)
        self._network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        arithmetic = "float32 (no TF32)" if device.type == "cuda" and not self._low else precision
        self.name = f"torch {torch.__version__}, {device}, {arithmetic}"

    def run(self, images: Pictures) -> Vectors:
        """As `Engine.run`; the network is in evaluation mode whatever was done to it before."""
        self._network.eval()
        with torch.inference_mode(), float32_products():
            taken = tensor_of(images).to(self._device)
            planes = self._normalise(taken)
            with torch.autocast(self._device.type, torch.bfloat16, enabled=self._low):
                features = self._network(planes)
            vectors: Vectors = features.float().cpu().numpy()
        return vectors


class OnnxRuntimeEngine:
    """ONNX Runtime with an exported graph, on the CPU.

    A batch is cut into small pieces and every thread computes pieces of its own: no thread waits
    for another within a layer, which costs most where the cores are shared with other work.
    """

    note = ""

    def __init__(self, graph: bytes | str, runtime: Runtime) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            graph, options, providers=["CPUExecutionProvider"]
        )
        self._threads = threads_of(runtime)
        self._pool = ThreadPoolExecutor(self._threads, "onnxruntime")
        self.name = f"onnxruntime {onnxruntime.__version__}, cpu, float32"

    def run(self, images: Pictures) -> Vectors:
        """As `Engine.run`."""
        pieces = np.array_split(images, _pieces(len(images), self._threads))
        return np.concatenate(list(self._pool.map(self._piece, pieces)))

    def _piece(self, images: Pictures) -> Vectors:
        vectors: Vectors = self._session.run(None, {INPUT: np.ascontiguousarray(images)})[0]
        return vectors


def _pieces(count: int, threads: int) -> int:
    """Into how many pieces a batch is cut: as many for every thread, of at most 4 pictures."""
    rounds = -(-count // (threads * PIECE))
    return max(1, min(count, rounds * threads))


class OpenVinoEngine:
    """OpenVINO with an exported graph, on the CPU; float32 or bfloat16.

    Raises:
        ImportError: OpenVINO is not installed.
    """

    note = ""

    def __init__(self, graph: str, runtime: Runtime) -> None:
        import openvino

        precision = {"float32": "f32", "bfloat16": "bf16"}[runtime.precision]
        settings: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": precision,
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": threads_of(runtime),
        }
        core = openvino.Core()
        self._compiled = core.compile_model(core.read_model(graph), "CPU", settings)
        self.name = f"openvino {openvino.__version__}, cpu, {runtime.precision}"

    def run(self, images: Pictures) -> Vectors:
        """As `Engine.run`."""
        vectors = self._compiled([np.ascontiguousarray(images)])[self._compiled.output(0)]
        return np.array(vectors, dtype=np.float32)


def threads_of(runtime: Runtime) -> int:
    """CPU threads to use: as stated, else as many as PyTorch would."""
    return runtime.threads or torch.get_num_threads()
