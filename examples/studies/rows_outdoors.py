"""Whether two rows of trainings lose differently many people when pictures change.

    probe train examples/studies/ibn_domains.yaml --out TRAININGS --data market_form=DIR
    python examples/studies/rows_outdoors.py TRAININGS/rows/IBN-a \
        TRAININGS/rows/IBN-a_with_erasing --pku PKU --out OUT

FIRST and SECOND are folders of rows, with the same seeds (of more, those that both have). Each
trained network goes through `outdoors_study.py` in a folder of its own in OUT; a killed study goes
on where it was when the same command is given again. `differences.csv` has, of each protocol and of
all together, three measures of both rows and the second less the first: a mean over seeds with its
95 % interval (Student's t over seeds, paired). The measures:

- `unchanged`: misses in pictures as they are;
- `added`: misses that a change adds, on average over its levels. A network that misses most people
  anyway has little to add;
- `lost`: of the people that are recognised in pictures as they are, the share that the change
  loses: `added / (1 - unchanged)`.

It says nothing of other people than those it is run on.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean, stdev

from outdoors_study import study
from page import NUMBERS, table
from real_made import Row, store

ALL = "all"
"""The line over all protocols."""

MEASURES = ("unchanged", "added", "lost")

Figures = Mapping[tuple[str, str], float]
"""(measure, protocol) -> its value, 0..1."""


def seeds_of(first: Path, second: Path) -> list[str]:
    """Names of the seeds of which both rows have a network: `seed-1`."""
    names = [{path.parent.name for path in row.glob("seed-*/card.yaml")} for row in (first, second)]
    return sorted(names[0] & names[1])


def figures(rows: Sequence[Mapping[str, str]]) -> Figures:
    """The measures of one network, from the rows of its study outdoors, and their means."""
    found = {("unchanged", ALL): fmean(float(row["standard"]) for row in rows)}
    for row in rows:
        unchanged = float(row["standard"])
        added = float(row["mean"]) - unchanged
        found["added", row["protocol"]] = added
        found["lost", row["protocol"]] = added / (1 - unchanged) if unchanged < 1 else math.nan
    for measure in MEASURES[1:]:
        found[measure, ALL] = fmean(value for (name, _), value in found.items() if name == measure)
    return found


def differences(pairs: Sequence[tuple[Figures, Figures]]) -> list[Row]:
    """A row a measure and protocol: both means over seeds, and the second less the first.

    Args:
        pairs: of each seed the figures of the first row, and of the second.
    """
    from scipy.stats import t

    rows = []
    for key in sorted(pairs[0][0], key=lambda key: MEASURES.index(key[0])):
        first, second = ([pair[side][key] for pair in pairs] for side in (0, 1))
        gaps = [b - a for a, b in zip(first, second, strict=True)]
        reach = math.nan
        if len(gaps) > 1:
            reach = float(t.ppf(0.975, len(gaps) - 1)) * stdev(gaps) / math.sqrt(len(gaps))
        middle = fmean(gaps)
        values = {"first": fmean(first), "second": fmean(second), "difference": middle}
        values |= {"low": middle - reach, "high": middle + reach}
        shown = {name: f"{value:.4f}" for name, value in values.items()}
        rows.append({"measure": key[0], "protocol": key[1], "seeds": str(len(gaps)), **shown})
    return rows


def main() -> None:
    """Read the command line, run what is missing, write and print the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    pictures = parser.add_mutually_exclusive_group(required=True)
    pictures.add_argument("--photos", type=Path, help="PERSON/PICTURE")
    pictures.add_argument("--pku", type=Path, help="a copy of PKU-Reid")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--protocols", default="protocols/outdoors")
    parser.add_argument("--fmr", type=float, default=0.05)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    seeds = seeds_of(given.first, given.second)
    if not seeds:
        sys.exit(f"{given.first}, {given.second}: no seed has a card.yaml in both")
    pairs = []
    for seed in seeds:
        sides = []
        for row in (given.first, given.second):
            one = {**vars(given), "backbone": [str(row / seed / "card.yaml")]}
            one["out"] = given.out / row.name / seed
            sides.append(figures(study(argparse.Namespace(**one))))
        pairs.append((sides[0], sides[1]))
    rows = differences(pairs)
    store(given.out / "differences.csv", rows)
    shown = ("first", "second", "difference", "low", "high")
    lines = [
        [row["measure"], row["protocol"], *(NUMBERS.signed(float(row[k]), 3) for k in shown)]
        for row in rows
    ]
    print(table(("measure", "change", *shown), lines))


if __name__ == "__main__":
    main()
