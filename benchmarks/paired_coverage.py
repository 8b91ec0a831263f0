"""Coverage of intervals about one model and of paired ones, in the worlds of `fmr_coverage.py`.

Two models see the same pictures: S subjects with 5 pictures in the standard condition and 5 in a
changed one, and one picture each in own clothes in either, as rendered people have. A model adds
noise of its own to each person and picture; the second adds as much as the first (`equal`) or more
(`unequal`). Truth: 3,000 other people, misses at the threshold that has the false match rate asked
for among them. `decided` is how often an interval of a difference leaves out zero: with equal
models, how often a difference is claimed that is hardly there. Finished lines of FILE are kept.

    python benchmarks/paired_coverage.py [--samples N] [--out FILE]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from fmr_coverage import DIMENSION, TAKES, WORLDS, drawn_people, world_named
from numpy.typing import NDArray
from simulated_table import simulate

from probe.statistics import Gap, Interval, d_prime, mean_interval, retention_interval, threshold_at
from probe.statistics.fnmr import fnmr_by_subject, shifted_variance, threshold_shifts
from probe.statistics.paired import paired_fnmr, paired_retention
from probe.statistics.separation import Separation, SeparationSums, paired_auc, paired_dprime
from probe.statistics.strangers import strangers_from

Floats = NDArray[np.float64]
Compared = tuple[Floats, NDArray[np.int64], NDArray[np.int64]]
"""Scores of different people with the numbers of the two."""

PEOPLE = (5, 8, 20, 50)
REFERENCE = 3000
RATES = (0.01, 0.1)
NOISES = {"equal": 0.6, "unequal": 1.1}
FIRST_NOISE = 0.6


@dataclass(frozen=True, eq=False)
class Pictures:
    """Unit vectors of one model: `(people, takes, DIMENSION)`.

    Attributes:
        standard: protocol clothes in the standard condition.
        changed: protocol clothes in the changed one.
        own: own clothes in the standard condition, one picture each.
        own_changed: own clothes in the changed one, one picture each.
    """

    standard: Floats
    changed: Floats
    own: Floats
    own_changed: Floats


def drawn_models(
    world: str, kinds: Floats, rng: np.random.Generator, people: int, noises: tuple[float, ...]
) -> list[Pictures]:
    """The pictures of people, as each model sees them."""
    points = drawn_people(world, kinds, rng, people)[:, None]
    turned = 0.5 * rng.standard_normal(points.shape)
    shift = np.linspace(-0.5, 0.5, DIMENSION)
    clothes = 0.8 * rng.standard_normal(points.shape)
    standard = 0.8 * points + 0.9 + _noise(rng, 0.5, people, TAKES)
    changed = 0.8 * points + 0.9 + turned + shift + _noise(rng, 0.6, people, TAKES)
    own = points + clothes + _noise(rng, 0.5, people, 1)
    own_changed = points + clothes + turned + shift + _noise(rng, 0.6, people, 1)
    return [
        Pictures(
            *(_seen(rng, pictures, noise) for pictures in (standard, changed, own, own_changed))
        )
        for noise in noises
    ]


def _noise(rng: np.random.Generator, size: float, people: int, takes: int) -> Floats:
    noise: Floats = size * rng.standard_normal((people, takes, DIMENSION))
    return noise


def _seen(rng: np.random.Generator, pictures: Floats, noise: float) -> Floats:
    """Pictures as a model sees them: with noise of its own, of the person and of the picture."""
    person = rng.standard_normal((len(pictures), 1, DIMENSION))
    picture = rng.standard_normal(pictures.shape)
    seen = pictures + noise * np.sqrt(0.5) * (person + picture)
    unit: Floats = seen / np.linalg.norm(seen, axis=-1, keepdims=True)
    return unit


def strangers_of(
    first: Floats, second: Floats
) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Scores of different people, all pictures against all, with their numbers."""
    scores = np.einsum("aid,bjd->abij", first, second)
    a, b = np.nonzero(~np.eye(len(first), dtype=bool))
    each = scores.shape[2] * scores.shape[3]
    return scores[a, b].ravel(), np.repeat(a, each), np.repeat(b, each)


def cell_strangers(pictures: Pictures) -> Compared:
    """Strangers of the changed against the standard condition, both ways round."""
    parts = (
        strangers_of(pictures.changed, pictures.own),
        strangers_of(pictures.standard, pictures.own_changed),
    )
    scores, first, second = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return scores, first, second


def mated_of(pictures: Pictures) -> Floats:
    """`(people, takes * takes)` scores of the same person across the change."""
    scores = np.einsum("aid,ajd->aij", pictures.changed, pictures.standard)
    return scores.reshape(len(scores), -1)


def standard_mated(pictures: Pictures) -> Floats:
    """`(people, takes * (takes - 1) / 2)` scores of the same person in the standard condition."""
    first, second = np.triu_indices(TAKES, 1)
    scores: Floats = np.einsum(
        "pad,pad->pa", pictures.standard[:, first], pictures.standard[:, second]
    )
    return scores


def gaps_of(pictures: Pictures) -> tuple[Gap, Gap]:
    """The gap across the change, and that of the standard condition."""
    standard = np.einsum("aid,bjd->ab", pictures.standard, pictures.own) / TAKES
    across = np.einsum("aid,bjd->ab", pictures.changed, pictures.own) / TAKES
    across += np.einsum("aid,bjd->ab", pictures.standard, pictures.own_changed) / TAKES
    for pairs in (standard, across):
        np.fill_diagonal(pairs, np.nan)
    return (
        Gap(mated_of(pictures).mean(axis=1), across / 2),
        Gap(standard_mated(pictures).mean(axis=1), standard),
    )


