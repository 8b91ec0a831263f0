"""What `examination.json` holds: figures that biometrics reports state beside miss rates.

A figure that is not known is None, with the reason as a message in `note` where there is one.
Conditions are against the standard condition.
"""

from __future__ import annotations

from typing import TypedDict

from probe.wording.message import Json


class ExaminedModel(TypedDict):
    """Which scores a record is about: a backbone on the pictures of one protocol as shot."""

    protocol: str
    backbone: str


class IntervalRecord(TypedDict):
    """A figure with its 95 % interval over people."""

    value: float | None
    low: float | None
    high: float | None
    note: Json


class ExaminedRecord(ExaminedModel):
    """How many subjects the figures are of, and how many more were left out."""

    subjects: int
    left_out: int


class CurveRecord(ExaminedModel, IntervalRecord):
    """A point of a detection error trade-off: `value` is the FNMR where strangers of this very
    condition have the FMR.
    """

    condition: int
    fmr: float


class TraceRecord(ExaminedModel):
    """The curve that scores show: where the share `fmr[k]` of this condition's strangers lies above
    a threshold, `fnmr[k]` of the mated comparisons do not. Rates rise; lists are empty where
    too few strangers resolve any.
    """

    condition: int
    fmr: list[float]
    fnmr: list[float]


class IdentificationRecord(ExaminedModel, IntervalRecord):
    """A figure of a gallery of so many people: `rank_1`, `rank_5`, or `fnir` at the rate
    `fpir`.
    """

    condition: int
    figure: str
    gallery: int
    fpir: float | None


class PersonRecord(ExaminedModel):
    """A person: miss rate over the changed conditions, share of strangers above the threshold (of
    pairs of people with this one), and which shares of all misses and false matches they carry.
    """

    person: str
    missed: float | None
    carries_misses: float | None
    matched: float | None
    carries_matches: float | None


class ConcentrationRecord(ExaminedModel):
    """P-values of "no person is missed (matched falsely) more than others"."""

    misses_p: float | None
    matches_p: float | None


class CalibrationRecord(ExaminedModel, IntervalRecord):
    """`value` is Cllr in bits, `least` what no calibration gets below; the log-likelihood ratio is
    slope times score plus offset.
    """

    least: float | None
    least_low: float | None
    least_high: float | None
    slope: float | None
    offset: float | None


class FlowRecord(ExaminedModel, IntervalRecord):
    """`value` is the expected relative error of a count of travellers between two cameras; a survey
    lies between `least` and `most` in nine of ten.
    """

    people: int
    travellers: int
    least: float | None
    most: float | None


class GroupRecord(ExaminedModel, IntervalRecord):
    """`value` is the miss rate of a group's subjects over the changed conditions, at the run's
    threshold. Of those whose group is not stated (`group` empty) there is only their number.
    """

    attribute: str
    group: str
    people: int


class GroupPairRecord(ExaminedModel, IntervalRecord):
    """`value` is the false match rate of strangers at the run's threshold, of people of one group
    (`first` is `second`) or of two: how many people and pairs of people are behind it.
    """

    attribute: str
    first: str
    second: str
    people: int
    pairs: int


class DifferentialRecord(ExaminedModel):
    """How many times the rate of the best group (`to_best`), and the geometric mean of all
    (`to_mean`), that of the worst is; `error` is `misses` or `matches` (within a group). An upper
    limit that is not known is open; `told` where the interval leaves out 1.
    """

    attribute: str
    error: str
    groups: int
    worst: str
    best: str
    to_best: float | None
    to_best_low: float | None
    to_best_high: float | None
    to_mean: float | None
    to_mean_low: float | None
    to_mean_high: float | None
    told: bool


class AbsentRecord(ExaminedModel):
    """Which sections this model and protocol do not have, and why."""

    sections: list[str]
    note: Json


class ExaminationRecord(TypedDict):
    """`examination.json`."""

    examined: list[ExaminedRecord]
    curves: list[CurveRecord]
    traces: list[TraceRecord]
    identification: list[IdentificationRecord]
    people: list[PersonRecord]
    concentration: list[ConcentrationRecord]
    calibration: list[CalibrationRecord]
    flow: list[FlowRecord]
    groups: list[GroupRecord]
    group_pairs: list[GroupPairRecord]
    differentials: list[DifferentialRecord]
    absent: list[AbsentRecord]
