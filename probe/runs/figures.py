"""The figures of cells, rates and parts: computed by a comparison, stored by a run, then drawn."""

from __future__ import annotations

from typing import Literal, TypedDict

JOINT_LOW = "fnmr_joint_low"
"""The column of cells that runs of before limits that hold together do not have."""


def fails(fnmr: float | None, limit: float) -> bool:
    """Whether misses in the standard condition itself exceed the limit of use.

    A model that fails there has no margin over strangers that lets it recognise people: what it
    keeps of it where something changes (retention) means nothing, and is neither told nor drawn.

    Args:
        fnmr: misses of the standard condition against itself, 0..1; None where none are counted.
        limit: highest FNMR that counts as usable, 0..1.
    """
    return fnmr is not None and fnmr > limit


class Conditions(TypedDict):
    """A pair of conditions by their indices."""

    i: int
    j: int


class CellMeans(TypedDict):
    """How alike the pictures of two conditions are.

    Attributes:
        kind: of the same person, of strangers at large, or of strangers dressed alike.
        n_subjects, n_pairs: people and comparisons.
        mean: over subjects (mated) or ordered pairs of people (strangers), each weighing the same.
        sd_pairs, sd_subjects: over pairs of pictures, over people.
        low, high: 95 % interval of `mean` for people like these.
        interval_method, interval_note: how it was computed, and what to read beside it.
    """

    kind: Literal["mated", "at_large", "alike"]
    n_subjects: int
    n_pairs: int
    mean: float
    sd_pairs: float
    sd_subjects: float
    low: float
    high: float
    interval_method: str
    interval_note: str


class DecisionFigures(TypedDict):
    """What a threshold decides in a mated cell.

    Attributes:
        threshold: match iff score > threshold.
        fmr: the false match rate that it was set for, 0..1.
        misses: comparisons at or below it; -1 where there is none.
        fnmr, fnmr_low, fnmr_high: mean of the subjects' shares of them, with its 95 % interval.
        fnmr_note: what to read beside it.
        fnmr_joint_low, fnmr_joint_high: limits of `fnmr` that hold for all levels, protocols and
            models of the run together (`probe.comparison.joint`); against the standard condition.
    """

    threshold: float
    fmr: float
    misses: int
    fnmr: float
    fnmr_low: float
    fnmr_high: float
    fnmr_note: str
    fnmr_joint_low: float
    fnmr_joint_high: float


class RetentionFigures(TypedDict):
    """The margin over strangers of a mated cell, relative to that of the standard condition.

    Over the people who have all four parts, whom its interval is about; over everybody where nobody
    has. Runs of before hold it over everybody.
    """

    retention: float
    retention_low: float
    retention_high: float
    retention_note: str


class SeparationFigures(TypedDict):
    """How far a mated cell stands apart from strangers (`probe.comparison.separation`)."""

    log10_fmr: float
    log10_fmr_floored: bool
    dprime: float
    auc: float
    eer: float
    eer_note: str


class StrangerFigures(TypedDict):
    """Comparisons of strangers above the threshold, and their share.

    Attributes:
        false_matches: how many are above it; -1 where there is no threshold.
        fmr_observed, fmr_low, fmr_high: their share, with its 95 % interval for new people at this
            very threshold (`probe.statistics.fmr`).
        fmr_note: what to read beside it, or why there is none.
    """

    false_matches: int
    fmr_observed: float
    fmr_low: float
    fmr_high: float
    fmr_note: str


class CellFigures(CellMeans, DecisionFigures, RetentionFigures, SeparationFigures, StrangerFigures):
    """The figures of a cell; NaN, -1 and "" where one is not defined."""


class RateFigures(TypedDict):
    """FNMR and FMR of a cell at one threshold; NaN where there is no threshold.

    Attributes:
        fmr_asked: the false match rate the threshold was set for, 0..1.
        threshold: match iff score > threshold; NaN where the rate is not resolved.
        n_subjects, n_pairs: mated: people and comparisons.
        misses: mated comparisons at or below the threshold; -1 without one.
        fnmr: mean over subjects of the share of their comparisons that are missed.
        low, high: its 95 % interval for new people at this very threshold.
        note: what to read beside it, or why there is none.
        anew_low, anew_high: its 95 % interval at the threshold that truly has the rate asked for,
            as one would set anew on other strangers.
        anew_note: what to read beside that.
        compared, false_matches: strangers at large: comparisons, and how many are above it.
        fmr, fmr_low, fmr_high, fmr_note: their share, with its 95 % interval for new people at this
            very threshold, and what to read beside it, or why there is none.
        alike_compared, alike_false_matches, alike_fmr, alike_fmr_low, alike_fmr_high,
            alike_fmr_note: the same of strangers dressed alike.
    """

    fmr_asked: float
    threshold: float
    n_subjects: int
    n_pairs: int
    misses: int
    fnmr: float
    low: float
    high: float
    note: str
    anew_low: float
    anew_high: float
    anew_note: str
    compared: int
    false_matches: int
    fmr: float
    fmr_low: float
    fmr_high: float
    fmr_note: str
    alike_compared: int
    alike_false_matches: int
    alike_fmr: float
    alike_fmr_low: float
    alike_fmr_high: float
    alike_fmr_note: str


class PartFigures(TypedDict):
    """One part of the vectors of the same people, between two conditions with i <= j.

    `mean`, `strangers`, `retention` and `fnmr` are those of a model that has this part alone;
    `share` and `share_strangers` of all parts sum to the means of the whole vectors.

    Attributes:
        part: name of the part.
        i, j: indices of the conditions.
        mean: mean cosine of this part alone, over people weighing the same; NaN without a pair.
            The part of a vector that is zero is similar to nothing: 0.
        n_subjects: people that have pairs.
        strangers: mean cosine of this part between strangers at large; NaN without any.
        retention: share of its margin over strangers that is left; NaN where it has none.
        threshold: its own, set as that of the whole vectors is; NaN when not resolved.
        fnmr: mean of the people's shares of pairs at or below it; NaN without a threshold.
        share: what the part adds to the mean cosine of the whole vectors of the same people.
        share_strangers: what it adds to that of strangers at large.
        lost: what it takes from the margin of the whole vectors since the standard condition, in
            units of cosine; all parts sum to the fall of that margin, one that gained is below 0.
    """

    part: str
    i: int
    j: int
    mean: float
    n_subjects: int
    strangers: float
    retention: float
    threshold: float
    fnmr: float
    share: float
    share_strangers: float
    lost: float
