"""What the stages of a match take, and what this machine could do at most."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Detections, Detector, FrameRecord
from probe.runs.match_file import Stage, StageTime
from probe.wording import Message

SIDE = 1024
"""Rows and columns of the matrices (ours: a product takes some hundredths of a second)."""

ROUNDS = 8
"""Products that are timed; the fastest counts (ours: others may be using the processor)."""


@dataclass(eq=False)
class Spent:
    """What a stage takes, filled in while it runs.

    Attributes:
        seconds, done, kept, operations: as in `StageTime`.
    """

    seconds: float = 0.0
    done: int = 0
    kept: int = 0
    operations: float | None = None

    def counted(self, done: int, kept: int = 0, operations: float | None = None) -> None:
        """Say what went through the stage."""
        self.done, self.kept, self.operations = done, kept, operations

    def less(self, seconds: float) -> None:
        """Time that belongs to another stage."""
        self.seconds -= seconds


@dataclass(eq=False)
class Stopwatch:
    """Adds up what stages take, in the order in which they first ran.

    Attributes:
        spent: by stage and model.
    """

    spent: dict[tuple[Stage, str], Spent] = field(default_factory=dict)

    @contextmanager
    def of(self, stage: Stage, model: str = "") -> Iterator[Spent]:
        """Time a block that belongs to a stage."""
        one, start = Spent(), time.perf_counter()
        try:
            yield one
        finally:
            one.seconds += time.perf_counter() - start
            self.add(stage, one.seconds, one.done, one.kept, one.operations, model=model)

    def add(
        self,
        stage: Stage,
        seconds: float,
        done: int,
        kept: int = 0,
        operations: float | None = None,
        *,
        model: str = "",
    ) -> None:
        """Add to a stage."""
        total = self.spent.setdefault((stage, model), Spent())
        total.seconds += seconds
        total.done += done
        total.kept += kept
        if operations is not None:
            total.operations = (total.operations or 0.0) + operations

    @property
    def stages(self) -> tuple[StageTime, ...]:
        """What is stored of them."""
        return tuple(
            StageTime(
                stage=stage,
                model=model,
                seconds=round(max(0.0, spent.seconds), 4),
                done=spent.done,
                kept=spent.kept,
                operations=spent.operations,
            )
            for (stage, model), spent in self.spent.items()
        )


class TimedDetector(Detector):
    """Another detector, whose time is added up.

    Args:
        detector: who finds people.
    """

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self.name, self.has_masks = detector.name, detector.has_masks
        self.seconds = 0.0

    @property
    def digest(self) -> str:
        """Of the other detector."""
        return self._detector.digest

    def check_frames(self, has: Callable[[int | str], bool]) -> Message | None:
        """As the other detector does."""
        return self._detector.check_frames(has)

    def detect_in(self, record: FrameRecord, frame: NDArray[np.uint8]) -> Detections:
        """As the other detector does."""
        start = time.perf_counter()
        try:
            return self._detector.detect_in(record, frame)
        finally:
            self.seconds += time.perf_counter() - start


def product_rate() -> float:
    """Operations a second of a float32 product of two square matrices of `SIDE`, by NumPy.

    It is what this processor reaches at most in what networks do most: their work is counted in
    the same operations, twice the multiply-adds.
    """
    generator = np.random.default_rng(0)
    left, right = (generator.random((SIDE, SIDE), np.float32) for _ in range(2))
    fastest = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        left @ right
        fastest = min(fastest, time.perf_counter() - start)
    return 2 * SIDE**3 / fastest
