"""The JSON of a run directory, record by record: what evidence, remedies and site advice hold."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

from probe.wording.message import Json

StoredText = dict[str, Json] | str
"""A message as plain data (`Message.data`), or a text of runs of schema version 1."""

Corners = tuple[float, float, float, float]
"""Top, left, bottom, right, as shares of a height and width."""


class RemedyRecord(TypedDict):
    """A set of remedies in `remedies/*.json` (`probe.remedies.result.RemedyResult`); None for what
    is not known. Runs of before have no label, and not how many strangers pass.
    """

    name: str
    label: StoredText
    retention: float | None
    fnmr: float | None
    passing: NotRequired[float | None]
    retention_change: list[float | None] | None
    fnmr_change: list[float | None] | None
    milliseconds: float | None
    note: StoredText


class SiteCellRecord(TypedDict):
    """A cell that a sentence of `site.json` rests on."""

    protocol: str
    backbone: str
    variant: str
    kind: str
    figure: str
    i: int
    j: int


class SiteSentenceRecord(TypedDict, total=False):
    """A sentence of `site.json`: `message`, or `text` in runs of schema version 1; its cells."""

    message: StoredText
    text: str
    cells: list[SiteCellRecord]


class ChangeRecord(TypedDict):
    """What each region adds to the change of a pair since the standard condition."""

    names: list[str]
    parts: list[float]
    before: float
    after: float


COPY = -1
"""Stands for a model where the source itself is taken for the picture in the other pose."""


class DrawnRecord(TypedDict):
    """A picture of a person in the pose of another one of theirs, beside the true one.

    `model` counts the models of the record; -1 is the source taken as it is, which has no file
    (`picture` is empty). `source` and `true` are image ids; `cosine` is the judge's. Of styles a
    model is a camera, `true` is the source, and `other` is the mean cosine with other people.
    """

    subject: str
    condition: int
    model: int
    source: str
    true: str
    picture: str
    l1: float
    ssim: float
    cosine: float | None
    other: NotRequired[float | None]


class GeneratedProtocolRecord(TypedDict):
    """What was drawn for a protocol; `missing` counts pictures without keypoints."""

    missing: int
    drawn: list[DrawnRecord]


class GeneratedRecord(TypedDict):
    """`generated.json`: what `probe generate --run` drew; `judge` is empty where there was none.

    `kind` is `poses` where older runs do not say it.
    """

    kind: NotRequired[Literal["poses", "styles"]]
    models: list[str]
    judge: str
    seed: int
    protocols: dict[str, GeneratedProtocolRecord]


class EvidenceRecord(TypedDict):
    """The evidence maps of a condition (`probe.evidence.survey.ConditionEvidence`).

    `first` and `second` are maps `(pairs, h, w)`, `mean` is the mean map `(rows, columns)`; all
    else is by pair, but `shares` (mean by region, None without masks) and `outside`.
    """

    condition: int
    ids_first: list[str]
    ids_second: list[str]
    kind: Literal["exact", "gradient", "occlusion"]
    note: str
    cosine: list[float]
    constant_first: list[float]
    constant_second: list[float]
    additivity_error: list[float]
    shares: dict[str, float] | None
    outside: float
    places: list[tuple[Corners, Corners]]
    boxes: list[Corners]
    registered: str
    changes: list[ChangeRecord]
    first: NDArray[np.float32]
    second: NDArray[np.float32]
    mean: NDArray[np.float32]
