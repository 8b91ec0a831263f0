"""Whether random erasing in training hurts under corruption, as CIL-ReID says it does.

    probe train examples/studies/ibn_domains.yaml --out TRAININGS --data market1501=DIR
    python examples/studies/erasing_outdoors.py TRAININGS --pku PKU --out OUT

TRAININGS holds the rows `IBN-a` and `IBN-a with erasing`, the same seeds of both. Each trained
network goes through `outdoors_study.py` in a folder of its own in OUT; a killed study goes on where
it was when the same command is given again. `differences.csv` has, of each protocol and of all
together, by how much erasing changes the misses that a change adds: a mean over seeds with its 95 %
interval (Student's t over seeds, paired). It says nothing of other people than those it is run on.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean, stdev

from outdoors_study import harm, study
from page import NUMBERS, table
from real_made import Row, store

WITHOUT, WITH = "IBN-a", "IBN-a_with_erasing"
"""Folders of the two rows."""

ALL = "all"
"""The line over all protocols."""


def trained(folder: Path) -> list[str]:
    """Names of the seeds of which both rows have a network: `seed-1`."""
    names = {
        row: {path.parent.name for path in (folder / "rows" / row).glob("seed-*/card.yaml")}
        for row in (WITHOUT, WITH)
    }
    return sorted(names[WITHOUT] & names[WITH])


def added(rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Misses that each change adds, 0..1, and their mean."""
    by_protocol = dict(harm(rows))
    return {**by_protocol, ALL: fmean(by_protocol.values())}


def differences(pairs: Sequence[tuple[Mapping[str, float], Mapping[str, float]]]) -> list[Row]:
    """A row a protocol: what erasing adds to the misses that a change adds.

    Args:
        pairs: of each seed the added misses without erasing, and with it, by protocol.
    """
    from scipy.stats import t

    rows = []
    for name in pairs[0][0]:
        values = [erased[name] - plain[name] for plain, erased in pairs]
        reach = math.nan
        if len(values) > 1:
            reach = float(t.ppf(0.975, len(values) - 1)) * stdev(values) / math.sqrt(len(values))
        middle = fmean(values)
        figures = {"difference": middle, "low": middle - reach, "high": middle + reach}
        shown = {key: f"{value:.4f}" for key, value in figures.items()}
        rows.append({"protocol": name, "seeds": str(len(values)), **shown})
    return rows


def main() -> None:
    """Read the command line, run what is missing, write and print the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("trainings", type=Path)
    parser.add_argument("--pku", type=Path, required=True, help="a copy of PKU-Reid")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--protocols", default="protocols/outdoors")
    parser.add_argument("--fmr", type=float, default=0.05)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    seeds = trained(given.trainings)
    if not seeds:
        sys.exit(f"{given.trainings}: no seed has a card.yaml in rows/{WITHOUT} and rows/{WITH}")
    pairs = []
    for seed in seeds:
        sides = []
        for row in (WITHOUT, WITH):
            card = given.trainings / "rows" / row / seed / "card.yaml"
            one = {**vars(given), "photos": None, "backbone": [str(card)]}
            one["out"] = given.out / row / seed
            sides.append(added(study(argparse.Namespace(**one))))
        pairs.append((sides[0], sides[1]))
    rows = differences(pairs)
    store(given.out / "differences.csv", rows)
    lines = [
        [
            row["protocol"],
            *(NUMBERS.signed(float(row[k]), 3) for k in ("difference", "low", "high")),
        ]
        for row in rows
    ]
    print(table(("change", "erasing adds", "low", "high"), lines))


if __name__ == "__main__":
    main()
