"""What examiners expect beside miss rates, of one backbone on one protocol."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

import numpy as np

from probe.comparison.cast import Cast, cast_of
from probe.comparison.mated import mated_scores
from probe.comparison.scores import ScoreSource
from probe.comparison.tally import stranger_blocks
from probe.pictures.image_set import ImageSet
from probe.runs.examination import (
    AbsentRecord,
    CalibrationRecord,
    ConcentrationRecord,
    CurveRecord,
    ExaminationRecord,
    FlowRecord,
    IdentificationRecord,
    PersonRecord,
)
from probe.statistics import (
    Interval,
    StrangerScores,
    fnmr_interval,
    strangers_from,
    threshold_at,
)
from probe.statistics.calibration import Trials, calibration
from probe.statistics.confidence import subjects_refusal
from probe.statistics.flow import PeopleErrors, flow_error
from probe.statistics.fmr import false_match_rate, outcomes_of_scores
from probe.statistics.fnmr import population_fnmr_interval
from probe.statistics.identification import open_set_misses, rank_rate, supported
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.zoo import matches_concentrated, mean_by_person, misses_concentrated
from probe.wording import Message
from probe.wording.message import Json

RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""False match rates of a curve (ours: the round ones)."""

GALLERIES = (10, 100, 1000)
"""Sizes of galleries (ours): a small team, a building, a site."""

RANKS = {"rank_1": 1, "rank_5": 5}
"""Ranks whose rate is stated, by name."""

FPIR = 0.1
"""False positive identification rate of open-set figures (ours: one stranger in ten matches
somebody; few people resolve a lower one)."""

BOTH = 0.975
"""Level of the two intervals that an error of flow rests on: both hold at once in 95 %."""

SURVEYED = (10, 30, 100, 300)
"""People at either camera of a survey (ours)."""

TRAVELLERS = 0.5
"""Share of them who went from one to the other (ours)."""

MOST_PEOPLE = 150
"""Of more people the first so many are examined (ours: it bounds the time; intervals are narrow
then)."""

EVERY = ("curves", "identification", "people", "calibration", "flow")
"""The sections, by their key in `examination.json`."""


class _Named(TypedDict):
    protocol: str
    backbone: str


@dataclass(frozen=True, eq=False)
class ConditionScores:
    """Scores of one condition against the standard one.

    Attributes:
        condition: index.
        mated: scores of each subject; empty for one without pictures.
        strangers: at large.
    """

    condition: int
    mated: tuple[Floats, ...]
    strangers: StrangerScores


@dataclass(frozen=True, eq=False)
class Examined:
    """A backbone on one protocol, ready to be examined.

    Attributes:
        named: protocol and backbone.
        names: of the people; the subjects come first.
        subjects: how many of them are subjects.
        threshold: match iff score > threshold; NaN where there is none.
        conditions: the changed ones.
    """

    named: _Named
    names: tuple[str, ...]
    subjects: int
    threshold: float
    conditions: tuple[ConditionScores, ...]

    @property
    def numbers(self) -> Integers:
        """`(S,)` numbers of the subjects."""
        return np.arange(self.subjects)

    @cached_property
    def miss_table(self) -> Floats:
        """Miss rates `(S, C)`; NaN without pictures or threshold."""
        return np.array(
            [
                [float(np.mean(s <= self.threshold)) if len(s) else math.nan for s in one.mated]
                for one in self.conditions
            ]
        ).T

    @cached_property
    def pair_shares(self) -> tuple[Floats, Integers, Integers]:
        """Share of the comparisons above the threshold, and the two people, of every pair."""
        count = len(self.names)
        above, met = np.zeros((2, count * count))
        for one in self.conditions:
            s = one.strangers
            code = np.minimum(s.first, s.second) * count + np.maximum(s.first, s.second)
            above += np.bincount(code, s.scores > self.threshold, minlength=len(met))
            met += np.bincount(code, minlength=len(met))
        pairs = np.flatnonzero(met)
        first, second = np.divmod(pairs, count)
        return above[pairs] / met[pairs], first, second


