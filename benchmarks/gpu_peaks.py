"""What a GPU reaches at most: products of matrices, and copying."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import Any

import torch

from probe.backbones._torch.float32 import float32_products

SIDE = 8192


def milliseconds(call: Callable[[], Any], rounds: int = 20) -> float:
    """Median time on the device of a call."""
    for _ in range(3):
        call()
    times = []
    for _ in range(rounds):
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        call()
        end.record()
        end.synchronize()
        times.append(start.elapsed_time(end))
    return statistics.median(times)


def peaks() -> dict[str, float]:
    """What the GPU reaches: TFLOP/s of products by precision, GB/s of its memory and of copies."""
    found = {}
    kinds = (("bfloat16", torch.bfloat16, False), ("float32", torch.float32, False))
    for told, kind, tf32 in (*kinds, ("TF32", torch.float32, True)):
        left, right = (torch.randn(SIDE, SIDE, device="cuda").to(kind) for _ in range(2))
        with float32_products(tf32=tf32):
            spent = milliseconds(lambda a=left, b=right: a @ b)
        found[f"{told} product, TFLOP/s"] = round(2 * SIDE**3 / spent / 1e9, 1)
    big = torch.empty(1 << 30, dtype=torch.uint8, device="cuda")
    other = torch.empty_like(big)
    spent = milliseconds(lambda: other.copy_(big))
    found["memory of the GPU, read and written, GB/s"] = round(2 * big.numel() / spent / 1e6, 1)
    host = torch.empty(1 << 28, dtype=torch.uint8, pin_memory=True)
    part = big[: host.numel()]
    spent = milliseconds(lambda: part.copy_(host, non_blocking=True))
    found["host to GPU, pinned, GB/s"] = round(host.numel() / spent / 1e6, 1)
    spent = milliseconds(lambda: host.copy_(part, non_blocking=True))
    found["GPU to host, pinned, GB/s"] = round(host.numel() / spent / 1e6, 1)
    return found
