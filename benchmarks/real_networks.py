"""Networks on real people: how well they tell people apart, and which one the report names.

    probe run examples/pku_reid.yaml --photos PKU --out RUN --backbone ... --fmr 0.05
    python benchmarks/real_networks.py RUN

For each model the means over all levels but the standard one: AUC, misses at the model's threshold;
the worst level's misses and the least retention; and of how many other models it is shown to differ
in AUC, for better and for worse, by the run's own paired differences. Then what the report says.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import probe
from probe.wording import wording_of

HEADS = ("model", "auc", "misses", "worst", "retention", "better_than", "worse_than")


def main() -> None:
    """Print the table and the advice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    run = probe.open_run(parser.parse_args().run)
    (protocol,) = run.protocols.values()
    standard = protocol.standard.index
    mated = run.cells.query("kind == 'mated' and variant == 'unmasked'")
    changed = mated[(mated["j"] == standard) & (mated["i"] != standard)]
    shown = run.differences.query("figure == 'auc' and condition == '' and differs")
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(HEADS)
    for name in run.backbones:
        cells = changed[changed["backbone"] == name]
        gains = [
            *shown.loc[shown["backbone_b"] == name, "difference"],
            *-shown.loc[shown["backbone_a"] == name, "difference"],
        ]
        figures = cells["auc"].mean(), cells["fnmr"].mean(), cells["fnmr"].max()
        counts = sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)
        least = cells["retention"].min()
        table.writerow([name, *(f"{value:.3f}" for value in (*figures, least)), *counts])
    for failed in run.manifest.failed_backbones:
        print(f"# {failed.name}: {failed.reason}")
    for finding in run.findings:
        if finding.key == "advice":
            print(f"# {wording_of().either(finding.message)}")
            break


if __name__ == "__main__":
    main()
