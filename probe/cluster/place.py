"""Where a piece of work is done."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

_ON_A_NODE: ContextVar[bool] = ContextVar("on_a_node", default=False)


@contextlib.contextmanager
def on_a_node() -> Iterator[None]:
    """While this lasts, work is done for another machine."""
    token = _ON_A_NODE.set(True)
    try:
        yield
    finally:
        _ON_A_NODE.reset(token)


def is_on_a_node() -> bool:
    """Whether work is done for another machine: a file that is not here may be there.

    In threads that the work itself starts it is not known.
    """
    return _ON_A_NODE.get()
