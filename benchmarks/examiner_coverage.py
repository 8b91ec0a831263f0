"""Coverage of the figures for examiners: points of curves, galleries, Cllr, counts of people.

S subjects who are compared in two changed conditions: a score of one person is person + person in
the condition + picture, one of two people is the sum of what both have in common with everybody,
what the pair has, and the pictures. `normal`: all parts are normal. `heavy`: people differ by
Student's t with 4 degrees of freedom. `few`: one person in ten scores much lower with themself, and
one in ten higher with everybody. The truth is that of 600 other people, without intervals.
`truth_below`: the interval lies wholly above the truth. Finished lines of FILE are kept.

    PYTHONPATH=. python benchmarks/examiner_coverage.py [--samples N] [--out FILE]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from simulated_table import simulate

from probe.comparison.examination.counts import counts
from probe.comparison.examination.curves import curves
from probe.comparison.examination.examined import ConditionScores, Examined
from probe.comparison.examination.likelihood import likelihood
from probe.comparison.examination.searches import searches
from probe.statistics import strangers_from
from probe.statistics.calibration import cllr, least_cllr
from probe.statistics.flow import expected_error
from probe.statistics.identification import rate_of_one
from probe.statistics.logistic import fitted
from probe.statistics.trials import Trials

Floats = NDArray[np.float64]
Limits = tuple[float, float]
WORLDS = ("normal", "heavy", "few")
PEOPLE = (5, 8, 20, 50)
RATE, GALLERY, FPIR, CAMERAS = 0.05, 10, 0.1, 30
CONDITIONS, TAKES, THRESHOLD, REFERENCE = 2, 6, 2.0, 600
HEADS = ("world", "subjects", "figure", "truth", "samples", "refused", "covered", "truth_below",
         "truth_above", "median_width")  # fmt: skip


def drawn(world: str, rng: np.random.Generator, people: int) -> tuple[list[Floats], list[Floats]]:
    """Scores of every condition: of the same person `(people, TAKES)`, of two `(pairs, TAKES)`."""
    own, common = rng.standard_normal((2, people))
    if world == "heavy":
        own, common = rng.standard_t(4, (2, people)) / np.sqrt(2)
    if world == "few":
        own = own * 0.5 - 3.0 * (rng.random(people) < 0.1)
        common = common * 0.5 + 2.0 * (rng.random(people) < 0.1)
    first, second = np.triu_indices(people, 1)
    pair = 0.5 * rng.standard_normal(len(first)) + 0.4 * (common[first] + common[second])
    mated, met = [], []
    for _ in range(CONDITIONS):
        at_condition = 2.5 + 0.6 * own + 0.4 * rng.standard_normal(people)
        mated.append(at_condition[:, None] + 0.5 * rng.standard_normal((people, TAKES)))
        met.append(pair[:, None] + 0.6 * rng.standard_normal((len(first), TAKES)))
    return mated, met


def examined_of(mated: list[Floats], met: list[Floats]) -> Examined:
    """These people, ready to be examined."""
    people = len(mated[0])
    first, second = np.triu_indices(people, 1)
    conditions = tuple(
        ConditionScores(
            k, tuple(own), strangers_from([(s, first, second) for s in other.T], people, 1, people)
        )
        for k, (own, other) in enumerate(zip(mated, met, strict=True))
    )
    names = tuple(map(str, range(people)))
    chosen = np.ones(people, bool)
    model = {"protocol": "drawn", "backbone": "drawn"}
    return Examined(model, names, people, chosen, THRESHOLD, conditions)  # type: ignore[arg-type]


def truth_of(world: str) -> dict[str, float]:
    """The figures of the reference people."""
    mated, met = drawn(world, np.random.default_rng(5), REFERENCE)
    own, strangers = mated[0].ravel(), np.sort(met[0], axis=None)
    above = 1 - np.searchsorted(strangers, own) / len(strangers)
    whole, others = np.concatenate(mated).ravel(), np.concatenate(met).ravel()
    some = np.random.default_rng(6).choice(others, 200_000)
    nobody = np.zeros(len(some), np.int64)
    trials = Trials(whole, np.arange(len(whole)), some, nobody, nobody, len(whole))
    slope, offset = fitted(trials)
    missed = np.mean([np.mean(part <= THRESHOLD, axis=1) for part in mated], axis=0)
    first, second = np.triu_indices(REFERENCE, 1)
    shares = np.mean([np.mean(part > THRESHOLD, axis=1) for part in met], axis=0)
    matched = np.bincount(first, shares, REFERENCE) + np.bincount(second, shares, REFERENCE)
    travellers = CAMERAS // 2
    return {
        "misses at a rate": float(np.mean(own <= np.quantile(strangers, 1 - RATE))),
        "rank 1": float(np.mean((1 - above) ** (GALLERY - 1))),
        "open set": float(np.mean(own <= np.quantile(strangers, 1 - rate_of_one(FPIR, GALLERY)))),
        "Cllr": cllr(trials, slope * whole + offset, slope * some + offset),
        "least Cllr": least_cllr(trials),
        "count": expected_error(missed, matched / (REFERENCE - 1), CAMERAS, travellers),
    }


def limits_of(examined: Examined) -> Iterator[tuple[str, Limits | None]]:
    """The interval of every figure; None where there is none."""
    points = [r for r in curves(examined) if (r["condition"], r["fmr"]) == (0, RATE)]
    found = {
        r["figure"]: r for r in searches(examined) if (r["condition"], r["gallery"]) == (0, GALLERY)
    }
    (evidence,) = likelihood(examined)
    (count,) = (r for r in counts(examined) if r["people"] == CAMERAS)
    yield "misses at a rate", _limits(points[0]["low"], points[0]["high"]) if points else None
    for name, figure in (("rank 1", "rank_1"), ("open set", "fnir")):
        row = found.get(figure)
        yield name, _limits(row["low"], row["high"]) if row else None
    yield "Cllr", _limits(evidence["low"], evidence["high"])
    yield "least Cllr", _limits(evidence["least_low"], evidence["least_high"])
    yield "count", _limits(count["low"], count["high"])


def _limits(low: float | None, high: float | None) -> Limits | None:
    return None if low is None or high is None else (low, high)


def lines(samples: int, done: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each world, number of people and figure not done yet."""
    for people in PEOPLE:
        for world in WORLDS:
            if (world, str(people)) in done:
                continue
            truth, rng = truth_of(world), np.random.default_rng([people, 17])
            studies = [
                dict(limits_of(examined_of(*drawn(world, rng, people)))) for _ in range(samples)
            ]
            for figure, true in truth.items():
                given = [study[figure] for study in studies if study[figure] is not None]
                low, high = np.array(given or [(np.nan, np.nan)], float).T
                sides = [(low <= true) & (true <= high), true < low, true > high]
                yield (
                    world, str(people), figure, f"{true:.4f}", str(samples),
                    f"{1 - len(given) / samples:.3f}", *(f"{np.mean(side):.3f}" for side in sides),
                    f"{np.median(high - low):.4f}",
                )  # fmt: skip


def main() -> None:
    """Simulate, print, and write the table, line by line."""
    simulate(__doc__ or "", HEADS, lines, names=2, samples=500)


if __name__ == "__main__":
    main()
