"""What a set of remedies does, and what it costs."""

from __future__ import annotations

import math
from dataclasses import dataclass

from probe.runs.records import RemedyRecord, StoredText
from probe.statistics import Interval
from probe.statistics.threshold import Threshold
from probe.wording import Message


@dataclass(frozen=True, eq=False)
class RemedyResult:
    """What a set of remedies does.

    Attributes:
        remedies: names; empty for doing nothing.
        retention: mated against strangers, 1 as in the standard condition, 0 as a stranger.
        fnmr: at the remedies' own threshold, 0..1; NaN where the threshold is not resolved.
        threshold: the score, and what it rests on.
        retention_change, fnmr_change: against doing nothing, paired over subjects.
        milliseconds: a picture, preparing and embedding, on this machine (`views-*` cost nothing a
            picture, but more gallery pictures).
        note: why it could not be tried, or what to read beside it; None otherwise.
        label: what the set is called.
        passing: share of different people who pass in the changed condition at the remedies' own
            threshold, 0..1; NaN where it is not resolved.
    """

    remedies: tuple[str, ...]
    retention: float = float("nan")
    fnmr: float = float("nan")
    threshold: Threshold | None = None
    retention_change: Interval | None = None
    fnmr_change: Interval | None = None
    milliseconds: float = float("nan")
    note: Message | str | None = None
    label: Message | str = ""
    passing: float = float("nan")

    @property
    def name(self) -> str:
        """The remedies joined, or `nothing`."""
        return " + ".join(self.remedies) or "nothing"

    def row(self) -> RemedyRecord:
        """As it is stored; an interval is its estimate, low and high."""
        return {
            "name": self.name,
            "label": _stored(self.label or self.name),
            "retention": _finite(self.retention),
            "fnmr": _finite(self.fnmr),
            "passing": _finite(self.passing),
            "retention_change": _ends(self.retention_change),
            "fnmr_change": _ends(self.fnmr_change),
            "milliseconds": _finite(self.milliseconds),
            "note": _stored(self.note or ""),
        }


def _stored(text: Message | str) -> StoredText:
    return text if isinstance(text, str) else text.data()


def _ends(interval: Interval | None) -> list[float | None] | None:
    if interval is None:
        return None
    return [_finite(value) for value in (interval.estimate, interval.low, interval.high)]


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
