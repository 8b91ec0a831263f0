"""Two models in a run, condition by condition: paired differences with intervals, over the seeds.

    python examples/studies/directions.py RUN --pair stage_I:stage_III --out directions.csv

RUN is the folder of a run whose backbones are named `...NAME_seed1`, `...NAME_seed2`, ... A pair is
two NAMEs, or a NAME and a whole backbone name that has no seeds. Differences are those of the run
(second minus first, jackknife or t over people, Holm over everything that the run compares); the
table has their mean over the seeds, the means of their limits (which speak about people, each of
one training), the least and the most of them, and how many of them the run calls shown, upwards and
downwards.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd

from probe.files.atomic import write_text
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run

FIGURES = ("auc", "retention", "fnmr")


def of_pair(run: Run, first: str, second: str) -> pd.DataFrame:
    """The differences of a pair with every seed, second minus first."""
    found = run.differences[run.differences["variant"] == UNMASKED]
    found = found[found["figure"].isin(FIGURES)]
    sides = found["backbone_a"].map(without_seed), found["backbone_b"].map(without_seed)
    seeds = found["backbone_a"].map(seed_of), found["backbone_b"].map(seed_of)
    alike = (seeds[0] == seeds[1]) | (seeds[0] == "") | (seeds[1] == "")
    forward = found[(sides[0] == first) & (sides[1] == second) & alike]
    back = found[(sides[0] == second) & (sides[1] == first) & alike]
    turned = back.assign(difference=-back["difference"], low=-back["high"], high=-back["low"])
    return pd.concat([forward, turned])


def without_seed(backbone: str) -> str:
    """`stage_I` of `fdgan.stage_I_seed2`; a name without a seed as it is."""
    if not seed_of(backbone):
        return backbone
    return backbone.partition(".")[2].rpartition("_seed")[0]


def seed_of(backbone: str) -> str:
    """`2` of `fdgan.stage_I_seed2`; nothing where there is none."""
    _, sign, seed = backbone.rpartition("_seed")
    return seed if sign and seed.isdigit() else ""


def summary(run: Run, first: str, second: str) -> pd.DataFrame:
    """A line for each protocol, figure and condition; condition "" is all of them together."""
    pairs = of_pair(run, first, second)
    grouped = pairs.groupby(["protocol", "figure", "condition"], sort=False)
    table = grouped.agg(
        seeds=("difference", "size"),
        difference=("difference", "mean"),
        low=("low", "mean"),
        high=("high", "mean"),
        least=("difference", "min"),
        most=("difference", "max"),
    )
    shown = pairs["differs"].fillna(value=False).astype(bool)
    for name, chosen in (("up", pairs["difference"] > 0), ("down", pairs["difference"] < 0)):
        table[name] = (shown & chosen).groupby([pairs[key] for key in grouped.keys]).sum()
    table.insert(0, "first", first)
    table.insert(1, "second", second)
    return table.reset_index()


def main() -> None:
    """Read the run, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, nargs="+")
    parser.add_argument("--pair", action="append", required=True, metavar="FIRST:SECOND")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    given = parser.parse_args()
    pairs = [pair.split(":") for pair in given.pair]
    table = pd.concat([summary(Run(run), *pair) for run in given.run for pair in pairs])
    write_text(given.out, table.to_csv(index=False, float_format="%.6f", lineterminator="\n"))
    print(table.to_string(index=False))


if __name__ == "__main__":
    main()
