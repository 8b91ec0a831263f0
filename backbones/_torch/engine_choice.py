"""Choosing the engine of a network: the fastest that gives the eager network's vectors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from probe.backbones._torch.cuda_engine import CudaEngine
from probe.backbones._torch.device import computes_bfloat16
from probe.backbones._torch.engine import EagerEngine, Engine, OnnxRuntimeEngine, OpenVinoEngine
from probe.backbones._torch.export import export_graph
from probe.backbones._torch.graph_cache import graph_file
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors
from probe.errors import BackboneError
from probe.wording import Message, refusal, wording_of

TOLERANCE = 1e-5
"""Largest accepted difference to the eager network, relative to the length of the vectors (ours:
graphs of float32 are within about 1e-7, see benchmarks/embedding.md)."""

LOW_TOLERANCE = 0.05
"""The same for bfloat16, which has 8 bits (ours): beyond it the graph is wrong, not rounded."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class EngineFacts:
    """What is to be known about the engine in use; part of a run's manifest.

    Attributes:
        name: engine, version, device and precision.
        difference: of its vectors to the eager float32 network's, relative to their length, on
            three made pictures; 0 for the eager network itself.
        cosine_change: largest change of a cosine between these pictures.
        note: why a faster engine is not in use; empty when it is.
    """

    name: str
    difference: float = 0.0
    cosine_change: float = 0.0
    note: Message | str = ""


def choose_engine(
    network: nn.Module, card: BackboneCard, device: torch.device, runtime: Runtime
) -> tuple[Engine, EngineFacts]:
    """The engine a runtime asks for; with `auto`, the fastest that agrees with the eager network.

    That is an exported graph on the CPU and a CUDA graph on an NVIDIA GPU; `torch` runs the network
    layer by layer.

    Raises:
        BackboneError: an engine was asked for by name and cannot be used.
    """
    wanted, note = _wanted(device, runtime)
    if wanted == "torch":
        return _eager(network, card, device, runtime, note)
    if wanted == "cuda":
        return _on_gpu(network, card, device, runtime)
    _refuse_impossible(wanted, device, runtime)
    eager = EagerEngine(network, card, device, "float32")
    try:
        return _exported(wanted, network, card, runtime, eager)
    except Exception as error:
        if runtime.engine != "auto":
            raise refusal(
                BackboneError,
                Message(
                    "weights-cannot-be-run",
                    {"name": card.name, "engine": wanted, "detail": _first_line(error)},
                ),
                hint=Message("step-engine-auto"),
            ) from error
        return _eager(network, card, device, runtime, _fallen_back(card, error))


def _on_gpu(
    network: nn.Module, card: BackboneCard, device: torch.device, runtime: Runtime
) -> tuple[Engine, EngineFacts]:
    """The engine of NVIDIA GPUs; layer by layer where that cannot take or does not agree with it.

    Raises:
        torch.OutOfMemoryError: there is no memory for a single picture.
    """
    pictures = _made_pictures(card)
    exact = EagerEngine(network, card, device, "float32").run(pictures)
    try:
        engine = CudaEngine(network, card, device, runtime.precision)
        facts = _facts(engine, exact, pictures)
        if not _agrees(facts, runtime):
            raise refusal(
                BackboneError,
                Message("weights-cuda-graph-differs", {"difference": f"{facts.difference:.1e}"}),
            )
    except torch.OutOfMemoryError:
        raise
    except Exception as error:
        return _eager(network, card, device, runtime, _fallen_back(card, error))
    return engine, facts


def _fallen_back(card: BackboneCard, error: Exception) -> Message:
    """Why a network runs layer by layer, said once."""
    note = Message("note-fallback-engine", {"reason": _first_line(error)})
    _LOG.warning("%s %s", card.name, wording_of()(note))
    return note


def _wanted(device: torch.device, runtime: Runtime) -> tuple[str, Message | str]:
    """The engine to try, and why it is not a faster one."""
    if runtime.engine != "auto":
        return runtime.engine, ""
    if device.type != "cpu":
        return "cuda" if device.type == "cuda" else "torch", ""
    if runtime.precision == "float32":
        return "onnxruntime", ""
    if find_spec("openvino") is not None:
        return "openvino", ""
    if not computes_bfloat16(device):
        return "torch", Message("note-bfloat16-slow")
    return "torch", Message("note-bfloat16-engine")


