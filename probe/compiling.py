"""Compilation of inner loops with numba, kept on disk so that only the first run waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., Any])


def machine_code(function: F, *, kept: bool = True, fast: bool = False) -> F:
    """`function` compiled on its first call; other threads run meanwhile.

    Args:
        function: of arrays and numbers.
        kept: whether the result is kept on disk, beside the module or, where that cannot be
            written, in the user's cache folder; where neither can, every start compiles anew.
            Functions that only compiled functions call need not be.
        fast: whether sums may be taken in another order and NaN is left out of account.
    """
    options: dict[str, Any] = {"fastmath": fast, "nogil": True, "error_model": "numpy"}
    try:
        return cast("F", njit(cache=kept, **options)(function))
    except RuntimeError:  # numba found no folder to keep it in
        return cast("F", njit(**options)(function))


def exact(function: F) -> F:
    """`function` compiled, with the very operations it says and in their order."""
    return machine_code(function)


def exact_inside(function: F) -> F:
    """The same, to be called by compiled functions only."""
    return machine_code(function, kept=False)
