"""Retrieval on the pictures of a run as they were shot, and with the background removed: paired.

    probe run examples/pku_reid.yaml --photos DIR --backbone ... --mask grabcut --out RUN
    python examples/studies/masked_retrieval.py RUN --row "ibn=NAME NAME NAME" --out masked.csv

Two galleries. `other`: pictures of the first camera are queries, those of the others the gallery,
as PKU-Reid is evaluated. `all`: every picture is a query, and strangers before the query's own
camera stand in the gallery, too; only its own person's pictures there are left out. A model that
looks at the background takes them for the person.

A row names one backbone of the run, or the trainings of one row of a matrix: figures are means over
them, and the interval of masked minus as shot is a jackknife over people and trainings.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from probe.files.atomic import write_text
from probe.retrieval.paired import (
    FIGURES,
    figures_without_people,
    trained_difference,
    training_pairs,
)
from probe.retrieval.rules import Labels, labels
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.statistics.jackknife import Jackknifed

GALLERIES = ("other", "all")
HEADS = (
    "gallery", "row", "figure", "as shot", "background removed", "difference", "low", "high",
    "trainings", "people",
)  # fmt: skip


def both_variants(run: Run, backbone: str, mask: str, gallery: str) -> list[dict[str, Jackknifed]]:
    """mAP, rank-1 and mINP as shot and masked, on the pictures that have a mask.

    Args:
        run: with the mask variant.
        backbone: its name in the run.
        mask: name of the variant.
        gallery: `other` or `all`; see the module.
    """
    vectors = {}
    for variant in (UNMASKED, mask):
        ids, array = run.embeddings(backbone, variant)
        vectors[variant] = dict(zip(ids, array, strict=True))
    shared = [image for image in vectors[UNMASKED] if image in vectors[mask]]
    named = labels_of(run, shared)
    first = named.cameras == named.cameras.min()
    query, kept = (first, ~first) if gallery == "other" else (first | True, first | True)
    sides = [np.stack([vectors[v][image] for image in shared]) for v in (UNMASKED, mask)]
    return [
        figures_without_people(side[query], side[kept], named.only(query), named.only(kept))
        for side in sides
    ]


def labels_of(run: Run, ids: Sequence[str]) -> Labels:
    """Who and which camera, in the order of the pictures' ids."""
    images = run.images.set_index("image_id").loc[list(ids)]
    people, cameras = (np.unique(images[c], return_inverse=True)[1] for c in ("subject", "camera"))
    return labels(people, cameras)


def compared(
    run: Run, row: str, backbones: Sequence[str], mask: str, gallery: str
) -> list[list[str]]:
    """The lines of a row: one a figure."""
    each = [both_variants(run, name, mask, gallery) for name in backbones]
    lines = []
    for figure in FIGURES:
        shot, masked = ([both[at][figure] for both in each] for at in (0, 1))
        interval = trained_difference(shot, masked)(0.95)
        differences = [b.estimate - a.estimate for a, b in training_pairs(shot, masked)]
        means = [float(np.mean([one.estimate for one in side])) for side in (shot, masked)]
        numbers = [*means, interval.estimate, interval.low, interval.high]
        shown = " ".join(f"{value:+.4f}" for value in differences)
        subjects = str(interval.subjects)
        lines.append(
            [gallery, row, figure, *(f"{number:.4f}" for number in numbers), shown, subjects]
        )
    return lines


def main() -> None:
    """Read the run, compare, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--row", action="append", required=True, metavar="'ROW=NAME NAME ...'")
    parser.add_argument("--mask", default="grabcut", help="the mask variant of the run")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    given = parser.parse_args()
    run = Run(given.run)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADS)
    for row, _, names in (one.partition("=") for one in given.row):
        for gallery in GALLERIES:
            writer.writerows(compared(run, row, names.split(), given.mask, gallery))
    write_text(given.out, text.getvalue())
    print(text.getvalue())


if __name__ == "__main__":
    main()
