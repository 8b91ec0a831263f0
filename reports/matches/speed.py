"""What matching took, by stage, beside the document's speed and what the processor could do."""

from __future__ import annotations

from dataclasses import dataclass

from probe.reports.words import Words
from probe.runs.match_file import MatchTimes, StageTime

FRAMES = 33.0
"""Frames a second of Zhang and Wu (document 1, 4.5), with a graphics card of 2018."""

EXACT = 100
"""From so many a second on, decimals of a rate say nothing (ours)."""

LEAST_SECONDS = 0.05
"""What takes less has no rate: its seconds are printed as 0.0 (ours)."""


@dataclass(frozen=True)
class SpeedRow:
    """One stage, printed.

    Attributes:
        stage: its name.
        done: what went through it, and what was there from before.
        seconds: spent.
        rate: a second; empty where nothing was done.
        share: of what the processor could do; empty where the network's work is not known.
    """

    stage: str
    done: str
    seconds: str
    rate: str
    share: str


@dataclass(frozen=True)
class Speed:
    """The table.

    Attributes:
        rows: one a stage.
        whole: a sentence on all stages together.
        peak: what shares are of; empty without any.
    """

    rows: tuple[SpeedRow, ...]
    whole: str
    peak: str


def speed_of(times: MatchTimes, words: Words) -> Speed:
    """The table of what matching took."""
    peak = ""
    if times.peak is not None:
        peak = words.text("report-match-peak", gigaflops=times.peak / 1e9)
    rows = tuple(_row(stage, times.peak, words) for stage in times.stages)
    return Speed(rows, whole_of(times, words), peak)


def whole_of(times: MatchTimes, words: Words) -> str:
    """All stages in one sentence; no rate where some frames came from before."""
    values = {"frames": times.frames, "kept": times.kept, "seconds": times.seconds}
    fresh = [stage for stage in times.stages if stage.stage == "embed"]
    again = times.kept or any(stage.kept for stage in fresh)
    if not times.frames or again or not times.seconds:
        return words.text("report-match-speed-again", **values)
    rate = times.frames / times.seconds
    return words.text(
        "report-match-speed", **values, rate=rate, document=FRAMES, share=rate / FRAMES
    )


def _row(stage: StageTime, peak: float | None, words: Words) -> SpeedRow:
    numbers = words.numbers
    counts = {"done": stage.done, "kept": stage.kept}
    share = rate = ""
    if stage.done and stage.seconds >= LEAST_SECONDS:
        each = stage.done / stage.seconds
        rate = numbers.decimal(each) if each < EXACT else numbers.count(round(each, -1))
        if stage.operations is not None and peak:
            share = numbers.share(stage.operations / stage.seconds / peak)
    return SpeedRow(
        stage=words.text("report-match-stage", stage=stage.stage, model=stage.model or None),
        done=words.text("report-match-done", stage=stage.stage, **counts),
        seconds=numbers.decimal(stage.seconds),
        rate=rate,
        share=share,
    )