def truth_of(pictures: Pictures) -> dict[str, float]:
    """The figures of a model on the reference people."""
    mated = np.sort(mated_of(pictures), axis=None)
    fewer = Pictures(*(part[: REFERENCE // 4] for part in vars(pictures).values()))
    strangers = cell_strangers(fewer)[0]
    standard = np.sort(strangers_of(fewer.standard, fewer.own)[0])
    kept, whole = standard_mated(pictures).mean(), mated.mean()
    ranks = np.searchsorted(np.sort(strangers), mated)
    return {
        "auc": float(ranks.mean() / len(strangers)),
        "dprime": d_prime(whole, mated.std(), strangers.mean(), strangers.std()),
        "retention": float((whole - strangers.mean()) / (kept - standard.mean())),
        "mean": float(kept),
        **{f"fnmr at {f}": float(np.mean(mated <= np.quantile(standard, 1 - f))) for f in RATES},
    }


def separation_of(pictures: Pictures) -> Separation:
    """AUC and d' of a sample, with their deletions."""
    mated, (scores, first, second) = mated_of(pictures), cell_strangers(pictures)
    sums = SeparationSums(mated.ravel(), np.full(len(mated), mated.shape[1]), len(mated))
    sums.add(scores, first, second)
    ranks = np.searchsorted(np.sort(scores), mated.ravel())
    dprime = d_prime(mated.mean(), mated.std(ddof=1), scores.mean(), scores.std(ddof=1))
    return sums.separation(float(ranks.mean() / len(scores)), dprime)


def paired_fnmr_of(models: list[Pictures], rate: float) -> Interval | None:
    """Difference of misses at the threshold that truly has a rate; None where it is unresolved."""
    people = len(models[0].standard)
    mated = [mated_of(model) for model in models]
    thresholds = [
        threshold_at(strangers_from([strangers_of(m.standard, m.own)], people, 2), rate)
        for m in models
    ]
    if not all(threshold.resolved for threshold in thresholds):
        return None
    both = list(zip(mated, thresholds, strict=True))
    first, second = (fnmr_by_subject(scores, at.value) for scores, at in both)
    shift_a, shift_b = (threshold_shifts(scores, at) for scores, at in both)
    extra = shifted_variance(second - first, shift_b - shift_a, np.arange(people))
    return paired_fnmr(first, second, extra)(0.95)


def intervals_of(models: list[Pictures]) -> Iterator[tuple[str, str, Interval | None]]:
    """Kind (`model` or `paired`), figure and interval; None where there is none."""
    first, second = (separation_of(model) for model in models)
    gaps_a, gaps_b = (gaps_of(model) for model in models)
    yield "model", "mean", mean_interval(gaps_a[1].mated)
    yield "model", "retention", retention_interval(*gaps_a)
    yield "paired", "auc", paired_auc(first, second)(0.95)
    yield "paired", "dprime", paired_dprime(first, second)(0.95)
    yield "paired", "retention", paired_retention(gaps_a, gaps_b)(0.95)
    for rate in RATES:
        yield "paired", f"fnmr at {rate}", paired_fnmr_of(models, rate)


HEADS = ("world", "case", "subjects", "kind", "figure", "truth", "samples", "refused", "covered",
         "truth_below", "truth_above", "decided", "median_width")  # fmt: skip


def lines(samples: int, done: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each world, case, number of people and figure not done yet."""
    for world in map(world_named, WORLDS):
        for case, noise in NOISES.items():
            if all((world.name, case, str(people)) in done for people in PEOPLE):
                continue
            noises = (FIRST_NOISE, noise)
            rng = np.random.default_rng(5)
            truths = [
                truth_of(model)
                for model in drawn_models(world.name, world.kinds, rng, REFERENCE, noises)
            ]
            for people in PEOPLE:
                if (world.name, case, str(people)) not in done:
                    rng = np.random.default_rng([people, 7])
                    drawn = (
                        drawn_models(world.name, world.kinds, rng, people, noises)
                        for _ in range(samples)
                    )
                    for line in summary(map(intervals_of, drawn), *truths):
                        yield (world.name, case, str(people), *line)


def summary(
    studies: Iterable[Iterable[tuple[str, str, Interval | None]]],
    first: dict[str, float],
    second: dict[str, float],
) -> Iterator[tuple[str, ...]]:
    """The end of a line for each figure of many studies."""
    limits: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for study in studies:
        for kind, figure, interval in study:
            ends = (interval.low, interval.high) if interval else (np.nan, np.nan)
            limits.setdefault((kind, figure), []).append(ends)
    for (kind, figure), ends in limits.items():
        truth = first[figure] if kind == "model" else second[figure] - first[figure]
        low, high = np.array(
            [pair for pair in ends if np.isfinite(pair).all()] or [(np.nan,) * 2]
        ).T
        shares = [np.mean((low <= truth) & (truth <= high)), np.mean(truth < low)]
        decided = np.mean((low > 0) | (high < 0)) if kind == "paired" else np.nan
        refused = 1 - np.isfinite(low).sum() / len(ends)
        yield (
            kind, figure, f"{truth:.4f}", str(len(ends)), f"{refused:.3f}",
            *(f"{share:.3f}" for share in (*shares, np.mean(truth > high), decided)),
            f"{np.median(high - low):.4f}",
        )  # fmt: skip


def main() -> None:
    """Simulate, print, and write the table, line by line."""
    simulate(__doc__ or "", HEADS, lines, names=3, samples=500)


if __name__ == "__main__":
    main()
