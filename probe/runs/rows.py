"""The tables of a run directory, row by row: names, order and types of their columns.

A table is written from these rows and read back as them; nothing else names its columns. Rows are
made of parts (`RowKey`, the figures of `probe.runs.figures`, ...), one class a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypedDict, TypeVar, cast

from probe.runs.figures import CellFigures, Conditions, PartFigures, RateFigures

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")


class RowKey(TypedDict):
    """Which scores a row is about: a backbone on one protocol, under one mask variant."""

    protocol: str
    backbone: str
    variant: str


class CellPlace(Conditions):
    """A pair of conditions: their indices, and the keys of their series and levels."""

    series_i: str
    level_i: str
    series_j: str
    level_j: str


class CellRow(RowKey, CellPlace, CellFigures):
    """`cells.parquet`: a cell stands twice, as (i, j) and as (j, i)."""


class RatePlace(RowKey, Conditions):
    """The pair of conditions a rate belongs to, i <= j, by index and by key."""

    condition_i: str
    condition_j: str


class RateRow(RatePlace, RateFigures):
    """`rates.parquet`: a cell stands once, with i <= j."""


class PartRow(RowKey, PartFigures):
    """`parts.parquet`: one part of vectors in a mated cell, i <= j; only of backbones whose vectors
    have parts. Older runs hold `mean` and `n_subjects` alone.
    """


class LeaningRow(TypedDict):
    """`leanings.parquet`: which error a model leans to, or (with `against`) how far two differ.

    `bias` is the response bias c with its interval; `fnmr` and `fmr` are means over `conditions`
    changed conditions; `side` is `precision-first`, `recall-first`, `neither`, or empty where it is
    not told; `p_adjusted` is Holm's, over all models or all pairs of them, which older runs lack.
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
    p_adjusted: float


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
    """`changes.parquet`: what a mask makes of a backbone, masked minus as shot, of `pictures` that
    have a mask; `left_out` have none.
    """

    pictures: int
    left_out: int


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

    Beside these columns the table has one `factor_NAME` for each factor, the key of its level, and
    one `group_NAME` for each of the protocol's `groups`, between those of `ImagePlace` and of
    `ImageSource` (see `factor_column`, `group_column`).
    """


def factor_column(factor: str) -> str:
    """The column of `images.parquet` that holds the levels of a factor."""
    return f"factor_{factor}"


def group_column(attribute: str) -> str:
    """The column of `images.parquet` that holds people's groups by one attribute; empty: not
    stated.
    """
    return f"group_{attribute}"


def columns_of(row_type: type[object]) -> tuple[str, ...]:
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
