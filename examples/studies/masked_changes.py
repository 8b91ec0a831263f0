"""What a mask changes in misses, retention and AUC: the paired differences that a run stores.

    probe run examples/pku_reid.yaml --photos DIR --mask grabcut --mask yolact=FILE --out OUT
    python examples/studies/masked_changes.py RUN --data PKU-Reid --out changes.csv

A line is one backbone, mask and figure over all conditions but the standard one: as shot, with the
background filled, and the difference with its 95 % interval over the people. `differs` is decided
after Holm's adjustment. Lines of one data set in an earlier table are replaced.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path

import pandas as pd

from probe.errors import ProbeError, UsageError
from probe.files.atomic import write_text
from probe.runs.reading import Run

FIGURES = ("fnmr", "retention", "auc")
HEADS = (
    "data", "mask", "backbone", "figure", "as shot", "background removed", "difference", "low",
    "high", "differs", "people",
)  # fmt: skip


def changed(run: Run, data: str) -> list[list[str]]:
    """The lines of a run of one protocol, by mask, backbone and figure.

    Raises:
        UsageError: it has no mask, or more than one protocol.
    """
    if run.changes is None or len(run.protocols) != 1:
        raise UsageError(f"{run.path}: not a run of one protocol with --mask")
    whole = run.changes[(run.changes["condition"] == "") & run.changes["figure"].isin(FIGURES)]
    rows = whole if len(whole) else _of_the_only_condition(run)
    lines = []
    for _, row in rows.sort_values(["variant", "backbone", "figure"]).iterrows():
        removed = _masked(run, row)
        numbers = [removed - row["difference"], removed, row["difference"], row["low"], row["high"]]
        shown = ["" if pd.isna(number) else f"{number:.4f}" for number in numbers]
        names = [data, row["variant"], row["backbone"], row["figure"]]
        told = "yes" if row["differs"] else "no"
        lines.append([*map(str, names), *shown, told, str(row["n_subjects"])])
    return lines


def _of_the_only_condition(run: Run) -> pd.DataFrame:
    """Where there are two conditions, that one beside the standard stands for all of them."""
    (protocol,) = run.protocols.values()
    changes = run.changes
    assert changes is not None
    kept = changes["figure"].isin(FIGURES) & (changes["condition"] != protocol.standard.key)
    return changes[kept]


def _masked(run: Run, row: pd.Series) -> float:
    """Mean of a masked figure over the conditions but the standard one, against that one.

    What it was as shot follows from the difference, which is of the pictures that have a mask; the
    cells as shot are of all.
    """
    (protocol,) = run.protocols.values()
    cells = run.cells
    chosen = cells[
        (cells["variant"] == row["variant"])
        & (cells["kind"] == "mated")
        & (cells["backbone"] == row["backbone"])
        & (cells["j"] == protocol.standard.index)
        & (cells["i"] != protocol.standard.index)
    ]
    return float(chosen[str(row["figure"])].mean())


def main() -> None:
    """Read the run, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--data", required=True, help="how the data set is called in the table")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    given = parser.parse_args()
    earlier = []
    if given.out.is_file():
        with given.out.open(encoding="utf-8", newline="") as file:
            earlier = [line for line in list(csv.reader(file))[1:] if line[0] != given.data]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADS)
    writer.writerows(sorted([*earlier, *changed(Run(given.run), given.data)]))
    write_text(given.out, text.getvalue())
    print(text.getvalue())


if __name__ == "__main__":
    try:
        main()
    except ProbeError as error:
        sys.exit(f"{error}\n  {error.hint or ''}".rstrip())