def examine(
    images: ImageSet, backbone: str, scores: ScoreSource, threshold: float
) -> ExaminationRecord:
    """Everything that the people and pictures of a protocol support.

    Args:
        images: its pictures.
        backbone: name in the run.
        scores: of the pictures.
        threshold: match iff score > threshold; NaN where the rate is not resolved.
    """
    cast = cast_of(images, scores)
    named: _Named = {"protocol": images.protocol.name, "backbone": backbone}
    record = empty_record()
    if reason := _refusal(cast):
        record["absent"].append({**named, "sections": list(EVERY), "note": _plain(reason)})
        return record
    examined = Examined(
        named, cast.people, cast.subjects, threshold,
        tuple(one for one in _conditions(cast, scores) if any(map(len, one.mated))),
    )  # fmt: skip
    record["curves"] += _curves(examined)
    record["identification"] += _identification(examined)
    record["calibration"] += _calibration(examined)
    if math.isfinite(threshold):
        record["people"] += _people(examined)
        record["concentration"].append(_concentration(examined))
        record["flow"] += _flow(examined)
    record["absent"] += _absent(examined, record)
    return record


def empty_record() -> ExaminationRecord:
    """A record of nothing yet."""
    return {
        "curves": [], "identification": [], "people": [], "concentration": [], "calibration": [],
        "flow": [], "absent": [],
    }  # fmt: skip


def joined(records: Sequence[ExaminationRecord]) -> ExaminationRecord:
    """Several records in one."""
    whole = empty_record()
    for record in records:
        whole["curves"] += record["curves"]
        whole["identification"] += record["identification"]
        whole["people"] += record["people"]
        whole["concentration"] += record["concentration"]
        whole["calibration"] += record["calibration"]
        whole["flow"] += record["flow"]
        whole["absent"] += record["absent"]
    return whole


def _refusal(cast: Cast) -> str:
    """Why nothing can be examined."""
    if reason := subjects_refusal(cast.subjects):
        return reason
    return "" if cast.conditions > 1 else Message("note-one-condition").json()


def _absent(examined: Examined, record: ExaminationRecord) -> Iterator[AbsentRecord]:
    """Sections without a figure, in one line."""
    figures = {
        "curves": [row["value"] for row in record["curves"]],
        "identification": [row["value"] for row in record["identification"]],
        "calibration": [row["value"] for row in record["calibration"]],
        "people": [row["missed"] for row in record["people"]],
        "flow": [row["value"] for row in record["flow"]],
    }
    missing = [name for name, values in figures.items() if all(v is None for v in values)]
    if missing:
        reason = Message("note-examination-few").json()
        yield {**examined.named, "sections": missing, "note": _plain(reason)}
    yield {**examined.named, "sections": ["groups"], "note": _plain(
        Message("note-no-groups").json()
    )}  # fmt: skip


def _conditions(cast: Cast, scores: ScoreSource) -> Iterator[ConditionScores]:
    number = np.arange(len(cast.people))
    # Of either kind of people the first.
    chosen = np.where(number < cast.subjects, number, number - cast.subjects) < MOST_PEOPLE
    for condition in range(cast.conditions):
        if condition == cast.standard:
            continue
        i, j = sorted((condition, cast.standard))
        blocks = [
            block.among(chosen).listed()
            for block in stranger_blocks(scores, cast, "at_large", i, j)
        ]
        met = strangers_from(
            blocks, people=len(cast.people), directions=cast.directions, subjects=cast.subjects
        )
        mated = mated_scores(scores, cast, i, j).by_subject
        own = tuple(s if chosen[k] else s[:0] for k, s in enumerate(mated))
        if met.comparisons:
            yield ConditionScores(condition, own, met)


def _curves(examined: Examined) -> Iterator[CurveRecord]:
    for one in examined.conditions:
        for rate in RATES:
            threshold = threshold_at(one.strangers, rate)
            interval = population_fnmr_interval(one.mated, threshold, examined.numbers)
            if threshold.resolved:
                yield {
                    **examined.named,
                    "condition": one.condition,
                    "fmr": rate,
                    "value": _number(interval.estimate),
                    "low": _number(interval.low),
                    "high": _number(interval.high),
                    "note": _plain(interval.note),
                }


def _identification(examined: Examined) -> Iterator[IdentificationRecord]:
    for one in examined.conditions:
        for gallery in GALLERIES:
            for name, rank in RANKS.items() if supported(one.strangers, gallery) else ():
                rate = rank_rate(one.mated, one.strangers, gallery, rank, examined.numbers)
                yield _identified(examined, one, name, gallery, None, rate)
            open_set = open_set_misses(one.mated, one.strangers, gallery, FPIR, examined.numbers)
            if math.isfinite(open_set.estimate):
                yield _identified(examined, one, "fnir", gallery, FPIR, open_set)


