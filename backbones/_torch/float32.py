"""Whether float32 is float32: on NVIDIA GPUs PyTorch lets convolutions round to TF32 by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def float32_products(*, tf32: bool = False) -> Iterator[None]:
    """Convolutions and matrix products of float32 numbers in float32, or in TF32 where asked for.

    TF32 has 10 bits of fraction instead of 23; PyTorch's own default is TF32 in convolutions and
    float32 in matrix products. What was set before comes back afterwards.

    Args:
        tf32: allow it in both.
    """
    products, convolutions = torch.backends.cuda.matmul, torch.backends.cudnn
    before = products.allow_tf32, convolutions.allow_tf32
    products.allow_tf32 = convolutions.allow_tf32 = tf32
    try:
        yield
    finally:
        products.allow_tf32, convolutions.allow_tf32 = before
