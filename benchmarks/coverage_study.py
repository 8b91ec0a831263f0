"""How often the intervals hold the truth, over a grid of simulated populations.

    cd benchmarks && OMP_NUM_THREADS=1 python coverage_study.py --out coverage_study.csv --jobs 2

Prints a summary and writes one row a setting, number of subjects, figure and cell. `refused` counts
samples whose interval was refused (they are not in `covered`).
"""

from __future__ import annotations

import argparse
import csv
import sys
import zlib
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from coverage_figures import auc_figures, figures, figures_of_cells, truths
from coverage_people import SETTINGS, Setting, draw

FMR = {5: 0.05}
"""False match rate by number of subjects; 1 % otherwise (5 subjects do not resolve it)."""

REPLICATIONS = {5: 300, 20: 300, 50: 80}

PARTS = {"all": figures, "cells": figures_of_cells, "auc": auc_figures}
"""Which figures to study; the samples are the same for each."""

Row = dict[str, object]


def study(
    setting: Setting,
    subjects: int,
    replications: int,
    truth: tuple | None = None,
    part: str = "all",
) -> list[Row]:
    """Coverage of every figure in one setting, from independent samples."""
    known = truths(setting) if truth is None else truth
    rng = np.random.default_rng([zlib.crc32(setting.name.encode()), subjects])
    tally: dict[tuple[str, tuple[int, int]], list[tuple[bool, bool, bool, float]]] = defaultdict(
        list
    )
    for _ in range(replications):
        models = draw(rng, setting, subjects)
        for name, cell, interval, true in PARTS[part](models, known, FMR.get(subjects, 0.01)):
            tally[name, cell].append(
                (interval.refused, interval.low > true, interval.high < true, interval.width)
            )
    return [_row(setting, subjects, *key, np.array(found)) for key, found in tally.items()]


def whole_setting(setting: Setting, sizes: tuple[int, ...], share: float, part: str) -> list[Row]:
    """Coverage in one setting for several numbers of subjects."""
    truth = truths(setting)
    counts = {size: max(1, int(share * REPLICATIONS.get(size, 200))) for size in sizes}
    return [row for size in sizes for row in study(setting, size, counts[size], truth, part)]


def _row(
    setting: Setting, subjects: int, name: str, cell: tuple[int, int], found: np.ndarray
) -> Row:
    given = found[found[:, 0] == 0]
    too_high, too_low = given[:, 1].sum(), given[:, 2].sum()
    samples = len(given)
    share = 1 - (too_high + too_low) / samples if samples else float("nan")
    return {
        "setting": setting.name,
        "subjects": subjects,
        "figure": name,
        "cell": f"{cell[0]}-{cell[1]}",
        "samples": samples,
        "refused": len(found) - samples,
        "covered": round(100 * share, 2),
        "interval_too_high": int(too_high),
        "interval_too_low": int(too_low),
        "mean_width": round(float(given[:, 3].mean()), 5) if samples else float("nan"),
    }


def summary(rows: list[Row]) -> str:
    """Lowest, mean and highest coverage of each figure by number of subjects, over the cells."""
    lines = ["| figure | settings | " + " | ".join(f"S = {s}" for s in _sizes(rows)) + " |"]
    lines.append("|---" * (2 + len(_sizes(rows))) + "|")
    for name in dict.fromkeys(str(row["figure"]) for row in rows):
        for kind, bad in (("no bad subjects", False), ("10 % bad subjects", True)):
            cells = [_spread(rows, name, size, bad) for size in _sizes(rows)]
            lines.append(f"| {name} | {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _sizes(rows: list[Row]) -> list[int]:
    return sorted({int(str(row["subjects"])) for row in rows})


def _spread(rows: list[Row], name: str, subjects: int, bad: bool) -> str:
    values = [
        float(str(row["covered"]))
        for row in rows
        if row["figure"] == name
        and int(str(row["subjects"])) == subjects
        and str(row["setting"]).startswith("bad") == bad
        and int(str(row["samples"])) >= 60
    ]
    if not values:
        return "refused"
    return f"{min(values):.1f} / {np.mean(values):.1f} / {max(values):.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--subjects", type=int, nargs="+", default=list(REPLICATIONS))
    parser.add_argument("--settings", nargs="+", default=[s.name for s in SETTINGS])
    parser.add_argument("--share", type=float, default=1.0, help="share of the replications")
    parser.add_argument("--part", choices=list(PARTS), default="all")
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args()
    settings = [setting for setting in SETTINGS if setting.name in chosen.settings]
    work = partial(
        whole_setting, sizes=tuple(chosen.subjects), share=chosen.share, part=chosen.part
    )
    rows: list[Row] = []
    with chosen.out.open("w", newline="") as file, ProcessPoolExecutor(chosen.jobs) as pool:
        for setting, found in zip(settings, pool.map(work, settings), strict=True):
            writer = csv.DictWriter(file, list(found[0]))
            if not rows:
                writer.writeheader()
            writer.writerows(found)
            file.flush()
            rows += found
            print(setting.name, "done", file=sys.stderr, flush=True)
    print(summary(rows))


if __name__ == "__main__":
    main()