def _identified(
    examined: Examined,
    one: ConditionScores,
    figure: str,
    gallery: int,
    fpir: float | None,
    interval: Interval,
) -> IdentificationRecord:
    return {
        **examined.named,
        "condition": one.condition,
        "figure": figure,
        "gallery": gallery,
        "fpir": fpir,
        "value": _number(interval.estimate),
        "low": _number(interval.low),
        "high": _number(interval.high),
        "note": _plain(interval.note),
    }


def _people(examined: Examined) -> Iterator[PersonRecord]:
    """Everybody, those who carry most of the misses first."""
    missed = np.nanmean(examined.miss_table, axis=1) if examined.conditions else np.empty(0)
    shares, first, second = examined.pair_shares
    met = np.union1d(first, second)
    matched = dict(zip(met.tolist(), mean_by_person(shares, first, second).tolist(), strict=True))
    misses, matches = float(np.nansum(missed)), sum(matched.values())
    order = sorted(range(len(missed)), key=lambda k: -np.nan_to_num(missed[k]))
    for k in [*order, *range(examined.subjects, len(examined.names))]:
        own = float(missed[k]) if k < len(missed) else math.nan
        other = matched.get(k, math.nan)
        yield {
            **examined.named,
            "person": examined.names[k],
            "missed": _number(own),
            "carries_misses": _number(own / misses) if misses else None,
            "matched": _number(other),
            "carries_matches": _number(other / matches) if matches else None,
        }


def _concentration(examined: Examined) -> ConcentrationRecord:
    return {
        **examined.named,
        "misses_p": _number(misses_concentrated(examined.miss_table)),
        "matches_p": _number(matches_concentrated(*examined.pair_shares)),
    }


def _calibration(examined: Examined) -> Iterator[CalibrationRecord]:
    found = calibration(_trials(examined))
    if found is not None:
        yield {
            **examined.named,
            "value": _number(found.cllr.estimate),
            "low": _number(found.cllr.low),
            "high": _number(found.cllr.high),
            "note": _plain(found.cllr.note),
            "least": _number(found.least.estimate),
            "least_low": _number(found.least.low),
            "least_high": _number(found.least.high),
            "slope": found.slope,
            "offset": found.offset,
        }


def _trials(examined: Examined) -> Trials:
    """Comparisons of all changed conditions together."""
    mated = [s for one in examined.conditions for s in one.mated]
    people = [np.full(len(s), k) for one in examined.conditions for k, s in enumerate(one.mated)]
    met = [one.strangers for one in examined.conditions]
    return Trials(
        _joined(mated, float), _joined(people, int), _joined([s.scores for s in met], float),
        _joined([s.first for s in met], int), _joined([s.second for s in met], int),
        examined.subjects,
    )  # fmt: skip


def _joined(parts: Sequence[np.ndarray], kind: type) -> np.ndarray:
    return np.concatenate([np.empty(0, kind), *parts])


def _flow(examined: Examined) -> Iterator[FlowRecord]:
    """Surveys with all changed conditions at the second camera, each as often."""
    shares, first, second = examined.pair_shares
    met = np.union1d(first, second)
    matched = np.full(len(examined.names), np.nan)
    matched[met] = mean_by_person(shares, first, second)
    missed = np.nanmean(examined.miss_table, axis=1) if examined.conditions else np.empty(0)
    both = np.flatnonzero(np.isfinite(missed) & np.isfinite(matched[: len(missed)]))
    if not len(both):
        return
    everybody = StrangerScores.joined([one.strangers for one in examined.conditions])
    outcomes = outcomes_of_scores(everybody, examined.threshold)
    errors = PeopleErrors(
        missed[both],
        matched[both],
        fnmr_interval(missed[both], level=BOTH),
        false_match_rate(outcomes, BOTH).interval,
    )
    for people in SURVEYED:
        error = flow_error(errors, people, TRAVELLERS)
        yield {
            **examined.named,
            "people": people,
            "travellers": error.travellers,
            "value": _number(error.error),
            "low": _number(error.low),
            "high": _number(error.high),
            "least": _number(error.least),
            "most": _number(error.most),
            "note": _plain(error.note),
        }


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _plain(message: str) -> Json:
    """A message as plain data; empty for none."""
    import json

    data: Json = json.loads(message) if message else ""
    return data
