"""What does one piece of work to many items: results in the order of the items, few at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Executor(Protocol):
    """Does work to items, wherever it does it."""

    @property
    def size(self) -> int:
        """How many items are worked on at once."""
        ...

    def ordered(
        self, work: Callable[[Item], Result], items: Iterable[Item], ahead: int
    ) -> Iterator[Result]:
        """The results of items, in their order.

        Args:
            work: what is done to an item.
            items: read as they are needed.
            ahead: items that are begun, at most, before their result is asked for.

        Raises:
            Exception: what `work` raises, where the result is asked for.
        """
        ...


@dataclass(frozen=True)
class Here:
    """The thread that asks, as an `Executor`: an item is worked on when its result is asked for."""

    size: int = 1

    def ordered(
        self, work: Callable[[Item], Result], items: Iterable[Item], ahead: int = 0
    ) -> Iterator[Result]:
        """As `Executor.ordered`."""
        return map(work, items)


@dataclass(frozen=True)
class Threads:
    """Threads of this process, as an `Executor`.

    Attributes:
        size: how many.
    """

    size: int

    def ordered(
        self, work: Callable[[Item], Result], items: Iterable[Item], ahead: int
    ) -> Iterator[Result]:
        """As `Executor.ordered`."""
        with ThreadPoolExecutor(self.size) as pool:
            try:
                yield from in_order(lambda item: pool.submit(work, item).result, items, ahead)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def in_order(
    begin: Callable[[Item], Callable[[], Result]], items: Iterable[Item], ahead: int
) -> Iterator[Result]:
    """The results of items, in their order; at most `ahead` are begun before they are asked for.

    Args:
        begin: begins the work on an item; what it gives waits for the result.
        items: read as they are needed.
        ahead: how many are begun, beside the one whose result is asked for.
    """
    waiting: deque[Callable[[], Result]] = deque()
    for item in items:
        waiting.append(begin(item))
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()
