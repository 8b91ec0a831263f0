"""How many cores there are to work on, and how many a matrix product takes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Products:
    """How many threads of this process have asked for products on one core."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked = 0
        self._limits = contextlib.ExitStack()

    @cached_property
    def _libraries(self) -> ThreadpoolController:
        from threadpoolctl import ThreadpoolController

        return ThreadpoolController()

    @contextlib.contextmanager
    def on_one_core(self) -> Iterator[None]:
        with self._lock:
            self._asked += 1
            if self._asked == 1:
                self._limits.enter_context(self._libraries.limit(limits=1, user_api="blas"))
        try:
            yield
        finally:
            with self._lock:
                self._asked -= 1
                if not self._asked:
                    self._limits.close()


_PRODUCTS = _Products()


def products_on_one_core() -> contextlib.AbstractContextManager[None]:
    """While this lasts, a matrix product takes one core, so that its last digits are those of any
    machine; how a product is shared out among cores decides them, too.

    It holds for the whole process, until the last thread that asked for it is done.
    """
    return _PRODUCTS.on_one_core()
