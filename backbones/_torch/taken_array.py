"""Arrays of NumPy as tensors of PyTorch."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray


def tensor_of(array: NDArray[Any]) -> torch.Tensor:
    """The array as a tensor on the CPU, without a copy where none is needed.

    PyTorch has no read-only tensors, and warns whoever gives it a read-only array, such as a
    decoded picture; such an array is copied.
    """
    whole = np.ascontiguousarray(array)
    return torch.from_numpy(whole if whole.flags.writeable else whole.copy())