def _eager(
    network: nn.Module,
    card: BackboneCard,
    device: torch.device,
    runtime: Runtime,
    note: Message | str,
) -> tuple[Engine, EngineFacts]:
    engine = EagerEngine(network, card, device, runtime.precision)
    if runtime.precision == "float32":
        return engine, EngineFacts(engine.name, note=note)
    pictures = _made_pictures(card)
    exact = EagerEngine(network, card, device, "float32").run(pictures)
    return engine, replace(_facts(engine, exact, pictures), note=note)


def _refuse_impossible(wanted: str, device: torch.device, runtime: Runtime) -> None:
    if device.type != "cpu":
        raise refusal(
            BackboneError,
            Message("weights-engine-on-cpu", {"engine": wanted, "device": str(device)}),
            hint=Message("weights-engine-torch"),
        )
    if wanted == "onnxruntime" and runtime.precision != "float32":
        raise refusal(
            BackboneError,
            Message("weights-onnxruntime-float32"),
            hint=Message("weights-bfloat16-engine"),
        )
    if wanted == "openvino":
        try:
            import openvino  # noqa: F401
        except ImportError as error:
            raise refusal(
                BackboneError,
                Message("weights-no-openvino"),
                hint=Message("step-install", {"extra": "openvino"}),
            ) from error


def _exported(
    wanted: str, network: nn.Module, card: BackboneCard, runtime: Runtime, eager: EagerEngine
) -> tuple[Engine, EngineFacts]:
    """An engine on the exported graph: from the cache when that agrees, else exported anew."""
    build: Callable[[str, Runtime], Engine] = (
        OnnxRuntimeEngine if wanted == "onnxruntime" else OpenVinoEngine
    )
    pictures = _made_pictures(card)
    exact = eager.run(pictures)
    with graph_file(card, runtime) as path:
        if path.is_file():
            kept = _from_cache(build, path, runtime, exact, pictures)
            if kept is not None:
                return kept
        export_graph(network, card, path)
        engine = build(str(path), runtime)
    facts = _facts(engine, exact, pictures)
    if not _agrees(facts, runtime):
        path.unlink(missing_ok=True)
        raise refusal(
            BackboneError,
            Message("weights-graph-differs", {"difference": f"{facts.difference:.1e}"}),
        )
    return engine, facts


def _from_cache(
    build: Callable[[str, Runtime], Engine],
    path: Path,
    runtime: Runtime,
    exact: Vectors,
    pictures: Pictures,
) -> tuple[Engine, EngineFacts] | None:
    """The engine on a graph written before; None when it is damaged or disagrees."""
    try:
        engine = build(str(path), runtime)
        facts = _facts(engine, exact, pictures)
    except Exception as error:
        _LOG.info("the cached graph %s is written anew: %s", path, _first_line(error))
        return None
    return (engine, facts) if _agrees(facts, runtime) else None


def _agrees(facts: EngineFacts, runtime: Runtime) -> bool:
    return facts.difference <= (TOLERANCE if runtime.precision == "float32" else LOW_TOLERANCE)


def _facts(engine: Engine, exact: Vectors, pictures: Pictures) -> EngineFacts:
    """How far an engine is from the eager network; its vectors of one and of three pictures."""
    vectors = engine.run(pictures)
    alone = engine.run(pictures[:1])
    if vectors.shape != exact.shape:
        raise refusal(
            BackboneError,
            Message(
                "weights-graph-shape", {"shape": str(vectors.shape), "wanted": str(exact.shape)}
            ),
        )
    length = float(np.linalg.norm(exact, axis=1).min()) or 1.0
    apart = max(
        float(np.linalg.norm(vectors - exact, axis=1).max()),
        float(np.linalg.norm(alone[0] - exact[0])),
    )
    change = float(np.abs(_cosines(vectors) - _cosines(exact)).max())
    return EngineFacts(engine.name, apart / length, change)


def _cosines(vectors: Vectors) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    unit: NDArray[np.float64] = vectors / np.maximum(lengths, 1e-30)
    return unit @ unit.T


def _made_pictures(card: BackboneCard) -> Pictures:
    """Three pictures of coloured blocks with noise, the same every time."""
    rng = np.random.default_rng(20190917)  # any seed: the pictures must only stay the same
    height, width = card.input_size
    coarse = rng.integers(0, 256, (3, -(-height // 16), -(-width // 16), 3))
    blocks = coarse.repeat(16, axis=1).repeat(16, axis=2)[:, :height, :width]
    noise = rng.integers(-30, 31, blocks.shape)
    pictures: Pictures = np.clip(blocks + noise, 0, 255).astype(np.uint8)
    return pictures


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
