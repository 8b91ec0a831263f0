"""Heat maps: the same figure for every model on one fixed scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from probe.reports.colours import step
from probe.reports.document import Axis, Cell, Figure, Matrix, MatrixGroup
from probe.reports.phrases import Phrases
from probe.wording.numbers import NONE, unit

Marks = tuple[tuple[float, str], ...]
CONTOUR = 0.05
"""Contours run where a figure crosses a multiple of this ..."""

NARROW = 0.35
"""... in groups whose figures all lie this close together, where colour alone tells little."""

_UNIT_MARKS: Marks = ((0, "0"), (50, ".5"), (100, "1"))
_PERCENT_MARKS: Marks = ((0, "0\u00a0%"), (50, "50\u00a0%"), (100, "100\u00a0%"))
_RARITY_MARKS: Marks = ((0, "0"), (50, "−2"), (100, "−4"))


@dataclass(frozen=True)
class Kind:
    """One figure that can be drawn as a heat map.

    Attributes:
        key: its name in phrases.
        of: takes the figure from a cell.
        scale: colour scale.
        ends: values at the pale and at the dark end.
        marks: labels below the ramp.
        main: shown at once.
    """

    key: str
    of: Callable[[Cell], Figure]
    scale: str
    ends: tuple[float, float]
    marks: Marks
    main: bool = False


KINDS = (
    Kind("mean", lambda c: c.mean, "similarity", (0, 1), _UNIT_MARKS, main=True),
    Kind("retention", lambda c: c.retention, "retention", (0, 1), _UNIT_MARKS, main=True),
    Kind("fnmr", lambda c: c.fnmr, "missed", (0, 1), _PERCENT_MARKS),
    Kind("log10_fmr", lambda c: c.log10_fmr, "tail", (0, -4), _RARITY_MARKS),
    Kind("at_large", lambda c: c.strangers, "similarity", (0, 1), _UNIT_MARKS),
    Kind("alike", lambda c: c.alike, "similarity", (0, 1), _UNIT_MARKS),
)


def groups_of(
    cells: Sequence[Sequence[Cell]], axis: Axis, words: Phrases
) -> tuple[MatrixGroup, ...]:
    """The heat maps of a chapter that have any figure.

    Args:
        cells: for every model, the cells with `i <= j`.
        axis: the conditions.
        words: the phrases.
    """
    return tuple(
        _group(kind, cells, axis, words)
        for kind in KINDS
        if any(kind.of(c).value is not None for model in cells for c in model)
    )


def contour_of(values: Sequence[float | None]) -> float:
    """The contour step of a group: 0 where the figures differ enough for colour to tell them."""
    known = [v for v in values if v is not None]
    return CONTOUR if known and max(known) - min(known) <= NARROW else 0.0


def _group(kind: Kind, cells: Sequence[Sequence[Cell]], axis: Axis, words: Phrases) -> MatrixGroup:
    contour = contour_of([kind.of(c).value for m in cells for c in m]) if kind.main else 0.0
    told = words["contours"].format(step=unit(contour)) if contour else ""
    return MatrixGroup(
        key=kind.key,
        title=words[kind.key],
        caption=f"{words[f'{kind.key}_caption']} {told}".strip(),
        scale=kind.scale,
        marks=kind.marks,
        low=words.get(f"{kind.key}_low", words["mean_low"]),
        high=words.get(f"{kind.key}_high", words["mean_high"]),
        matrices=tuple(_matrix(kind, model, axis, words, contour) for model in cells),
        main=kind.main,
    )


def _matrix(
    kind: Kind, cells: Sequence[Cell], axis: Axis, words: Phrases, contour: float
) -> Matrix:
    known = {(c.i, c.j): kind.of(c) for c in cells}
    told = _extremes(known, axis, words, lows=kind.main)
    return matrix_of(kind.key, known, axis, kind.ends, contour=contour, extremes=told)


def matrix_of(
    key: str,
    known: Mapping[tuple[int, int], Figure],
    axis: Axis,
    ends: tuple[float, float],
    *,
    contour: float = 0.0,
    extremes: str = "",
) -> Matrix:
    """A heat map of figures.

    Args:
        key: name of the figure (see `cell_text`).
        known: the figures of the cells `i <= j`.
        axis: the conditions.
        ends: values at the pale and at the dark end of the colour scale.
        contour: step of the contours, 0 for none.
        extremes: lowest and highest cell in words.
    """
    n = len(axis.full)
    grid = [[known[min(i, j), max(i, j)] for j in range(n)] for i in range(n)]
    bands = [[_band(f.value, contour) for f in row] for row in grid]
    return Matrix(
        texts=tuple(tuple(cell_text(key, f) for f in row) for row in grid),
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
    return int((int(abs(value) * 100 + 0.5) * (1 if value >= 0 else -1) + 1e-6) // (100 * contour))


def cell_text(key: str, figure: Figure) -> str:
    """What stands in a cell: the printed figure, without what the heading already says."""
    if figure.value is None:
        return NONE
    if key == "fnmr":
        return figure.text.replace("\u00a0%", "").replace("\u00a0", "")
    if key == "log10_fmr" and figure.text.startswith("<"):
        return "<"
    return figure.text


def _extremes(
    known: dict[tuple[int, int], Figure], axis: Axis, words: Phrases, *, lows: bool
) -> str:
    apart = {place: f for place, f in known.items() if place[0] != place[1] and f.value is not None}
    if len(apart) < 2:
        return ""
    pick = min if lows else max
    place = pick(apart, key=lambda each: apart[each].value or 0.0)
    a, b = (axis.full[k] for k in place)
    return f"{words['lowest' if lows else 'highest']} {apart[place].text}: {a} × {b}"
