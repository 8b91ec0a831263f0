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
    absent: list[AbsentRecord]
