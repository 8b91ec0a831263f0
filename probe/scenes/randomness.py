"""Random streams that depend on names and numbers only, never on order or process."""

from __future__ import annotations

import zlib

import numpy as np


def stream(*key: str | int | float) -> np.random.Generator:
    """The random stream of this key: the same on every run, machine and worker count.

    Args:
        key: anything that identifies the stream, such as `("identity", 17, "face")`.
    """
    return np.random.default_rng([word(*key), word("second", *key)])


def word(*key: str | int | float) -> int:
    """A 32-bit number of this key (crc32 of its printed form).

    Not Python's `hash`, which differs from process to process.
    """
    return zlib.crc32(repr(key).encode())
