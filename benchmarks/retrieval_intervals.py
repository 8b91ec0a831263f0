"""Do the intervals of paired retrieval differences cover? Simulated people and trainings.

    python benchmarks/retrieval_intervals.py --samples 300

People are points of 16 numbers, pictures of them points around, moved by a camera; a model is a
matrix to 8 numbers, a training of it the same matrix with noise. The second model has two columns
more, so that the difference is not zero. What must be covered is the expected difference at this
number of people, taken as the mean over all samples. Three ways: people and trainings (what
`probe.retrieval.paired` does), people alone, and the naive one over queries (paired t over the
per-query average precisions, as if queries were independent).
"""

from __future__ import annotations

import argparse

import numpy as np
from numpy.typing import NDArray

from probe.retrieval.figures import evaluate_vectors
from probe.retrieval.paired import figures_without_people, trained_difference
from probe.retrieval.rules import Labels, labels
from probe.statistics import paired_mean_interval
from probe.statistics.jackknife import SUBJECTS, Jackknifed

Floats = NDArray[np.float64]
FULL, SHORT, CAMERAS, TRAININGS = 16, 8, 2, 3
SPREAD = {"no": 0.0, "some": 0.1}
"""Standard deviation of what a training adds to a model's matrix, whose entries have 0.25."""


def people(generator: np.random.Generator, count: int) -> tuple[list[Floats], list[Labels]]:
    """Query (one picture a camera) and gallery (two a camera) of so many people."""
    centres = generator.normal(size=(count, FULL))
    cameras = 0.5 * generator.normal(size=(CAMERAS, FULL))
    sides, named = [], []
    for pictures in (1, 2):
        who = np.repeat(np.arange(count), CAMERAS * pictures)
        where = np.tile(np.repeat(np.arange(CAMERAS), pictures), count)
        noise = 1.5 * generator.normal(size=(len(who), FULL))
        sides.append(centres[who] + cameras[where] + noise)
        named.append(labels(who, where))
    return sides, named


def mean_of(trainings: list[Jackknifed]) -> Jackknifed:
    """The mean over trainings, with the deletions of people."""
    deleted = np.mean([one.deleted[SUBJECTS] for one in trainings], axis=0)
    return Jackknifed(float(np.mean([one.estimate for one in trainings])), {SUBJECTS: deleted})


def sample(
    generator: np.random.Generator, models: list[Floats], count: int, spread: float
) -> Floats:
    """Estimate and limits of the three ways, `(3, 3)`."""
    sides, named = people(generator, count)
    figures: list[list[Jackknifed]] = []
    precisions = []
    for model in models:
        trained = [model + spread * generator.normal(size=model.shape) for _ in range(TRAININGS)]
        vectors = [[side @ matrix for side in sides] for matrix in trained]
        figures.append([figures_without_people(*two, *named)["mAP"] for two in vectors])
        precisions.append(np.mean([evaluate_vectors(*two, *named).ap for two in vectors], axis=0))
    ways = [
        trained_difference(*figures)(0.95),
        trained_difference(*([mean_of(trainings)] for trainings in figures))(0.95),
        paired_mean_interval(*precisions),
    ]
    return np.array([(way.estimate, way.low, way.high) for way in ways])


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=600)
    given = parser.parse_args()
    generator = np.random.default_rng(1)
    weights = 0.25 * generator.normal(size=(FULL, SHORT))
    models = [weights[:, :6].copy(), weights]
    print(
        f"{given.samples} samples; share of the intervals (95 %) that cover, and their mean width"
    )
    print(
        "people  trainings vary  expected   people+trainings   people alone       queries (naive)"
    )
    for count in (20, 100):
        for name, spread in SPREAD.items():
            samples = range(given.samples)
            drawn = np.stack([sample(generator, models, count, spread) for _ in samples])
            truth = drawn[:, 0, 0].mean()
            covers = ((drawn[..., 1] <= truth) & (truth <= drawn[..., 2])).mean(axis=0)
            widths = (drawn[..., 2] - drawn[..., 1]).mean(axis=0)
            shown = zip(covers, widths, strict=True)
            cells = "   ".join(f"{100 * cover:5.1f} % {width:6.3f}" for cover, width in shown)
            print(f"{count:6d}  {name:<14}  {truth:+.4f}    {cells}", flush=True)


if __name__ == "__main__":
    main()
