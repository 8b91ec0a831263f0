"""The tables of a run directory, row by row: names, order and types of their columns.

A table is written from these rows and read back as them; nothing else names its columns. The
classes are parts of rows first (`RowKey`, `Figures`, ...), then one class a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, cast

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")


class RowKey(TypedDict):
    """Which scores a row is about: a backbone on one protocol, under one mask variant."""

    protocol: str
    backbone: str
    variant: str


class Conditions(TypedDict):
    """A pair of conditions by their indices."""

    i: int
    j: int


class CellPlace(Conditions):
    """A pair of conditions: their indices, and the keys of their series and levels."""

    series_i: str
    level_i: str
    series_j: str
    level_j: str


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
    """

    threshold: float
    fmr: float
    misses: int
    fnmr: float
    fnmr_low: float
    fnmr_high: float
    fnmr_note: str


class RetentionFigures(TypedDict):
    """The margin over strangers of a mated cell, relative to that of the standard condition."""

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
    """Comparisons of strangers above the threshold, and their share."""

    false_matches: int
    fmr_observed: float


class CellFigures(CellMeans, DecisionFigures, RetentionFigures, SeparationFigures, StrangerFigures):
    """The figures of a cell; NaN, -1 and "" where one is not defined."""


class CellRow(RowKey, CellPlace, CellFigures):
    """`cells.parquet`: a cell stands twice, as (i, j) and as (j, i)."""


class RatePlace(RowKey, Conditions):
    """The pair of conditions a rate belongs to, i <= j, by index and by key."""

    condition_i: str
    condition_j: str


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
        fmr: their share.
        alike_compared, alike_false_matches, alike_fmr: the same of strangers dressed alike.
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
    alike_compared: int
    alike_false_matches: int
    alike_fmr: float


class RateRow(RatePlace, RateFigures):
    """`rates.parquet`: a cell stands once, with i <= j."""


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


class PartRow(RowKey, PartFigures):
    """`parts.parquet`: one part of vectors in a mated cell, i <= j; only of backbones whose vectors
    have parts. Older runs hold `mean` and `n_subjects` alone.
    """


class LeaningRow(TypedDict):
    """`leanings.parquet`: which error a model leans to, or (with `against`) how far two differ.

    `bias` is the response bias c with its interval; `fnmr` and `fmr` are means over `conditions`
    changed conditions; `side` is `precision-first`, `recall-first`, `neither` or empty.
    """

    variant: str
    backbone: str
    against: str
    bias: float
    low: float
    high: float
    method: str
    side: str
    note: str
    n_subjects: int
    fnmr: float
    fmr: float
    conditions: int


class PairRow(RowKey):
    """`pairs.parquet`: the score of two pictures of the same person in conditions i and j."""

    kind: str
    i: int
    j: int
    image_a: str
    image_b: str
    score: float


class HistogramRow(RowKey):
    """A row of `histograms.npz`: score counts of a condition i against the standard condition j."""

    kind: str
    i: int
    j: int


class DecidedFigures(TypedDict):
    """A paired difference with its interval and decision (`probe.statistics.Decision`).

    `condition` is empty for all but the standard one together.
    """

    figure: str
    condition: str
    difference: float
    low: float
    high: float
    method: str
    note: str
    p_value: float
    p_adjusted: float
    differs: bool
    detectable: float
    n_subjects: int


class ModelPair(TypedDict):
    """Two backbones; a difference is the second minus the first."""

    backbone_a: str
    backbone_b: str


class ModelDifferenceRow(ModelPair, DecidedFigures):
    """A difference between two backbones, of whatever protocol and run."""


class _DifferencePlace(TypedDict):
    protocol: str
    variant: str


class DifferenceRow(_DifferencePlace, ModelDifferenceRow):
    """`differences.parquet`: a difference between two backbones of the run."""


class _ChangePlace(_DifferencePlace):
    backbone: str


class ChangeRow(_ChangePlace, DecidedFigures):
    """`changes.parquet`: what a mask makes of a backbone, masked minus as shot."""


class TermFigures(TypedDict):
    """An effect, an interaction or a variance share of one factor or two, with its decision."""

    factor_a: str
    factor_b: str
    level_a: str
    level_b: str
    estimate: float
    low: float
    high: float
    method: str
    note: str
    p_value: float
    p_adjusted: float
    decided: bool
    detectable: float
    n_subjects: int


class SliceFigures(TypedDict):
    """What the change along one factor does at either end of another; "" and NaN where unknown."""

    place_a: str
    change_a: float
    place_b: str
    change_b: float


class _InteractionKind(TypedDict):
    figure: str
    kind: Literal["effect", "whole", "single", "share"]


class InteractionFigures(_InteractionKind, TermFigures, SliceFigures):
    """What crossed factors do to a figure.

    `kind` is `effect` (a level against the standard one), `whole` (two factors as a whole, with
    `place_*` and `change_*`), `single` (a pair of levels) or `share` (of the variance, 0..1 in
    `estimate`).
    """


class InteractionRow(_ChangePlace, InteractionFigures):
    """`interactions.parquet`."""


class ImagePlace(TypedDict):
    """Which picture this is, and of whom; `role` is `subject` or `stranger`."""

    image_id: str
    protocol: str
    subject: str
    outfit: str
    role: str
    condition: int
    series: str
    level: str


class ImageSource(TypedDict):
    """Where a picture comes from; `status` is `ok`, or why it could not be used."""

    camera: str
    day: str
    take: str
    source: str
    sha256: str
    width: int
    height: int
    status: str


class ImageRow(ImagePlace, ImageSource):
    """`images.parquet`: a picture of a protocol, failures to acquire included.

    Beside these columns the table has one `factor_NAME` for each factor, the key of its level,
    between those of `ImagePlace` and of `ImageSource` (see `factor_column`).
    """


def factor_column(factor: str) -> str:
    """The column of `images.parquet` that holds the levels of a factor."""
    return f"factor_{factor}"


def columns_of(row_type: type[Any]) -> tuple[str, ...]:
    """Names of the columns of a kind of row, in the order they are stored in."""
    return tuple(row_type.__annotations__)


def table_of(row_type: type[Row], rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as a table; it has its columns even without a row."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns_of(row_type)))


def rows_of(row_type: type[Row], table: pd.DataFrame) -> tuple[Row, ...]:
    """The rows of a table that holds this kind of row."""
    rows = ({str(name): value for name, value in row.items()} for row in table.to_dict("records"))
    return tuple(cast("Row", row) for row in rows)
