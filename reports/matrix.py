"""Heat maps: figures of all pairs of conditions on a fixed scale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from probe.protocol.model import Protocol
from probe.reports.axis import Axis
from probe.reports.cells import Cell
from probe.reports.colours import CHANGE, step
from probe.reports.figure import Figure
from probe.reports.words import Words
from probe.runs.manifest import COSINE, BackboneEntry
from probe.wording.numbers import NONE, Numbers, hundredths

Marks = tuple[tuple[float, str], ...]
"""(place 0..100, label) below a colour scale or an axis."""

LARGEST_CHANGE = 0.2
"""Ends of the scale of changes (ours, the same in every report): a change of a fifth of the scale
is large; larger ones have the darkest colour and their number."""

CONTOUR = 0.05
"""Contours run where a figure crosses a multiple of this (ours) ..."""

NARROW = 0.35
"""... in groups whose figures all lie this close together, where colour alone tells little."""


@dataclass(frozen=True)
class Explained:
    """Ids of the messages that name a figure and explain it."""

    title: str
    caption: str
    low: str
    high: str


@dataclass(frozen=True)
class Kind:
    """One figure that can be drawn as a heat map.

    Attributes:
        key: its name.
        figure: takes it from a cell.
        scale: colour scale.
        ends: values at the pale and at the dark end.
        mark: how the ends and the middle of the scale are printed below it.
        words: ids of its title, its caption, and what the ends of its scale mean.
        main: shown at once.
        raw: whether it is a score itself, on the scale of the score that models compare by.
    """

    key: str
    figure: Callable[[Cell], Figure]
    scale: str
    ends: tuple[float, float]
    mark: Callable[[Numbers, float], str]
    words: Explained
    main: bool = False
    raw: bool = False


DENSE = 10
"""Heat maps of more conditions have narrow cells (ours)."""

LEADING_ZERO = re.compile(r"(?<![\d.])0(?=\.\d)")

WANTED = "wanted"
"""The colour scale of misses where a fall of the score is wanted: red would call them a fault."""


def kind_in(kind: Kind, protocol: Protocol) -> Kind:
    """A kind as a protocol colours it: misses are no fault where the score should fall."""
    if kind.key != "fnmr" or protocol.expectation == "invariant":
        return kind
    words = replace(kind.words, high="report-fnmr-wanted")
    return replace(kind, scale=WANTED, words=words)


def unit_mark(numbers: Numbers, x: float) -> str:
    """`0`, `.5`, `.02`, `1`, `−.2`, `2.5`: as short as the number allows."""
    if abs(x) > 1 or x == int(x):
        return numbers.plain(x)
    return numbers.unit(x, 1 if round(x, 1) == round(x, 6) else 2)


KINDS = (
    Kind(
        "mean",
        lambda c: c.mean,
        "similarity",
        (0, 1),
        unit_mark,
        Explained("report-mean", "report-mean-caption", "report-unlike", "report-alike"),
        main=True,
        raw=True,
    ),
    Kind(
        "retention",
        lambda c: c.retention,
        "retention",
        (0, 1),
        unit_mark,
        Explained(
            "report-retention",
            "report-retention-caption",
            "report-retention-low",
            "report-retention-high",
        ),
        main=True,
    ),
    Kind(
        "fnmr",
        lambda c: c.fnmr,
        "missed",
        (0, 1),
        Numbers.percent,
        Explained("report-fnmr", "report-fnmr-caption", "report-fnmr-low", "report-fnmr-high"),
    ),
    Kind(
        "log10_fmr",
        lambda c: c.log10_fmr,
        "tail",
        (0, -4),
        unit_mark,
        Explained(
            "report-log10-fmr",
            "report-log10-fmr-caption",
            "report-log10-fmr-low",
            "report-log10-fmr-high",
        ),
    ),
    Kind(
        "at_large",
        lambda c: c.strangers,
        "similarity",
        (0, 1),
        unit_mark,
        Explained(
            "report-at-large-title", "report-at-large-caption", "report-unlike", "report-alike"
        ),
        raw=True,
    ),
    Kind(
        "alike",
        lambda c: c.alike,
        "similarity",
        (0, 1),
        unit_mark,
        Explained("report-alike-title", "report-alike-caption", "report-unlike", "report-alike"),
        raw=True,
    ),
)


@dataclass(frozen=True)
class Ramp:
    """A colour scale as it is shown.

    Attributes:
        scale: its name.
        marks: (place 0..100, label) below it.
        low, high: what its ends mean.
    """

    scale: str
    marks: Marks
    low: str
    high: str


def ramp_of(kind: Kind, words: Words) -> Ramp:
    """The scale of a kind of heat map; without marks for scores that are no cosines, since every
    model colours those on a scale of its own.
    """
    low, high = kind.ends
    values = (low, (low + high) / 2, high)
    unmarked = kind.raw and words.score != COSINE
    marks = () if unmarked else _marks([kind.mark(words.numbers, value) for value in values])
    return Ramp(kind.scale, marks, words.text(kind.words.low), words.text(kind.words.high))


def ramp_of_changes(words: Words, low: str, high: str, *, marked: bool = True) -> Ramp:
    """The scale of changes.

    Args:
        words: of the report.
        low: id of what its amber end means.
        high: id of what its blue end means.
        marked: whether all models have one scale; else it has no marks.
    """
    numbers, end = words.numbers, LARGEST_CHANGE
    marks = _marks([unit_mark(numbers, -end), unit_mark(numbers, 0), _plus(numbers, end)])
    return Ramp(CHANGE, marks if marked else (), words.text(low), words.text(high))


def _plus(numbers: Numbers, x: float) -> str:
    return f"{numbers.plus}{unit_mark(numbers, x)}"


def _marks(texts: Sequence[str]) -> Marks:
    return tuple(zip((0, 50, 100), texts, strict=True))


def ends_of(kind: Kind, entry: BackboneEntry) -> tuple[float, float]:
    """Values at the ends of a model's colour scale: scores that are no cosines have their own."""
    return entry.score_range if kind.raw and entry.score != COSINE else kind.ends


