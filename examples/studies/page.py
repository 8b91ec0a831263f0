"""Tables of a page on a study, written from stored CSV files; all other words are written by hand.

In a page a table stands between `<!-- table NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from probe.files.atomic import write_text
from probe.wording.numbers import GAP, Numbers

NUMBERS = Numbers(minus="-", percent_sign=" %")
"""How pages print."""

MARKED = re.compile(r"(<!-- table ([\w ,-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

Line = Mapping[str, str]


def stored(path: Path) -> list[Line]:
    """The lines of a stored table; none where it is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def share(value: str | float, sign: str = "") -> str:
    """A share with three places and without the leading zero; with a sign: a change of one."""
    if not sign:
        return NUMBERS.proportion(float(value))
    return f"{float(value):{sign}.3f}".replace("0.", ".", 1)


def percent(value: str | float) -> str:
    """A share as whole percent."""
    return NUMBERS.percent(float(value)).replace(GAP, " ")


def spread(line: Line | None) -> str:
    """Mean +- standard deviation over the seeds of a line of `summary.csv`."""
    if line is None:
        return "not evaluated"
    sd = f" +- {share(line['sd'])}" if int(line["seeds"]) > 1 else ""
    return f"{share(line['mean'])}{sd}"


def interval(line: Line) -> str:
    """A difference with its limits."""
    difference, low, high = (share(line[name], "+") for name in ("difference", "low", "high"))
    return f"{difference} [{low}, {high}]"


def claim_table(lines: Sequence[Line], names: Mapping[str, str]) -> str:
    """Claims of `claims.py`, data sets by the names of people."""
    cells = [
        [
            x["claim"], names[x["data"]], share(x["worse"]), share(x["better"]), interval(x),
            f"{x['agree']} of {len(x['trainings'].split())}",
            share(x["adjusted"]), x["verdict"],
        ]
        for x in lines
    ]  # fmt: skip
    heads = ["claim", "data", "without", "with", "difference, 95 %", "agree", "Holm p", ""]
    return table(heads, cells)


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A table of Markdown."""
    rows = [heads, ["---"] * len(heads), *lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def filled(page: str, tables: Mapping[str, Callable[[], str]]) -> str:
    """The page with its tables written anew."""
    return MARKED.sub(lambda found: found[1] + tables[found[2]]() + found[3], page)


def write_page(
    description: str,
    collect: Callable[[Path], None],
    path: Path,
    tables: Mapping[str, Callable[[], str]],
) -> None:
    """The command of a page: collect where a folder of trainings is named, and write its tables.

    Args:
        description: of the command.
        collect: stores the tables of the trainings in a folder.
        path: of the page.
        tables: name of a table -> what makes it from the stored results.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("trainings", type=Path, nargs="?")
    given = parser.parse_args()
    if given.trainings:
        collect(given.trainings)
    write_text(path, filled(path.read_text("utf-8"), tables))
