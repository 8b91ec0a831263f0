"""The tables of a matrix: every training, means with spread over seeds, and published figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from probe.backbones._training.matrix_run import TRAINING, RowResult
from probe.files.atomic import write_text
from probe.wording import wording_of
from probe.wording.columns import columns, left, right

TRAININGS, SUMMARY = "trainings.csv", "summary.csv"


@dataclass(frozen=True)
class Spread:
    """A figure over the seeds of a row.

    Attributes:
        row: of the matrix.
        data: the data set, or `training` for what the log says.
        figure: its name.
        mean: over the seeds that were trained.
        sd: their standard deviation; NaN for one seed.
        least: the smallest of them.
        most: the largest of them.
        seeds: how many were trained.
        failed: how many failed.
    """

    row: str
    data: str
    figure: str
    mean: float
    sd: float
    least: float
    most: float
    seeds: int
    failed: int


def spreads(results: Sequence[RowResult]) -> list[Spread]:
    """Every figure of every row; a row that failed with all seeds has one line without figure."""
    lines = []
    for row in dict.fromkeys(result.row for result in results):
        done = [r for r in results if r.row == row and not r.error]
        failed = sum(r.row == row and bool(r.error) for r in results)
        if not done:
            nothing = float("nan")
            lines.append(Spread(row, "", "", nothing, nothing, nothing, nothing, 0, failed))
        for data in done[0].figures if done else ():
            for figure in done[0].figures[data]:
                values = [r.figures[data][figure] for r in done if data in r.figures]
                lines.append(_spread(row, data, figure, values, failed))
    return lines


def _spread(row: str, data: str, figure: str, values: Sequence[float], failed: int) -> Spread:
    sd = float(np.std(values, ddof=1)) if len(values) > 1 else float("nan")
    mean, least, most = float(np.mean(values)), min(values), max(values)
    return Spread(row, data, figure, mean, sd, least, most, len(values), failed)


def write_tables(results: Sequence[RowResult], out: Path) -> list[Path]:
    """Write `trainings.csv` (every training) and `summary.csv` (every row), and name them."""
    rows = [row for result in results for row in _training_rows(result)]
    heads = ["row", "seed", "status", "data", "figure", "value", "seconds", "error"]
    write_text(out / TRAININGS, _csv(heads, rows))
    heads = [field.name for field in fields(Spread)]
    write_text(out / SUMMARY, _csv(heads, [list(vars(line).values()) for line in spreads(results)]))
    return [out / TRAININGS, out / SUMMARY]


def _training_rows(result: RowResult) -> list[list[object]]:
    """A line a figure; one without figures for a training that failed."""
    status = "failed" if result.error else "done"
    figures: list[tuple[object, ...]] = [
        (data, name, value)
        for data, named in result.figures.items()
        for name, value in named.items()
    ]
    return [
        [result.row, result.seed, status, *figure, result.seconds, result.error]
        for figure in figures or [("", "", "")]
    ]


def table_text(results: Sequence[RowResult]) -> str:
    """The table to print: a line a row and data set, mean and spread of every figure."""
    lines, words = [], wording_of()
    summary = spreads(results)
    for data in dict.fromkeys(line.data for line in summary if line.data):
        figures = list(dict.fromkeys(line.figure for line in summary if line.data == data))
        head = words.text("matrix-training") if data == TRAINING else data
        lines += ["", head, *_block([line for line in summary if line.data == data], figures)]
    if any(line.data not in ("", TRAINING) for line in summary):
        lines += ["", words.text("matrix-distance")]
    errors = [result for result in results if result.error]
    lines += [
        words.text("matrix-row-failed", row=r.row, seed=r.seed, error=str(r.error)) for r in errors
    ]
    return "\n".join(lines).strip()


def _block(summary: Sequence[Spread], figures: Sequence[str]) -> list[str]:
    rows = list(dict.fromkeys(line.row for line in summary))
    first, second = wording_of().text("matrix-row"), wording_of().text("matrix-seeds")
    width, narrow = max(map(columns, [first, *rows])), columns(second)
    cells = {(line.row, line.figure): _printed(line) for line in summary}
    seeds = {line.row: line.seeds for line in summary}
    lines = [f"{left(first, width)}  {second}  " + "  ".join(f"{name:>15}" for name in figures)]
    for row in rows:
        shown = "  ".join(right(cells.get((row, figure), ""), 15) for figure in figures)
        lines.append(f"{left(row, width)}  {seeds[row]:>{narrow}}  {shown}")
    return lines


def _printed(line: Spread) -> str:
    values = {"mean": line.mean, "sd": line.sd if line.seeds > 1 else None}
    return wording_of().text("matrix-figure", **values, least=None, most=None)


def _csv(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([heads, *rows])
    return text.getvalue()
