"""Scores as evidence: all comparisons of changed conditions as log-likelihood ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from probe.comparison.examination.examined import Examined
from probe.comparison.examination.record import interval_record, number
from probe.runs.examination import CalibrationRecord
from probe.statistics.calibration import calibration
from probe.statistics.trials import Trials


def likelihood(examined: Examined) -> Iterator[CalibrationRecord]:
    """One record; none without comparisons."""
    measured = calibration(_trials(examined))
    if measured is not None:
        yield {
            **examined.model,
            **interval_record(measured.cllr),
            "least": number(measured.least.estimate),
            "least_low": number(measured.least.low),
            "least_high": number(measured.least.high),
            "slope": measured.slope,
            "offset": measured.offset,
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
    return np.concatenate(parts) if parts else np.empty(0, kind)
