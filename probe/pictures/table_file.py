"""A table as people save it: values parted by comma, semicolon or tab; UTF-8, UTF-16.

What cannot be read for certain is refused with the line: a quote that is not closed, a column that
stands twice, another encoding.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from probe.errors import PictureSourceError
from probe.files.neighbours import neighbours
from probe.files.plain_text import spelt_out
from probe.wording import DID_YOU_MEAN, Message, nearest, refusal

SEPARATORS = (",", ";", "\t", "|")
"""What may part the values: the one that parts the first line into the columns that are needed."""

LARGEST = 200_000_000
"""Bytes; a larger file is no table of pictures (ours: two million rows of a hundred)."""

_LEGACY = (("cp932", "Shift-JIS"), ("cp1252", "Windows-1252"))
"""Encodings that are named, never guessed: read wrongly, names would fit no file."""


@dataclass(frozen=True)
class TableFile:
    """The rows of a table.

    Attributes:
        path: the file.
        columns: their names.
        rows: line number and values by column.
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_table(path: Path, needed: Sequence[str]) -> TableFile:
    """Read a table.

    Args:
        path: the file.
        needed: columns by which its separator is known.

    Raises:
        PictureSourceError: no readable table; the message names the line.
    """
    text = _text(path)
    separator = _separator(text, needed)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = _columns(next(reader, []), path)
        return TableFile(path, columns, tuple(_rows(reader, columns, path)))
    except csv.Error as error:
        raise refusal(
            PictureSourceError,
            Message("pictures-table-unreadable", {"error": str(error)}),
            place=f"{path}:{reader.line_num}",
            hint=Message("pictures-quote-not-closed"),
        ) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise refusal(
                PictureSourceError,
                Message("pictures-table-too-large", {"bytes": LARGEST}),
                place=path,
                hint=Message("pictures-right-file"),
            )
        data = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        near = Message("pictures-no-such-table", {"near": neighbours(path)})
        hint = near if missing else str(error.strerror)
        raise refusal(
            PictureSourceError, Message("pictures-no-table"), place=path, hint=hint
        ) from None
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(
            PictureSourceError,
            Message("pictures-no-table"),
            place=path,
            hint=_encoding_hint(data, error),
        ) from None
    if "\0" in text:
        raise refusal(
            PictureSourceError,
            Message("pictures-table-zero-bytes"),
            place=path,
            hint=Message("pictures-table-save-csv"),
        )
    return text


def _encoding_hint(data: bytes, error: UnicodeDecodeError) -> Message:
    if data.startswith(b"PK"):
        return Message("pictures-is-spreadsheet")
    for encoding, name in _LEGACY:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Message("pictures-save-utf8-from", {"byte": error.start, "encoding": name})
    return Message("pictures-save-utf8", {"byte": error.start})


def _separator(text: str, needed: Sequence[str]) -> str:
    head = text.partition("\n")[0]
    found = {sep: {name.strip().strip('"') for name in head.split(sep)} for sep in SEPARATORS}
    return max(SEPARATORS, key=lambda sep: len(found[sep] & set(needed)))


def _columns(row: Sequence[str], path: Path) -> tuple[str, ...]:
    columns = tuple(name.strip() for name in row)
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise refusal(
            PictureSourceError,
            Message("pictures-column-twice", {"column": repr(twice[0])}),
            place=f"{path}:1",
            hint=Message("pictures-column-keep-one"),
        )
    return columns


def _rows(
    reader: Iterator[list[str]], columns: Sequence[str], path: Path
) -> Iterator[tuple[int, dict[str, str]]]:
    for values in reader:
        line: int = reader.line_num  # type: ignore[attr-defined]
        if not any(value.strip() for value in values):
            continue
        if len(values) > len(columns):
            raise refusal(
                PictureSourceError,
                Message("pictures-more-values"),
                place=f"{path}:{line}",
                hint=Message("pictures-quote-comma"),
            )
        if any("\n" in value for value in values):
            raise refusal(
                PictureSourceError,
                Message("pictures-value-over-line"),
                place=f"{path}:{line}",
                hint=Message("pictures-quote-before"),
            )
        filled = [*values, *([""] * (len(columns) - len(values)))]
        yield line, dict(zip(columns, map(spelt_out, filled), strict=True))


def need_columns(table: TableFile, needed: Sequence[str], hint: Message | None = None) -> None:
    """Refuse a table without a column.

    Args:
        table: as it was read.
        needed: names of columns.
        hint: which columns such a table has.

    Raises:
        PictureSourceError: it names the column, and the nearest there is.
    """
    for name in needed:
        if name not in table.columns:
            raise refusal(
                PictureSourceError,
                Message("pictures-no-column", {"column": repr(name)}),
                place=f"{table.path}:1",
                hint=_column_hint(name, table.columns, hint),
            )


def _column_hint(name: str, columns: Sequence[str], hint: Message | None) -> Message:
    """The column that may be meant, in other letters, or what the table has."""
    alike = [other for other in columns if other.lower() == name]
    if alike:
        names = {"name": repr(name), "other": repr(alike[0])}
        return Message("pictures-columns-small", names)
    near = nearest(name, columns)
    if near.id == DID_YOU_MEAN or not hint:
        return near
    there = tuple(sorted(columns)) or None
    return Message("pictures-columns-are", {"needed": hint, "columns": there})
