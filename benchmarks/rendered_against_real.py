"""Whether rendered people order directions as real ones do, model by model.

    probe run orientation --out RENDERED --backbone ...
    probe run examples/pku_reid.yaml --photos PKU --out REAL --backbone ... --fmr 0.05
    python benchmarks/rendered_against_real.py RENDERED REAL

Both runs compare the same models over eight directions. Of the 28 pairs of different directions
(rendered people without a backpack) the mean cosine of the same person and the AUC are taken from
either run. Printed: Spearman's rank correlation of the two, and the mirrored pair (90 and 270
degrees) beside the mean of all other pairs.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from scipy.stats import spearmanr

import probe

HEADS = (
    "model", "pairs", "cosine", "auc", "mirrored_rendered", "others_rendered", "mirrored_real",
    "others_real", "mirrored_auc_real", "others_auc_real",
)  # fmt: skip
MIRRORED = (90.0, 270.0)


def cells_of(folder: Path, figure: str) -> dict[str, dict[tuple[float, float], float]]:
    """Model -> two directions in degrees, the smaller one first -> a figure of the same person."""
    run = probe.open_run(folder)
    (protocol,) = run.protocols.values()
    turns = {
        c.index: float(c.levels[0])
        for c in protocol.conditions
        if protocol.series is None or c.series == protocol.standard.series
    }
    kept = run.cells.query("kind == 'mated' and variant == 'unmasked'")
    found: dict[str, dict[tuple[float, float], float]] = {}
    for row in kept.to_dict("records"):
        if row["i"] in turns and row["j"] in turns and row["i"] < row["j"]:
            first, second = sorted((turns[row["i"]], turns[row["j"]]))
            found.setdefault(row["backbone"], {})[first, second] = float(row[figure])
    return found


def beside(cells: dict[tuple[float, float], float]) -> tuple[float, float]:
    """The mirrored pair, and the mean of all others."""
    others = [value for pair, value in cells.items() if pair != MIRRORED]
    return cells[MIRRORED], sum(others) / len(others)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rendered", type=Path)
    parser.add_argument("real", type=Path)
    asked = parser.parse_args()
    rendered, real = (
        {figure: cells_of(folder, figure) for figure in ("mean", "auc")}
        for folder in (asked.rendered, asked.real)
    )
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(HEADS)
    for model in rendered["mean"]:
        pairs = sorted(rendered["mean"][model].keys() & real["mean"].get(model, {}).keys())
        ranks = [
            spearmanr(
                [rendered[figure][model][pair] for pair in pairs],
                [real[figure][model][pair] for pair in pairs],
            ).statistic
            for figure in ("mean", "auc")
        ]
        shown = [rendered["mean"], real["mean"], real["auc"]]
        ends = [value for figures in shown for value in beside(figures[model])]
        table.writerow([model, len(pairs), *(f"{value:.3f}" for value in (*ranks, *ends))])


if __name__ == "__main__":
    main()
