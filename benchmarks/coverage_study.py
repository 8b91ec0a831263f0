"""How often the intervals hold the truth, over a grid of simulated populations.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/coverage_study.py \
        --out benchmarks/coverage_study.csv --workers 16

from the root of the repository; about 75 minutes of one core at `--share 1`. Writes one row a
setting, number of subjects, figure and cell, and prints two tables: the spread of the coverage, and
whether it reaches what is asked (93 % from 20 subjects, 90 % below). `refused` counts samples whose
interval was refused (they are not in `covered`). The rows do not depend on the number of workers.
"""

from __future__ import annotations

import argparse
import csv
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import numpy as np
from coverage_figures import (
    Truth,
    auc_figures,
    figures,
    figures_of_cells,
    leaning_figures,
    truths,
)
from coverage_people import SETTINGS, Setting, draw

FMR = {5: 0.05}
"""False match rate by number of subjects; 1 % otherwise (5 subjects do not resolve it)."""

REPLICATIONS = {5: 2000, 8: 2000, 20: 4000, 50: 2000}
CHUNK = 100
"""Samples of one random stream, the unit of work."""

ASKED = {5: 90.0, 8: 90.0, 20: 93.0, 50: 93.0}
"""The coverage asked for, in %, by number of subjects."""

ERROR = 0.05
"""Probability of any false statement among the rows of one figure and number of subjects."""

PARTS = {"all": figures, "cells": figures_of_cells, "auc": auc_figures, "leaning": leaning_figures}
"""Which figures to study; the samples are the same for each."""

Row = dict[str, object]
Key = tuple[str, tuple[int, int]]
Tally = dict[Key, np.ndarray]
"""By figure and cell: intervals given, refused, too high, too low, and the sum of their widths."""

_known: dict[str, tuple[Truth, Truth]] = {}
"""The populations' figures, in every worker."""


def study(
    setting: Setting, subjects: int, replications: int, truth: tuple[Truth, Truth]
) -> list[Row]:
    """Coverage of every figure in one setting, from independent samples."""
    chunks = _chunks(replications)
    tallies = [tally(setting, subjects, *chunk, truth, "all") for chunk in chunks]
    return rows_of(setting, subjects, tallies)


def tally(
    setting: Setting,
    subjects: int,
    chunk: int,
    replications: int,
    truth: tuple[Truth, Truth],
    part: str,
) -> Tally:
    """Counts what the intervals of one chunk of samples did."""
    rng = np.random.default_rng([zlib.crc32(setting.name.encode()), subjects, chunk])
    counts: Tally = defaultdict(lambda: np.zeros(5))
    for _ in range(replications):
        models = draw(rng, setting, subjects)
        for name, cell, interval, true in PARTS[part](models, truth, FMR.get(subjects, 0.01)):
            if interval.refused:
                counts[name, cell] += (0, 1, 0, 0, 0)
            else:
                missed = (interval.low > true, interval.high < true)
                counts[name, cell] += (1, 0, *missed, interval.width)
    return dict(counts)


def rows_of(setting: Setting, subjects: int, tallies: Iterable[Tally]) -> list[Row]:
    """One row a figure and cell from the counts of all chunks."""
    total: Tally = defaultdict(lambda: np.zeros(5))
    for counts in tallies:
        for key, found in counts.items():
            total[key] += found
    return [_row(setting, subjects, key, found) for key, found in total.items()]


def _row(setting: Setting, subjects: int, key: Key, found: np.ndarray) -> Row:
    samples, refused, too_high, too_low = (int(count) for count in found[:4])
    share = 1 - (too_high + too_low) / samples if samples else float("nan")
    return {
        "setting": setting.name,
        "subjects": subjects,
        "figure": key[0],
        "cell": f"{key[1][0]}-{key[1][1]}",
        "samples": samples,
        "refused": refused,
        "covered": round(100 * share, 2),
        "interval_too_high": too_high,
        "interval_too_low": too_low,
        "mean_width": round(found[4] / samples, 5) if samples else float("nan"),
    }


def _chunks(replications: int) -> list[tuple[int, int]]:
    """Number and size of each chunk."""
    whole, rest = divmod(replications, CHUNK)
    return [*((k, CHUNK) for k in range(whole)), *([(whole, rest)] if rest else [])]


def whole_grid(
    settings: list[Setting], counts: dict[int, int], part: str, workers: int
) -> list[Row]:
    """Coverage in every setting for several numbers of subjects, with so many samples each."""
    sizes = list(counts)
    with ProcessPoolExecutor(workers) as pool:
        known = dict(zip((s.name for s in settings), pool.map(truths, settings), strict=True))
    print("populations known", file=sys.stderr, flush=True)
    found: dict[tuple[Setting, int], list[Tally]] = defaultdict(list)
    with ProcessPoolExecutor(workers, initializer=_know, initargs=(known,)) as pool:
        work = {
            pool.submit(_tally, setting, size, chunk, part): (setting, size)
            for size in sorted(sizes, reverse=True)  # The longest first.
            for setting in settings
            for chunk in _chunks(counts[size])
        }
        for done, task in enumerate(as_completed(work), 1):
            found[work[task]].append(task.result())
            if done % 100 == 0:
                print(f"{done} of {len(work)}", file=sys.stderr, flush=True)
    return [row for s in settings for size in sizes for row in rows_of(s, size, found[s, size])]


