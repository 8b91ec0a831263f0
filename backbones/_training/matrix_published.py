"""The rows of a matrix beside the figures that a source published for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from probe.backbones._training.matrix import Matrix
from probe.backbones._training.matrix_run import RowResult
from probe.backbones._training.matrix_table import Spread, spreads
from probe.files.atomic import write_text
from probe.wording import wording_of
from probe.wording.columns import columns, left

PUBLISHED = "published.csv"


class Beside(NamedTuple):
    """A published figure and the same figure of a row here, over its seeds; shares 0..1.

    Attributes:
        published: what the source says.
        here: ours; its `data` is empty and its figures are NaN where the row failed with all seeds.
        figure: its name.
    """

    published: float
    here: Spread
    figure: str


def beside_published(matrix: Matrix, results: Sequence[RowResult]) -> list[Beside]:
    """Every published figure of every row beside ours, on each data set that has it.

    A row that failed with all seeds keeps its published figures, on no data set.
    """
    return [
        Beside(value, line, figure)
        for line in spreads(results)
        for figure, value in matrix.rows[line.row].published.items()
        if figure == line.figure or not line.figure
    ]


def write_published(matrix: Matrix, results: Sequence[RowResult], out: Path) -> list[Path]:
    """Write `published.csv` and name it; nothing where no row has published figures."""
    lines = beside_published(matrix, results)
    if not lines:
        return []
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    spread = [field.name for field in fields(Spread)][3:]
    writer.writerow(["row", "data", "figure", "published", *spread])
    for published, here, figure in lines:
        writer.writerow(
            [here.row, here.data, figure, published, *(getattr(here, n) for n in spread)]
        )
    write_text(out / PUBLISHED, text.getvalue())
    return [out / PUBLISHED]


def published_text(matrix: Matrix, results: Sequence[RowResult]) -> str:
    """The table to print; empty where no row has published figures.

    One block a data set: the published figure, then mean, standard deviation and range over the
    seeds here. Other data and another size: the order of the rows is what can be compared.
    """
    lines = beside_published(matrix, results)
    if not lines:
        return ""
    failed = [line for line in lines if not line.here.data]
    words = wording_of()
    blocks = [words.text("matrix-published-in", source=matrix.published_in)]
    for data in dict.fromkeys(line.here.data for line in lines if line.here.data):
        shown = [line for line in lines if line.here.data in (data, "")]
        blocks += ["", words.text("matrix-published-beside", data=data), *_block(shown, matrix)]
    if len(failed) == len(lines):
        blocks += ["", *_block(failed, matrix)]
    return "\n".join(blocks)


def _block(lines: Sequence[Beside], matrix: Matrix) -> list[str]:
    figures = list(dict.fromkeys(line.figure for line in lines))
    rows = [row for row in matrix.rows if any(line.here.row == row for line in lines)]
    first, spread = wording_of().text("matrix-row"), wording_of().text("matrix-spread")
    width = max(map(columns, [first, *rows]))
    cells = {(line.here.row, line.figure): _printed(line) for line in lines}
    heads = "  ".join(f"{figure:>6}  {left(spread, 29)}" for figure in figures)
    text = [f"{left(first, width)}  {heads}".rstrip()]
    for row in rows:
        shown = "  ".join(cells.get((row, figure), " " * 37) for figure in figures)
        text.append(f"{left(row, width)}  {shown}".rstrip())
    return text


def _printed(line: Beside) -> str:
    words, here = wording_of(), line.here
    published = f"{words.numbers.decimal(line.published, 3):>6}"
    if not here.seeds:
        return f"{published}  {left(words.text('matrix-failed'), 29)}"
    several = here.seeds > 1
    spread = {
        "sd": here.sd if several else None,
        "least": here.least if several else None,
        "most": here.most if several else None,
    }
    figure = words.text("matrix-figure", mean=here.mean, **spread)
    lost = words.text("matrix-seeds-failed", count=here.failed) if here.failed else ""
    return f"{published}  {left(', '.join(filter(None, (figure, lost))), 29)}"
