"""`matches.json` and `times.json`: who of one camera resembles whom of the others, as files.

`matches.json` is the same whenever the same frames are matched with the same settings; what a
machine needed for it stands in `times.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from probe.errors import RunError
from probe.files.atomic import write_text
from probe.runs.manifest import FailedBackbone
from probe.wording import Message, refusal

MATCHES, TIMES, PAGE, PICTURES = "matches.json", "times.json", "matches.html", "pictures"
"""In the folder: what was found, what it took, the page, and a small picture of every walk."""

SCHEMA_VERSION = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sighting(_Part):
    """A person in a frame.

    Attributes:
        frame: its number, counted from 0.
        time: seconds from the start; None where nobody knows.
        box: left, top, width, height in pixels of the frame.
    """

    frame: int
    time: float | None
    box: tuple[float, float, float, float]


class WalkEntry(_Part):
    """One track of one camera.

    Attributes:
        walk: its name, such as `gate/p0003`.
        camera: name of the camera.
        track: number in the camera's `boxes.csv`.
        first, last: where it begins and ends, among its crops.
        shown: the crop that stands for it.
        crop: path of that crop below the `crops` of the camera's folder.
        crops: how many there are.
        compared: how many of them were compared.
    """

    walk: str
    camera: str
    track: int
    first: Sighting
    last: Sighting
    shown: Sighting
    crop: str
    crops: int
    compared: int


class CameraEntry(_Part):
    """One camera.

    Attributes:
        name: in this match.
        source: the video or folder, as it was given.
        folder: of its crops; below the folder of the match unless it is absolute, or an address.
        frames: that were looked at.
        boxes: people seen, frame by frame.
        tracks: that they make.
        walks: tracks that were compared.
        left_out: reason -> boxes without a crop.
        unmasked: pictures that could not be masked.
    """

    name: str
    source: str
    folder: str
    frames: int
    boxes: int
    tracks: int
    walks: int
    left_out: dict[str, int]
    unmasked: int = 0


class Calibration(_Part):
    """What a run says of a model's scores.

    Attributes:
        run: its folder, as it was given.
        study: its name.
        condition: the standard condition, in which strangers were compared, in words.
        fmr: the false match rate that the threshold was set for, 0..1.
        threshold: two walks count as one person above it; None where the run could not set one.
        low, high: 95 % interval of the rate among other people; None where there is none.
        comparisons, people: that the threshold rests on.
        note: what the run says of it: a message as JSON, or empty.
    """

    run: str
    study: str
    condition: str
    fmr: float
    threshold: float | None
    low: float | None
    high: float | None
    comparisons: int
    people: int
    note: str = ""


class ModelEntry(_Part):
    """One model.

    Attributes:
        name: in this match.
        digest: of everything about it that decides a score.
        score: what two pictures are compared by.
        demonstration: what its card says of a model that only demonstrates: a message as JSON, or a
            text; empty for others.
        calibration: what is known of its scores; None without a run.
        notes: what a reader of its scores must know: messages as JSON, or texts.
    """

    name: str
    digest: str
    score: str
    demonstration: str = ""
    calibration: Calibration | None = None
    notes: tuple[str, ...] = ()


class RankedWalk(_Part):
    """A walk beside a query.

    Attributes:
        walk: its name.
        score: mean over all pairs of pictures of the two walks.
        above: whether it is above the threshold; None without one.
    """

    walk: str
    score: float
    above: bool | None


class QueryEntry(_Part):
    """A walk against all walks of the other cameras, by one model.

    Attributes:
        walk: its name.
        model: name of the model.
        compared: how many walks of other cameras there are.
        above: how many of them are above the threshold; None without one.
        ranked: the most similar of them, the most similar first.
    """

    walk: str
    model: str
    compared: int
    above: int | None
    ranked: tuple[RankedWalk, ...]


class MatchFile(_Part):
    """What matching found.

    Attributes:
        schema_version: of the file.
        cameras, models, walks: what was compared by what.
        queries: one entry a walk and model, in the order of the walks.
        detector: as it was given; empty where all people had been cut out before.
        mask: what filled the background; empty for pictures as they are.
        fit: how pictures come to a model's input size.
        pictures: of a walk that are compared, at most.
        ranks: walks that are kept of a query, at most.
        failed_models: models that could not finish, and have no scores.
        notes: what else must be known: messages as JSON.
    """

    schema_version: int = SCHEMA_VERSION
    cameras: tuple[CameraEntry, ...]
    models: tuple[ModelEntry, ...]
    walks: tuple[WalkEntry, ...]
    queries: tuple[QueryEntry, ...]
    detector: str
    mask: str
    fit: str
    pictures: int
    ranks: int
    failed_models: tuple[FailedBackbone, ...] = ()
    notes: tuple[str, ...] = ()


Stage = Literal["detect", "crop", "mask", "embed", "compare"]
"""People are found; frames read, tracks followed and crops written; then as the names say."""


class StageTime(_Part):
    """What one stage took this time.

    Attributes:
        stage: which.
        model: of the stages that a model has.
        seconds: spent.
        done: frames, pictures or queries that went through it.
        kept: those that were there from before.
        operations: of the processor in a network, twice the multiply-adds; None where not known.
    """

    stage: Stage
    model: str = ""
    seconds: float
    done: int
    kept: int = 0
    operations: float | None = None


class MatchTimes(_Part):
    """What matching took on this machine, this time.

    Attributes:
        stages: in order.
        frames: looked at this time.
        kept: frames whose people had been cut out before.
        peak: operations a second of a product of two matrices on the processor
            (`probe.matching.timing`); None where no network's work is known.
    """

    stages: tuple[StageTime, ...]
    frames: int
    kept: int
    peak: float | None

    @property
    def seconds(self) -> float:
        """Of all stages."""
        return sum(stage.seconds for stage in self.stages)


File = TypeVar("File", MatchFile, MatchTimes)


def write_match(folder: Path, matches: MatchFile, times: MatchTimes) -> None:
    """Write both files."""
    write_text(folder / TIMES, _text(times))
    write_text(folder / MATCHES, _text(matches))


def read_match(folder: Path) -> tuple[MatchFile, MatchTimes]:
    """Read both files.

    Raises:
        RunError: one is missing or damaged.
    """
    return _read(folder / MATCHES, MatchFile), _read(folder / TIMES, MatchTimes)


def _text(file: MatchFile | MatchTimes) -> str:
    return json.dumps(file.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


def _read(path: Path, kind: type[File]) -> File:
    hint = Message("run-match-again")
    try:
        file = kind.model_validate_json(path.read_text("utf-8"))
    except OSError:
        raise refusal(RunError, Message("path-no-file"), place=path, hint=hint) from None
    except (ValidationError, UnicodeDecodeError):
        raise refusal(RunError, Message("run-file-damaged"), place=path, hint=hint) from None
    return file
