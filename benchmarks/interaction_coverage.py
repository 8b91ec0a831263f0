"""How often main effects and interactions of crossed factors are recovered, and falsely found.

    cd benchmarks && OMP_NUM_THREADS=1 python interaction_coverage.py --out interaction_coverage.csv

People with known effects of four orientations and four distances on their mated score; every
interval is compared with the planted value, and where no interaction is planted every decided one
is false. Beside it the Wald interval of a linear mixed model with a random level a subject.

Populations: `alike` (people differ in level only: what that mixed model assumes), `reacting`
(each person has own costs of every level and of every pair of levels), `skewed` (the same with
gamma noise towards low scores), `extremes` (one person in ten reacts four times as strongly).
Designs: `whole`, and `gaps`: one figure in seven is missing.
"""

from __future__ import annotations

import argparse
import csv
import warnings
import zlib
from pathlib import Path

import numpy as np

from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.model import Protocol
from probe.statistics.interaction.crossing import Decided, effects_and_interactions
from probe.statistics.interaction.grid import grid_of

PEOPLE = ("alike", "reacting", "skewed", "extremes")
DESIGNS = ("whole", "gaps")
SIZES = (5, 8, 20, 50)
MISSING = 1 / 7
TURNS, STEPS = 4, 4

TURNED_AND_FAR = """
name: turned-and-far
title: Orientation and distance
question: Does turning cost more when farther away?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270], standard: 180}
  - {name: distance, unit: m, kind: ordered, levels: [2, 4, 8, 14], standard: 4}
photos: {pattern: "{subject}/{orientation}/{distance}/{take}.*"}
"""

Row = dict[str, object]


def protocol() -> Protocol:
    """The protocol of the simulated study."""
    return protocol_of(parse_yaml(TURNED_AND_FAR, "turned-and-far.yaml"))


def truth(planted: bool) -> np.ndarray:
    """Expected mated score of every condition, `(TURNS, STEPS)`."""
    turn = np.array([-0.10, -0.20, 0.0, -0.20])
    step = np.array([0.02, 0.0, -0.06, -0.15])
    together = np.outer([1.0, 1.5, 0.0, 1.5], [0.02, 0.0, -0.05, -0.10])
    return 0.9 + turn[:, None] + step + (together if planted else 0.0)


def draw(rng: np.random.Generator, people: str, subjects: int, planted: bool) -> np.ndarray:
    """Figures `(S, C)` of one sample, without gaps."""
    shape = (subjects, TURNS, STEPS)
    figures = truth(planted) + 0.08 * rng.standard_normal((subjects, 1, 1))
    if people != "alike":
        strength = np.ones((subjects, 1, 1))
        if people == "extremes":
            strength[rng.random(subjects) < 0.1] = 4.0
        figures = figures + strength * (
            0.06 * rng.standard_normal((subjects, TURNS, 1))
            + 0.06 * rng.standard_normal((subjects, 1, STEPS))
            + 0.10 * rng.standard_normal((subjects, 1, 1)) * _reaction()
        )
    if people == "skewed":
        return (figures + 0.03 * (2 - rng.gamma(1.0, 2.0, shape))).reshape(subjects, -1)
    return (figures + 0.03 * rng.standard_normal(shape)).reshape(subjects, -1)


def _reaction() -> np.ndarray:
    """How a person who turns badly fares when farther: the same pattern in everybody's own size."""
    return np.outer([0.7, 1.0, 0.0, 1.0], [0.2, 0.0, 0.5, 1.0])


