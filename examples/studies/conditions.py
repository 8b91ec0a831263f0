"""What controlled conditions say of the rows of a matrix: misses and retention by protocol.

    python examples/studies/conditions.py RUN --row "IBN-a=NAME NAME NAME" --out conditions.csv

RUN is the folder of a run of one or more protocols; a row names one of its backbones, or the
trainings of one row of a matrix, over which figures are means. Misses (FNMR) are at the run's own
threshold for each backbone. "Changed": the standard condition compared with every other one.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from probe.files.atomic import write_text
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run

HEADS = (
    "protocol", "row", "misses in the standard condition", "misses when changed",
    "retention when changed", "lowest retention", "at level",
)  # fmt: skip


def mated_cells(run: Run, protocol: str, backbones: Sequence[str]) -> pd.DataFrame:
    """The mated cells of the standard condition with every condition of its series."""
    standard = run.protocols[protocol].standard
    cells = run.cells
    chosen = cells[
        (cells["protocol"] == protocol)
        & (cells["variant"] == UNMASKED)
        & (cells["kind"] == "mated")
        & cells["backbone"].isin(list(backbones))
        & (cells["level_j"].astype(str) == str(standard.level))
    ]
    if standard.series:
        series = standard.series
        chosen = chosen[(chosen["series_i"] == series) & (chosen["series_j"] == series)]
    return chosen.assign(level=chosen["level_i"].astype(str), base=str(standard.level))


def conditions(run: Run, protocol: str, row: str, backbones: Sequence[str]) -> list[str]:
    """One line: a row of a matrix in one protocol."""
    cells = mated_cells(run, protocol, backbones)
    same = cells[cells["level"] == cells["base"]]
    changed = cells[cells["level"] != cells["base"]]
    by_level = changed.groupby("level")["retention"].mean()
    figures = (
        same["fnmr"].mean(), changed["fnmr"].mean(), changed["retention"].mean(), by_level.min(),
    )  # fmt: skip
    return [protocol, row, *(f"{figure:.4f}" for figure in figures), str(by_level.idxmin())]


def main() -> None:
    """Read the run, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--row", action="append", required=True, metavar="'ROW=NAME NAME ...'")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    given = parser.parse_args()
    run = Run(given.run)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADS)
    for protocol in run.protocols:
        for row, _, names in (one.partition("=") for one in given.row):
            writer.writerow(conditions(run, protocol, row, names.split()))
    write_text(given.out, text.getvalue())
    print(text.getvalue())


if __name__ == "__main__":
    main()
