"""Parts of paths that vary: the ways in which names of folders and files can be split.

A folder's or file's name is one column, or several where most names have the same marks between
them (`p01_front_2`) or the same letters around a number (`45deg`, `c1`). Which way is right follows
from what the columns then mean (`readings.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import PurePosixPath

MARKS = r"_\-\s.,+()\[\]・#@="
"""Characters that stand between the parts of a name."""

_SPLITS = ("_", "-", " ", f"[{MARKS}]+")
"""Marks at which names are split: one of them alone, or any."""

_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)")
ENOUGH = 0.6
"""Share of the names that have to be split in one way for it to be a way (ours): the rest do not
fit, and are counted."""


@dataclass(frozen=True)
class Column:
    """A part of a name.

    Attributes:
        values: of every path, in their order.
        before, after: letters that stand around it in all of them, such as `c` and `deg`.
        folder: whether the name is a folder's.
        whole: whether it is the whole name.
        strays: values of paths that were left out since no word says what they are.
    """

    values: tuple[str, ...]
    before: str = ""
    after: str = ""
    folder: bool = False
    whole: bool = False
    strays: tuple[str, ...] = ()

    @cached_property
    def distinct(self) -> dict[str, int]:
        """Values and how many paths have each."""
        return dict(Counter(self.values))

    @property
    def varies(self) -> bool:
        """Whether it has more than one value."""
        return len(self.distinct) > 1


Piece = Column | str
"""A column, or the text between two of them."""


@dataclass(frozen=True)
class Split:
    """One way to split all paths.

    Attributes:
        paths: those that can be split in this way.
        pieces: of the paths in order, columns and texts, `/` between folders among them.
    """

    paths: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that vary."""
        return tuple(p for p in self.pieces if isinstance(p, Column) and p.varies)

    def without(self, strays: Mapping[Column, tuple[str, ...]]) -> Split:
        """The split of the paths that have none of these values, its columns told of them."""
        odd = {
            place
            for column, values in strays.items()
            for place, value in enumerate(column.values)
            if value in values
        }
        kept = [place for place in range(len(self.paths)) if place not in odd]
        return Split(
            tuple(self.paths[place] for place in kept),
            tuple(
                replace(
                    piece,
                    values=tuple(piece.values[place] for place in kept),
                    strays=strays.get(piece, ()),
                )
                if isinstance(piece, Column)
                else piece
                for piece in self.pieces
            ),
        )


@dataclass(frozen=True)
class _NameSplit:
    """One way to split the names at one depth: the pieces of each name that allows it."""

    pieces: dict[str, tuple[str, ...]]
    is_column: tuple[bool, ...]
    whole: bool = False


def splits_of(paths: Sequence[str]) -> list[Split]:
    """Every way to split the paths of one depth.

    Args:
        paths: parts joined by `/`, with their endings; of the same number of parts.
    """
    rows = [(*PurePosixPath(p).parts[:-1], PurePosixPath(p).stem) for p in paths]
    ways = [_name_splits([row[k] for row in rows]) for k in range(len(rows[0]))]
    return [_joined(paths, rows, chosen) for chosen in product(*ways)]


def _joined(
    paths: Sequence[str], rows: Sequence[tuple[str, ...]], chosen: Sequence[_NameSplit]
) -> Split:
    kept = [
        k for k, row in enumerate(rows)
        if all(name in way.pieces for name, way in zip(row, chosen, strict=True))
    ]  # fmt: skip
    pieces: list[Piece] = []
    for depth, way in enumerate(chosen):
        pieces += ["/"] if depth else []
        parts = [way.pieces[rows[k][depth]] for k in kept]
        folder = depth < len(chosen) - 1
        for place, is_column in enumerate(way.is_column):
            values = tuple(part[place] for part in parts)
            if is_column:
                pieces.append(Column(values, folder=folder, whole=way.whole))
            elif values and values[0]:
                pieces.append(values[0])
    return Split(tuple(paths[k] for k in kept), tuple(_with_letters(pieces)))


def _with_letters(pieces: Sequence[Piece]) -> list[Piece]:
    """Columns told of the letters that touch them."""
    told: list[Piece] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Column):
            before = pieces[place - 1] if place else ""
            after = pieces[place + 1] if place + 1 < len(pieces) else ""
            piece = Column(
                piece.values,
                _last_letters(before) if isinstance(before, str) else "",
                _first_letters(after) if isinstance(after, str) else "",
                piece.folder,
                piece.whole,
            )
        told.append(piece)
    return told


def _last_letters(text: str) -> str:
    match = re.search(rf"([^\W\d_]+|°)[{MARKS}]?\Z", text)
    return match[1] if match else ""


def _first_letters(text: str) -> str:
    match = re.match(r"[^\W\d_]+|°", text)
    return match[0] if match else ""


def _name_splits(names: Sequence[str]) -> list[_NameSplit]:
    """The ways to split the names at one depth: whole, at marks, around numbers."""
    counts = Counter(names)
    found: dict[tuple[tuple[str, ...], ...], _NameSplit] = {}
    for way in (_whole(counts), *(_at_marks(counts, mark) for mark in _SPLITS)):
        if way is None or sum(counts[n] for n in way.pieces) < ENOUGH * len(names):
            continue
        finer = _around_numbers(way)
        for one in (way, finer) if way.whole else (finer,):
            found.setdefault(tuple(sorted(one.pieces.values())), one)
    return list(found.values())


def _whole(counts: Counter[str]) -> _NameSplit:
    return _NameSplit({name: (name,) for name in counts}, (True,), whole=True)


def _at_marks(counts: Counter[str], mark: str) -> _NameSplit | None:
    """Names split at a mark; None where most have none."""
    parts = {name: tuple(re.split(f"({mark})", name)) for name in counts}
    shapes: Counter[tuple[str, ...]] = Counter()
    for name, pieces in parts.items():
        shapes[pieces[1::2]] += counts[name]
    shape, _ = shapes.most_common(1)[0]
    if not shape:
        return None
    kept = {name: pieces for name, pieces in parts.items() if pieces[1::2] == shape}
    return _NameSplit(kept, tuple(k % 2 == 0 for k in range(2 * len(shape) + 1)))


def _around_numbers(way: _NameSplit) -> _NameSplit:
    """The same with numbers taken out of the letters around them, where all have the same."""
    pieces: dict[str, list[str]] = {name: [] for name in way.pieces}
    is_column: list[bool] = []
    for place, column in enumerate(way.is_column):
        values = {name: parts[place] for name, parts in way.pieces.items()}
        taken = _taken_apart(values) if column else None
        for name, value in values.items():
            pieces[name] += taken[name] if taken else [value]
        count = len(next(iter(taken.values()))) if taken else 0
        is_column += [k % 2 == 1 for k in range(count)] if taken else [column]
    whole = way.whole and len(is_column) == 1
    return _NameSplit({n: tuple(p) for n, p in pieces.items()}, tuple(is_column), whole)


def _taken_apart(values: dict[str, str]) -> dict[str, list[str]] | None:
    """Letters and numbers of every value in turn; None where the letters are not alike in all."""
    apart = {name: _NUMBER.split(value) for name, value in values.items()}
    letters = {tuple(part.casefold() for part in parts[::2]) for parts in apart.values()}
    alike = len(letters) == 1 and len(first := next(iter(letters))) > 1 and any(first)
    return apart if alike else None