@dataclass(frozen=True)
class Matrix:
    """One heat map.

    Attributes:
        texts: printed cells, row by row.
        steps: colour steps 0..50, -1 where there is no figure.
        right, below: whether a contour runs along the right or lower edge of a cell.
        extremes: lowest and highest cell in words.
    """

    texts: tuple[tuple[str, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    right: tuple[tuple[bool, ...], ...]
    below: tuple[tuple[bool, ...], ...]
    extremes: str

    @property
    def upper(self) -> list[int]:
        """Colour steps of the cells `i <= j`, row by row."""
        return [step for i, row in enumerate(self.steps) for step in row[i:]]


def contour_of(values: Sequence[float | None]) -> float:
    """The contour step of a group: 0 where the figures differ enough for colour to tell them."""
    measured = [v for v in values if v is not None]
    return CONTOUR if measured and max(measured) - min(measured) <= NARROW else 0.0


def matrix_of(
    key: str,
    figures: Mapping[tuple[int, int], Figure],
    axis: Axis,
    ends: tuple[float, float],
    *,
    contour: float = 0.0,
    extremes: str = "",
) -> Matrix:
    """A heat map of figures.

    Args:
        key: name of the figure (see `cell_text`).
        figures: those of the cells `i <= j`.
        axis: the conditions.
        ends: values at the pale and at the dark end of the colour scale.
        contour: step of the contours, 0 for none.
        extremes: lowest and highest cell in words.
    """
    n = len(axis.full)
    dense = n > DENSE
    grid = [[figures[min(i, j), max(i, j)] for j in range(n)] for i in range(n)]
    bands = [[_band(f.value, contour) for f in row] for row in grid]
    return Matrix(
        texts=tuple(tuple(cell_text(key, f, dense=dense) for f in row) for row in grid),
        steps=tuple(tuple(step(f.value, *ends) for f in row) for row in grid),
        right=tuple(
            tuple(j + 1 < n and bands[i][j] != bands[i][j + 1] for j in range(n)) for i in range(n)
        ),
        below=tuple(
            tuple(i + 1 < n and bands[i][j] != bands[i + 1][j] for j in range(n)) for i in range(n)
        ),
        extremes=extremes,
    )


def _band(value: float | None, contour: float) -> int | None:
    # The printed figure decides, so that a contour never runs between two equal numbers.
    if value is None or not contour:
        return None
    return hundredths(value) // hundredths(contour)


def cell_text(key: str, figure: Figure, *, dense: bool = False) -> str:
    """What stands in a cell: the printed figure, without what the heading already says.

    Args:
        key: name of the figure.
        figure: as it is printed elsewhere.
        dense: whether cells are narrow: `>.99` also in a language that writes `>0.99`.
    """
    if figure.value is None:
        return NONE
    if key == "fnmr":
        return figure.text.replace("%", "").replace("\u00a0", "")
    if key == "log10_fmr" and figure.text.startswith("<"):
        return "<"
    return LEADING_ZERO.sub("", figure.text) if dense else figure.text
