"""Model B against model A on the same pictures: paired intervals and decisions.

Both models see the same subjects, so differences are formed subject by subject; an unpaired
interval would be about one and a half times as wide. Every difference is second minus first.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import (
    LEVEL,
    Interval,
    IntervalAt,
    refused,
    student_interval,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.gap import Gap, jackknifed_gaps
from probe.statistics.intervals import (
    finite_figures,
    mean_ratio,
    retention_refusal,
    undefined,
)
from probe.statistics.jackknife import Floats, combined, mean_of_subjects
from probe.wording import Message

BY_DEFINITION = Message("note-zero-by-definition").json()


def paired_mean_interval(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Interval:
    """Interval of a difference of means over subjects, such as of mated similarities: paired t.

    Args:
        first: `(S,)`, one figure per subject under model A; NaN where missing.
        second: `(S,)`, the same subjects under model B.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: different numbers of subjects.
    """
    return paired_mean(first, second)(level)


def paired_mean(first: ArrayLike, second: ArrayLike) -> IntervalAt:
    """`paired_mean_interval` at any level; what does not depend on the level is computed once."""
    values = finite_figures(differences(first, second))
    statistic, subjects = mean_of_subjects(values), len(values)
    reason = subjects_refusal(subjects)

    def at(level: float) -> Interval:
        if reason:
            return refused(statistic.estimate, reason, subjects, level)
        return student_interval(statistic, "paired subject t", subjects_note(subjects), level)

    return at


def paired_retention_interval(
    first: Sequence[Gap], second: Sequence[Gap], level: float = LEVEL
) -> Interval:
    """Interval of a difference of (mean) retentions: a subject is deleted from both models at once.

    Args:
        first: scores under model A of one or more cells, and last of the standard condition.
        second: the same under model B.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: no cell, different cells, or parts about different numbers of subjects.
    """
    return paired_retention(first, second)(level)


def paired_retention(first: Sequence[Gap], second: Sequence[Gap]) -> IntervalAt:
    """`paired_retention_interval` at any level; the deletions of people are computed once."""
    if len(first) < 2 or len(first) != len(second):
        raise ComparisonError(
            f"{len(first) - 1} cells of one model cannot be paired with {len(second) - 1}",
            hint="Give the same cells of both models, and their standard condition last.",
        )
    if any(cell is model[-1] for model in (first, second) for cell in model[:-1]):
        return lambda level: refused(0.0, BY_DEFINITION, 0, level)
    parts, subjects = jackknifed_gaps(*first, *second)
    *tops_a, bottom_a = parts[: len(first)]
    *tops_b, bottom_b = parts[len(first) :]
    statistic = combined(np.subtract, mean_ratio(bottom_b, *tops_b), mean_ratio(bottom_a, *tops_a))

    def at(level: float) -> Interval:
        reasons = (retention_refusal(bottom, subjects, level) for bottom in (bottom_a, bottom_b))
        if reason := next(filter(None, reasons), "") or undefined(statistic):
            return refused(statistic.estimate, reason, subjects, level)
        note = subjects_note(subjects)
        return student_interval(statistic, "paired subject jackknife", note, level)

    return at


def paired_fnmr_interval(
    first: ArrayLike, second: ArrayLike, extra_variance: float = 0.0, level: float = LEVEL
) -> Interval:
    """Interval of a difference of false non-match rates, each model at its own threshold.

    Half a pseudo-subject that fails only under A and half a one that fails only under B are added
    to the paired differences, as Agresti and Min do for matched pairs (Statistics in Medicine 24,
    2005), with t in place of z. With whole ones it covered 98 to 100 % where this one covers 94 to
    100 % (`benchmarks/paired_coverage.csv`).

    Args:
        first: `(S,)`, rates 0..1 of the subjects under model A; NaN where missing.
        second: `(S,)`, the same subjects under model B.
        extra_variance: what the two estimated thresholds add (`paired_threshold_variance`).
        level: confidence level, 0..1.

    Raises:
        ComparisonError: different numbers of subjects, or a rate outside 0..1.
    """
    return paired_fnmr(first, second, extra_variance)(level)


def paired_fnmr(first: ArrayLike, second: ArrayLike, extra_variance: float = 0.0) -> IntervalAt:
    """`paired_fnmr_interval` at any level; what does not depend on the level is computed once."""
    x = finite_figures(differences(first, second))
    subjects = len(x)
    if subjects and np.abs(x).max() > 1:
        raise ComparisonError("a rate lies outside 0..1")
    estimate = float(x.mean()) if subjects else float("nan")
    reason = subjects_refusal(subjects)
    # Half a pseudo-subject at +1 and half a one at -1 leave the sum as it is.
    centre = float(x.sum()) / (subjects + 1)
    spread = float(np.sum((x - centre) ** 2)) + ((1 - centre) ** 2 + (1 + centre) ** 2) / 2
    variance = spread / ((subjects + 1) * max(1, subjects)) + extra_variance

    def at(level: float) -> Interval:
        if reason:
            return refused(estimate, reason, subjects, level)
        half = student_quantile(subjects - 1, level) * sqrt(variance)
        low, high = max(-1.0, centre - half), min(1.0, centre + half)
        method, note = "paired, one pseudo-subject", subjects_note(subjects)
        return Interval(estimate, low, high, method, note, subjects, level)

    return at


def differences(first: ArrayLike, second: ArrayLike) -> Floats:
    """Second minus first, subject by subject, `(S,)`; NaN where either is missing.

    Raises:
        ComparisonError: different numbers of subjects.
    """
    a, b = np.asarray(first, np.float64), np.asarray(second, np.float64)
    if a.shape != b.shape:
        raise ComparisonError(
            f"models are compared subject by subject, and there are {a.size} and {b.size} subjects"
        )
    return b - a