def _know(known: dict[str, tuple[Truth, Truth]]) -> None:
    _known.update(known)


def _tally(setting: Setting, subjects: int, chunk: tuple[int, int], part: str) -> Tally:
    return tally(setting, subjects, *chunk, _known[setting.name], part)


def summary(rows: list[Row]) -> str:
    """Lowest, mean and highest coverage of each figure by number of subjects, over the cells."""
    return _table(rows, _spread)


def decisions(rows: list[Row]) -> str:
    """Whether the coverage of every row reaches what is asked, beyond the noise of the study.

    `shown`: in every row, by lower limits that hold together. `not contradicted`: in no row is the
    coverage shown to be less (Holm). Else the number of rows in which it is shown to be less.
    """
    return _table(rows, _decision)


def _table(rows: list[Row], entry: Callable[[np.ndarray, int], str]) -> str:
    sizes = sorted({int(str(row["subjects"])) for row in rows})
    lines = ["| figure | settings | " + " | ".join(f"S = {s}" for s in sizes) + " |"]
    lines.append("|---" * (2 + len(sizes)) + "|")
    for name in dict.fromkeys(str(row["figure"]) for row in rows):
        for kind, bad in (("no bad subjects", False), ("10 % bad subjects", True)):
            cells = [entry(_chosen(rows, name, size, bad), size) for size in sizes]
            lines.append(f"| {name} | {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _chosen(rows: list[Row], name: str, subjects: int, bad: bool) -> np.ndarray:
    """Samples and intervals that hold the truth, `(rows, 2)`, of one figure and size."""
    most = max(int(str(row["samples"])) for row in rows if row["subjects"] == subjects)
    return np.array(
        [
            (
                samples,
                samples - int(str(row["interval_too_high"])) - int(str(row["interval_too_low"])),
            )
            for row in rows
            if row["figure"] == name
            and row["subjects"] == subjects
            and str(row["setting"]).startswith("bad") == bad
            and (samples := int(str(row["samples"]))) >= most / 5
        ]
    ).reshape(-1, 2)


def _spread(chosen: np.ndarray, _: int) -> str:
    if not len(chosen):
        return "no rows"
    values = 100 * chosen[:, 1] / chosen[:, 0]
    return f"{values.min():.1f} / {values.mean():.1f} / {values.max():.1f}"


def _decision(chosen: np.ndarray, subjects: int) -> str:
    from scipy import special

    if not len(chosen):
        return "no rows"
    asked = ASKED.get(subjects, 93.0) / 100
    samples, held = chosen.T
    lower = special.bdtr(held, samples, asked)  # P(as few or fewer hold the truth)
    order, left = np.sort(lower), np.arange(len(chosen), 0, -1)
    below = int(np.cumprod(order * left <= ERROR).sum())
    if below:
        return f"less in {below} of {len(chosen)}"
    upper = special.bdtrc(held - 1, samples, asked)  # P(as many or more hold the truth)
    return "shown" if (upper <= ERROR / len(chosen)).all() else "not contradicted"


def read(path: Path) -> list[Row]:
    """The rows of a file written before."""
    with path.open(newline="") as file:
        return [{**row, "subjects": int(row["subjects"])} for row in csv.DictReader(file)]


def main() -> None:
    """Run the study and write it, or read one, and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, help="the file to write")
    where.add_argument("--read", type=Path, help="print the tables of a file written before")
    parser.add_argument("--subjects", type=int, nargs="+", default=list(REPLICATIONS))
    parser.add_argument("--settings", nargs="+", default=[s.name for s in SETTINGS])
    parser.add_argument("--share", type=float, default=1.0, help="share of the replications")
    parser.add_argument("--samples", type=int, help="so many for every number of subjects instead")
    parser.add_argument("--part", choices=list(PARTS), default="all")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    chosen = parser.parse_args()
    if chosen.read:
        rows = read(chosen.read)
        print(summary(rows), decisions(rows), sep="\n\n")
        return
    settings = [setting for setting in SETTINGS if setting.name in chosen.settings]
    counts = {
        size: chosen.samples or max(1, int(chosen.share * REPLICATIONS.get(size, 1000)))
        for size in chosen.subjects
    }
    rows = whole_grid(settings, counts, chosen.part, chosen.workers)
    with chosen.out.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    print(summary(rows), decisions(rows), sep="\n\n")


if __name__ == "__main__":
    main()
