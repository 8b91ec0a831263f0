"""Compilation of the renderer's loops: fast, for no picture rests on the last bit of a sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from probe.compiling import machine_code

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """`function` compiled to machine code on its first call; the result is cached on disk."""
    return machine_code(function, fast=True)


def inlined(function: F) -> F:
    """`function` compiled to be called inside other compiled functions only."""
    return machine_code(function, kept=False, fast=True)
