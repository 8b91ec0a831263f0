"""Intervals and decisions of contrasts between conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from probe.statistics import Interval, holm, subjects_note
from probe.statistics.confidence import LEVEL, refused, student_quantile, subjects_refusal
from probe.statistics.interaction.cellmeans import CellMeans
from probe.statistics.interaction.grid import Contrast
from probe.statistics.jackknife import Floats, jackknife_variance
from probe.wording import Message, stored_message

METHOD = "subject jackknife t"
_ZERO = 1e-12
"""Estimates and errors below this part of the figures are rounding and count as 0 (ours)."""


@dataclass(frozen=True)
class Term:
    """What can be said about one contrast.

    Attributes:
        axes: names of the factors: one for a main effect, two for an interaction.
        levels: levels that stand against the standard ones, one an axis; empty for the factors as
            a whole.
        interval: the contrast with its interval, not adjusted; refused where it is not determined.
        p_value: of no effect, not adjusted; NaN when refused.
        adjusted: p-value adjusted over all terms of its kind (Holm).
        decided: whether `adjusted` is at most 1 - level.
    """

    axes: tuple[str, ...]
    levels: tuple[str, ...]
    interval: Interval
    p_value: float
    adjusted: float
    decided: bool


@dataclass(frozen=True, eq=False)
class Scale:
    """What contrasts are divided by: 1, or a mean of subjects with its delete-one values.

    Attributes:
        value: the divisor.
        deleted: `(S',)` the divisor without each subject that enters.
    """

    value: float
    deleted: Floats


def terms(
    contrasts: Sequence[Contrast],
    means: CellMeans,
    scale: Scale,
    level: float = LEVEL,
    families: int = 1,
) -> tuple[Term, ...]:
    """Contrasts decided together by Holm's rule.

    Args:
        contrasts: the family.
        means: means of the conditions.
        scale: what to divide by.
        level: confidence level, 0..1.
        families: how many such families share the error rate (Bonferroni between them).
    """
    estimates = [_estimated(contrast, means, scale) for contrast in contrasts]
    p_values = [estimate.p_value for estimate in estimates]
    adjusted = np.minimum(1.0, families * holm(p_values))
    decided = []
    for contrast, estimate, p_value, p_adjusted in zip(
        contrasts, estimates, p_values, adjusted.tolist(), strict=True
    ):
        term = Term(
            axes=contrast.axes,
            levels=contrast.levels,
            interval=estimate.interval(level),
            p_value=p_value,
            adjusted=p_adjusted,
            decided=p_adjusted <= 1 - level,
        )
        decided.append(term)
    return tuple(decided)


@dataclass(frozen=True)
class _Estimate:
    """A contrast with its standard error, and why it may have no interval."""

    estimate: float
    error: float
    subjects: int
    refusal: str

    @property
    def p_value(self) -> float:
        """One minus the highest level at which the interval leaves out zero; NaN when refused."""
        from scipy import special

        if self.refusal:
            return float("nan")
        if self.error == 0:
            return float(self.estimate == 0)
        return float(2 * special.stdtr(self.subjects - 1, -abs(self.estimate) / self.error))

    def interval(self, level: float) -> Interval:
        """Contrast plus and minus Student t times the standard error.

        Degrees of freedom: one less than the subjects of the condition which fewest have.
        """
        if self.refusal:
            return refused(self.estimate, self.refusal, self.subjects, level)
        half = student_quantile(self.subjects - 1, level) * self.error
        low, high = self.estimate - half, self.estimate + half
        note = subjects_note(self.subjects)
        return Interval(self.estimate, low, high, METHOD, note, self.subjects, level)


def _estimated(contrast: Contrast, means: CellMeans, scale: Scale) -> _Estimate:
    subjects = means.fewest(contrast.weights)
    if refusal := _refusal(contrast, means, scale, subjects):
        return _Estimate(float("nan"), float("nan"), subjects, refusal)
    estimate = float(contrast.weights @ means.means) / scale.value
    deleted = means.deleted @ contrast.weights / scale.deleted
    error = float(np.sqrt(jackknife_variance(deleted)))
    # Rounding must not decide that figures which all agree differ.
    tiny = _ZERO * float(np.abs(means.means).max() / scale.value + 1)
    estimate, error = (0.0 if abs(x) < tiny else x for x in (estimate, error))
    return _Estimate(estimate, error, subjects, "")


def _refusal(contrast: Contrast, means: CellMeans, scale: Scale, subjects: int) -> str:
    if reason := subjects_refusal(means.people):
        return reason
    if subjects == 0:
        return Message("note-empty-condition").json()
    if reason := subjects_refusal(subjects):
        return Message("note-thin-condition", {"reason": stored_message(reason)}).json()
    if not means.determines(contrast.weights):
        return Message("note-conditions-apart").json()
    if not (np.isfinite(scale.deleted).all() and min(scale.value, scale.deleted.min()) > 0):
        return Message("note-no-margin").json()
    return ""