def study(people: str, design: str, subjects: int, planted: bool, samples: int) -> list[Row]:
    """Coverage of every kind of interval, and the share of samples with any decided interaction."""
    rng = np.random.default_rng([zlib.crc32(f"{people}-{design}".encode()), subjects, planted])
    told, expected = protocol(), truth(planted).ravel()
    tally: dict[str, list[tuple[int, int, float]]] = {"effects": [], "whole": [], "single": []}
    any_decided = whole_decided = whole_given = 0
    for _ in range(samples):
        figures = draw(rng, people, subjects, planted)
        if design == "gaps":
            figures[rng.random(figures.shape) < MISSING] = np.nan
        found = effects_and_interactions(told, figures)
        _count(tally, found, expected)
        any_decided += any(term.decided for term in (*found.whole, *found.single))
        whole_decided += found.whole[0].decided
        whole_given += not found.whole[0].interval.refused
    head: Row = {"people": people, "design": design, "subjects": subjects, "planted": planted}
    rows = [head | _row(kind, found, samples) for kind, found in tally.items()]
    return [
        row
        | {
            "any_decided": round(100 * any_decided / samples, 2),
            "whole_decided": round(100 * whole_decided / max(1, whole_given), 2),
        }
        for row in rows
    ]


def _count(
    tally: dict[str, list[tuple[int, int, float]]],
    found: Decided,
    expected: np.ndarray,
) -> None:
    grid = found.grid
    families = (
        ("effects", grid.effects(), found.effects),
        ("whole", grid.whole(), found.whole),
        ("single", grid.single(), found.single),
    )
    for kind, contrasts, terms in families:
        for contrast, term in zip(contrasts, terms, strict=True):
            if not term.interval.refused:
                covers = term.interval.covers(float(contrast.weights @ expected))
                tally[kind].append((1, covers, term.interval.width))


def _row(kind: str, found: list[tuple[int, int, float]], samples: int) -> Row:
    table = np.array(found, np.float64).reshape(-1, 3)
    covered = 100 * table[:, 1].mean() if len(table) else float("nan")
    width = table[:, 2].mean() if len(table) else float("nan")
    return {
        "kind": kind,
        "samples": samples,
        "intervals": len(table),
        "covered": round(covered, 2),
        "width": round(width, 4),
    }


def mixed_model(people: str, subjects: int, samples: int) -> list[Row]:
    """The same with Wald intervals of a mixed model with a random level a subject (no gaps)."""
    from statsmodels.regression.mixed_linear_model import MixedLM

    rng = np.random.default_rng([zlib.crc32(people.encode()), subjects])
    grid, expected = grid_of(protocol()), truth(True).ravel()
    design = np.tile(np.eye(grid.conditions), (subjects, 1))
    groups = np.repeat(np.arange(subjects), grid.conditions)
    families = {"effects": grid.effects(), "whole": grid.whole(), "single": grid.single()}
    tally: dict[str, list[tuple[int, int, float]]] = {kind: [] for kind in families}
    for _ in range(samples):
        figures = draw(rng, people, subjects, True).ravel()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = MixedLM(10 * figures, design, groups).fit(reml=True, method=["powell"])
        count = grid.conditions
        covariance = np.asarray(result.cov_params())[:count, :count] / 100
        for kind, contrasts in families.items():
            for weights in (contrast.weights for contrast in contrasts):
                half = 1.96 * np.sqrt(weights @ covariance @ weights)
                error = weights @ (np.asarray(result.fe_params) / 10 - expected)
                tally[kind].append((1, abs(error) <= half, 2 * half))
    head: Row = {"people": people, "design": "whole", "subjects": subjects, "planted": True}
    return [head | _row(f"{kind}, mixed model", found, samples) for kind, found in tally.items()]


def main() -> None:
    """Simulate, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--out", type=Path, required=True, help="CSV to write")
    parser.add_argument("--samples", type=int, default=600, help="samples a setting")
    args = parser.parse_args()
    rows: list[Row] = []
    for people in PEOPLE:
        for subjects in SIZES:
            for design in DESIGNS:
                for planted in (False, True):
                    rows += study(people, design, subjects, planted, args.samples)
            rows += mixed_model(people, subjects, max(50, args.samples // 4))
            print(people, subjects, flush=True)
    names = list(dict.fromkeys(name for row in rows for name in row))
    with args.out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
