"""Compilation of inner loops with numba, kept on disk so that only the first run waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """`function` compiled to machine code on its first call; the result is cached on disk."""
    return cast("F", njit(cache=True, fastmath=True, nogil=True, error_model="numpy")(function))


def inlined(function: F) -> F:
    """`function` compiled to be called inside other compiled functions only."""
    return cast("F", njit(fastmath=True, nogil=True, error_model="numpy")(function))
