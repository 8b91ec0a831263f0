"""The log of a training: a line of JSON an epoch, and the same numbers for TensorBoard."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from probe.backbones._training import events
from probe.errors import CheckpointError
from probe.files.atomic import write_bytes, write_text

LINES = "log.jsonl"
EVENTS = "events.out.tfevents.probe"


@dataclass(frozen=True)
class EpochLine:
    """What an epoch did.

    Attributes:
        epoch: counted from 1.
        loss: mean over its steps.
        right: mean share 0..1 of pictures nearest to their own class centre (or key).
        rate: learning rate of its last step.
        pictures_per_second: over the whole epoch.
        waited: share of its time spent waiting for pictures.
        seconds: of the training so far.
        when: its end, seconds since 1970.
    """

    epoch: int
    loss: float
    right: float
    rate: float
    pictures_per_second: float
    waited: float
    seconds: float
    when: float


def add_line(folder: Path, line: EpochLine) -> None:
    """Add an epoch to both logs."""
    with (folder / LINES).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(line)) + "\n")
    events.append(folder / EVENTS, _event(line))


def read_lines(folder: Path) -> list[EpochLine]:
    """The epochs of a log; empty where there is none.

    Raises:
        CheckpointError: a line cannot be read.
    """
    path = folder / LINES
    if not path.is_file():
        return []
    lines = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            lines.append(EpochLine(**json.loads(text)))
        except (ValueError, TypeError):
            raise CheckpointError(
                "not a line of a training log", place=f"{path}:{number}"
            ) from None
    return lines


def cut_back(folder: Path, epochs: int) -> None:
    """Leave the first `epochs` in both logs: later ones were lost with the killed training."""
    kept = [line for line in _whole_lines(folder) if line.epoch <= epochs]
    write_text(folder / LINES, "".join(json.dumps(asdict(line)) + "\n" for line in kept))
    write_bytes(folder / EVENTS, events.file_start() + b"".join(map(_event, kept)))


def _whole_lines(folder: Path) -> list[EpochLine]:
    """As `read_lines`, without a last line that a kill has cut short."""
    path = folder / LINES
    if path.is_file():
        text = path.read_text("utf-8")
        if text and not text.endswith("\n"):
            write_text(path, text[: text.rfind("\n") + 1])
    return read_lines(folder)


def _event(line: EpochLine) -> bytes:
    told = asdict(line)
    shown = ("loss", "right", "rate", "pictures_per_second", "waited")
    values = {f"train/{name}": float(told[name]) for name in shown}
    return events.scalars(line.epoch, values, line.when)
