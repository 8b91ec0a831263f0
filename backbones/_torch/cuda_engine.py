"""PyTorch on an NVIDIA GPU: pictures are copied there while the ones before them are computed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones._torch.export import PictureNetwork
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.fusing import fused
from probe.backbones._torch.preprocess import Normalise
from probe.backbones._torch.taken_array import tensor_of
from probe.contracts import BackboneCard, Pictures, Vectors
from probe.wording import Message, wording_of

MOST = 256
"""Pictures at a time (ours): larger batches are no faster."""

_TRIED = 8
"""Pictures with which the memory that one of them takes is measured."""

_SHARE = 0.5
"""Of the free memory, for a batch (ours); other work may need the rest."""

_WARM_UP = 3
"""Calls before a graph is captured, as in PyTorch's notes on CUDA graphs: libraries choose their
kernels and allocate in them."""

_LOG = logging.getLogger(__name__)

Step = Callable[[torch.Tensor], torch.Tensor]


@dataclass(frozen=True)
class CudaForm:
    """How a network is run on a GPU; none of it changes a vector but by rounding.

    Attributes:
        fused: convolutions compute the batch norms, additions and ReLUs after them.
        compiled: by torch.compile.
        graphed: recorded once as a CUDA graph and replayed, which takes the launching of kernels
            off the CPU.
        searched: cuDNN tries its algorithms at the first call.
        tf32: with float32, convolutions and products in TF32.
    """

    fused: bool = True
    compiled: bool = False
    graphed: bool = True
    searched: bool = False
    tf32: bool = False


class CudaEngine:
    """A network in batches of one size, the last one filled up.

    Args:
        network: in evaluation mode; it is moved to the device, its values stay.
        card: normalisation and size of the pictures.
        device: a CUDA device.
        precision: `float32` or `bfloat16` (autocast).
        form: how it is run.
        batch: pictures at a time; 0 for as many as half of the free memory holds, at most 256.
    """

    def __init__(
        self,
        network: nn.Module,
        card: BackboneCard,
        device: torch.device,
        precision: str,
        form: CudaForm = CudaForm(),
        batch: int = 0,
    ) -> None:
        self._device = torch.device("cuda", device.index or 0)
        self._size = card.input_size
        self._low = precision == "bfloat16"
        self._form = form
        self._plain = _prepared(network.to(self._device), card, form, self._low).to(self._device)
        self._forward: Step = torch.compile(self._plain) if form.compiled else self._plain
        self._asked = batch
        self._line: Line | None = None
        self._lock = threading.Lock()
        self.note: Message | str = ""
        kind = "TF32" if form.tf32 and not self._low else precision
        arithmetic = {"float32": "float32 (no TF32)"}.get(kind, kind)
        graph = ", CUDA graph" if form.graphed else ""
        self.name = f"torch {torch.__version__}, {self._device}, {arithmetic}{graph}"

    @property
    def batch(self) -> int:
        """Pictures at a time: as many as the next call begins with."""
        return self._line.batch if self._line else self._asked or MOST

    def run(self, images: Pictures) -> Vectors:
        """As `Engine.run`; where memory does not suffice the batch is halved, and that is said.

        Raises:
            torch.OutOfMemoryError: there is no memory for a single picture.
        """
        with self._lock, _settings(self._device, self._form):
            while True:
                try:
                    if self._line is None:
                        self._asked = self._asked or self._fitting()
                        self._line = self._new_line(self._asked)
                    return self._line.run(images)
                except torch.OutOfMemoryError:
                    if self.batch == 1:
                        raise
                self._halve()  # here, where the error no longer holds on to memory

    def step(self, pictures: torch.Tensor) -> torch.Tensor:
        """Vectors `(n, d)` of `uint8 (n, h, w, 3)` on the device, without a graph."""
        with torch.autocast("cuda", torch.bfloat16, enabled=self._low):
            return self._forward(pictures).float()

    def _new_line(self, batch: int) -> Line:
        return Line(self.step, (batch, *self._size, 3), self._device, graphed=self._form.graphed)

    def _fitting(self) -> int:
        """The largest power of two of pictures for which memory is free, at most `MOST`."""
        pictures = torch.zeros((_TRIED, *self._size, 3), dtype=torch.uint8, device=self._device)
        torch.cuda.reset_peak_memory_stats(self._device)
        before = torch.cuda.memory_allocated(self._device)
        with torch.autocast("cuda", torch.bfloat16, enabled=self._low):
            self._plain(pictures)
        peak = torch.cuda.max_memory_allocated(self._device)
        free = torch.cuda.mem_get_info(self._device)[0]
        free += torch.cuda.memory_reserved(self._device) - before
        fits = int(_SHARE * free * _TRIED / max(peak - before, 1))
        return 1 << (max(1, min(fits, MOST)).bit_length() - 1)

    def _halve(self) -> None:
        """Forget what was allocated and ask for half."""
        size = self.batch
        self._line = None
        torch.cuda.empty_cache()
        self._asked = size // 2
        first = not self.note
        self.note = Message("note-gpu-memory", {"pictures": self._asked})
        if first:
            _LOG.warning("%s, not %d, or less", wording_of()(self.note), size)


class Line:
    """Buffers and the step for batches of one size: copying in runs beside computing.

    Args:
        step: `uint8 (n, h, w, 3)` on the device to vectors `(n, d)`.
        shape: of a batch of pictures.
        device: a CUDA device.
        graphed: capture the step as a CUDA graph.
    """

    def __init__(
        self, step: Step, shape: tuple[int, ...], device: torch.device, *, graphed: bool
    ) -> None:
        self.batch = shape[0]
        self._host = [torch.zeros(shape, dtype=torch.uint8, pin_memory=True) for _ in range(2)]
        self._there = [torch.zeros(shape, dtype=torch.uint8, device=device) for _ in range(2)]
        self._copying, self._computing = _stream(device), _stream(device)
        self._landed, self._used = [_event(), _event()], [_event(), _event()]
        self._step: Step = step
        torch.cuda.synchronize(device)
        if graphed:
            self._step = CapturedStep(step, self._there[0], self._computing)

    def run(self, images: Pictures) -> Vectors:
        """Vectors of any number of pictures."""
        gathered: torch.Tensor | None = None
        for number, start in enumerate(range(0, len(images), self.batch)):
            part = images[start : start + self.batch]
            self._send(part, number % 2)
            with torch.cuda.stream(self._computing):
                self._computing.wait_event(self._landed[number % 2])
                vectors = self._step(self._there[number % 2])
                self._used[number % 2].record()
                if gathered is None:
                    gathered = torch.empty((len(images), vectors.shape[1]), pin_memory=True)
                gathered[start : start + len(part)].copy_(vectors[: len(part)], non_blocking=True)
        self._computing.synchronize()
        assert gathered is not None
        return gathered.numpy().copy()

    def _send(self, part: Pictures, slot: int) -> None:
        """Start the copy of a batch into a slot, once the batch before has left its buffers."""
        self._landed[slot].synchronize()
        self._host[slot][: len(part)].copy_(tensor_of(part))
        with torch.cuda.stream(self._copying):
            self._copying.wait_event(self._used[slot])
            self._there[slot].copy_(self._host[slot], non_blocking=True)
            self._landed[slot].record()


class CapturedStep:
    """A step recorded as a CUDA graph: its kernels are launched all at once."""

    def __init__(self, step: Step, like: torch.Tensor, stream: torch.cuda.Stream) -> None:
        self._input = torch.zeros_like(like)
        torch.cuda.synchronize(like.device)
        with torch.cuda.stream(stream):
            for _ in range(_WARM_UP):
                step(self._input)
        stream.synchronize()
        self._graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self._graph, stream=stream, capture_error_mode="thread_local"):
            self._output = step(self._input)

    def __call__(self, pictures: torch.Tensor) -> torch.Tensor:
        """Vectors of a batch, in the same memory each time."""
        self._input.copy_(pictures, non_blocking=True)
        self._graph.replay()
        return self._output


def _stream(device: torch.device) -> torch.cuda.Stream:
    return torch.cuda.Stream(device)  # type: ignore[no-untyped-call]


def _event() -> torch.cuda.Event:
    return torch.cuda.Event()  # type: ignore[no-untyped-call]


@contextmanager
def _settings(device: torch.device, form: CudaForm) -> Iterator[None]:
    """Device, precision of products and cuDNN's search, for the time of a call."""
    searched = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = form.searched
    try:
        with torch.cuda.device(device), torch.inference_mode(), float32_products(tf32=form.tf32):
            yield
    finally:
        torch.backends.cudnn.benchmark = searched


def _prepared(network: nn.Module, card: BackboneCard, form: CudaForm, low: bool) -> nn.Module:
    """Normalisation and network, channels last, fused where the form asks for it."""
    dtype = torch.bfloat16 if low else torch.float32
    ready = with_fewer_kernels(network, dtype) if form.fused else network
    whole = PictureNetwork(Normalise(card), ready).eval()
    return whole.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def with_fewer_kernels(network: nn.Module, dtype: torch.dtype) -> nn.Module:
    """The network fused; as it is where it has no batch norms of maps or cannot be traced."""
    if not any(isinstance(module, nn.BatchNorm2d) for module in network.modules()):
        return network
    try:
        return fused(network, dtype)
    except Exception as error:  # whatever torch.fx finds in a stranger's network
        _LOG.info("batch norms and ReLUs stay by themselves: %s", error)
        return network
