"""Which device a network runs on, and how many pictures it takes at a time."""

from __future__ import annotations

import torch

from probe.contracts import BackboneCard, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal

_CPU_PIXELS = 4 * 256 * 128
"""For every thread (ours, four pictures of 256x128): larger batches leave the caches."""

_GPU_PIXELS = 1024 * 384 * 128
"""Four batches of the GPU's engine (ours): copying the next one runs beside computing."""


def choose_device(name: str) -> torch.device:
    """The device of `auto`, `cpu`, `cuda`, `cuda:1`, `mps`, ...

    Raises:
        BackboneError: the device is unknown or this machine does not have it.
    """
    if name == "auto":
        return torch.device(_best_available())
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise refusal(
            BackboneError,
            Message("weights-no-device", {"device": name}),
            hint=Message("weights-use-devices"),
        ) from error
    if not _present(device):
        raise refusal(
            BackboneError,
            Message("weights-no-such-device-here", {"device": name}),
            hint=Message("weights-use-device", {"device": _best_available()}),
        )
    return device


def computes_bfloat16(device: torch.device) -> bool:
    """Whether the device has instructions for bfloat16.

    Without them PyTorch's CPU convolutions in bfloat16 are plain loops: the generator of
    `fdgan.small` took 40 seconds a step on a processor with AVX2, and 3 in float32 (one thread,
    beside other programs).
    """
    supported = torch.ops.mkldnn._is_mkldnn_bf16_supported  # what PyTorch itself asks
    return device.type != "cpu" or bool(supported())


def batch_size(card: BackboneCard, device: torch.device, threads: int) -> int:
    """Pictures to hand over at a time: enough to fill the device; 150 MB of host memory for a GPU.

    Args:
        card: tells the size of a picture.
        device: where they are computed.
        threads: of the CPU.
    """
    height, width = card.input_size
    if device.type == "cpu":
        return max(1, min(_CPU_PIXELS // (height * width), 256)) * max(threads, 2)
    if device.type == "cuda":
        return max(1, min(_GPU_PIXELS // (height * width), 2048))
    return max(1, min(_GPU_PIXELS // 4 // (height * width), 512))


def use_threads(runtime: Runtime) -> None:
    """Set PyTorch's threads of this process, when the runtime states a number."""
    if runtime.threads > 0:
        torch.set_num_threads(runtime.threads)


def _best_available() -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _present(device: torch.device) -> bool:
    if device.type == "cpu":
        return True
    if device.type == "cuda":
        return (device.index or 0) < torch.cuda.device_count()
    return device.type == "mps" and torch.backends.mps.is_available()
