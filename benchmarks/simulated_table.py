"""The table of a simulation: printed and written line by line; a killed run goes on.

The main of coverage studies whose lines begin with what they are of (world, people, ...): lines
that FILE already holds are kept, and only the others are simulated.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterator
from pathlib import Path

Line = tuple[str, ...]

Lines = Callable[[int, set[Line]], Iterator[Line]]
"""The lines that are not done yet: from samples a line, and the names of the lines that are."""


def simulate(text: str, heads: Line, lines: Lines, *, names: int, samples: int) -> None:
    """Read the command line, simulate, print, and write.

    Args:
        text: what the study is about, for `--help`.
        heads: of the columns.
        lines: makes the lines that are not done.
        names: how many of a line's first columns say what it is of.
        samples: a line, unless `--samples` says otherwise.
    """
    parser = argparse.ArgumentParser(description=text, allow_abbrev=False)
    parser.add_argument("--samples", type=int, default=samples)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    table = [heads]
    if given.out and given.out.exists():
        with given.out.open(newline="", encoding="utf-8") as file:
            table = [tuple(row) for row in csv.reader(file)]
    for line in lines(given.samples, {row[:names] for row in table}):
        table.append(line)
        print(*line, flush=True)
        if given.out:
            with given.out.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file, lineterminator="\n").writerows(table)
