"""The log of a training: a line of JSON an epoch, and the same numbers for TensorBoard.

TensorBoard's file is written by torch's own writer where the package `tensorboard` is installed
(`pip install "probe-reid[training]"`); without it, the lines of JSON are the log.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from probe.errors import CheckpointError
from probe.files.atomic import naming_file, write_text
from probe.files.json_text import parse_json
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

LINES = "log.jsonl"
EVENTS = "events.out.tfevents.*"


@dataclass(frozen=True)
class EpochLine:
    """What an epoch did.

    Attributes:
        stage: its name.
        epoch: of the stage, counted from 1.
        step: steps of the stage so far.
        losses: mean over its steps, by turn.
        watched: means of what learners watch: `right` is the share 0..1 of pictures nearest to
            their own class centre (or key); of several turns, `TURN/NAME`.
        rates: learning rate of its last step, by optimiser.
        pictures_per_second: over the whole epoch.
        waited: share of its time spent waiting for pictures.
        seconds: of the training so far.
        when: its end, seconds since 1970.
    """

    stage: str
    epoch: int
    step: int
    losses: Mapping[str, float]
    watched: Mapping[str, float]
    rates: Mapping[str, float]
    pictures_per_second: float
    waited: float
    seconds: float
    when: float

    @property
    def loss(self) -> float:
        """The loss of the only turn; the sum over all where there are several."""
        return sum(self.losses.values())

    def scalars(self) -> dict[str, float]:
        """Every number by its name in TensorBoard."""
        groups = {"loss": self.losses, "watched": self.watched, "rate": self.rates}
        named = {
            f"{self.stage}/{group}/{name}": value
            for group, values in groups.items()
            for name, value in values.items()
        }
        return {
            **named,
            f"{self.stage}/pictures_per_second": self.pictures_per_second,
            f"{self.stage}/waited": self.waited,
        }


def has_tensorboard() -> bool:
    """Whether TensorBoard's file will be written."""
    return importlib.util.find_spec("tensorboard") is not None


class TrainingLog:
    """Both logs of a training, open while it runs.

    Args:
        folder: of the training.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writer: SummaryWriter | None = None

    def __enter__(self) -> TrainingLog:
        return self

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.close()

    def add(self, line: EpochLine) -> None:
        """Add an epoch to both logs."""
        path = self.folder / LINES
        with naming_file(path), path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(line)) + "\n")
        self._write_events([line])

    def cut_back(self, count: int) -> None:
        """Leave the first `count` lines: later ones were lost with the killed training."""
        kept = _whole_lines(self.folder)[:count]
        text = "".join(json.dumps(asdict(line)) + "\n" for line in kept)
        write_text(self.folder / LINES, text)
        for path in self.folder.glob(EVENTS):
            path.unlink()
        self._write_events(kept)

    def _write_events(self, lines: Sequence[EpochLine]) -> None:
        if not lines or not has_tensorboard():
            return
        if self._writer is None:
            from torch.utils.tensorboard import SummaryWriter

            self._writer = SummaryWriter(str(self.folder))
        for line in lines:
            for name, value in line.scalars().items():
                self._writer.add_scalar(name, value, line.step, line.when)
        self._writer.flush()


def read_lines(folder: Path) -> list[EpochLine]:
    """The epochs of a log; empty where there is none.

    Raises:
        CheckpointError: a line cannot be read.
    """
    path = folder / LINES
    if not path.is_file():
        return []
    lines = []
    for number, text in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        try:
            lines.append(EpochLine(**parse_json(text)))
        except (ValueError, TypeError):
            raise refusal(
                CheckpointError,
                Message("train-no-log-line"),
                place=f"{path}:{number}",
                hint=Message("train-restore-log"),
            ) from None
    return lines


def _whole_lines(folder: Path) -> list[EpochLine]:
    """As `read_lines`, without a last line that a kill has cut short."""
    path = folder / LINES
    if path.is_file():
        text = path.read_text("utf-8", errors="replace")
        if text and not text.endswith("\n"):
            write_text(path, text[: text.rfind("\n") + 1])
    return read_lines(folder)
