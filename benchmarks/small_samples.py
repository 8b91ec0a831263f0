"""Coverage of the mean of the standard condition and of retention, where people are not alike.

S people with 5 pictures in the standard condition and 5 in a changed one, and one in own clothes in
either, as in `paired_coverage.py`. `normal`: pictures of everybody vary alike. `heavy`: pictures of
some people vary much more (log-normal). `sessions`: four pictures of one session and one of
another, which has an effect of its own. `alike`: four in ten belong to one of 40 kinds. `few`:
pictures of one person in ten vary three times as much. The truth is that of 3,000 other people.
`truth_below`: the interval lies wholly above the truth, so that it is too optimistic. Finished
lines of FILE are kept.

    python benchmarks/small_samples.py [--samples N] [--out FILE]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from fmr_coverage import DIMENSION, TAKES, drawn_people, world_named
from numpy.typing import NDArray
from paired_coverage import Pictures, gaps_of
from simulated_table import simulate

from probe.statistics import Interval, mean_interval, retention_interval

Floats = NDArray[np.float64]
WORLDS = ("normal", "heavy", "sessions", "alike", "few")
PEOPLE = (5, 8, 20, 50)
REFERENCE = 3000
HEADS = ("world", "subjects", "figure", "truth", "samples", "refused", "covered", "truth_below",
         "truth_above", "median_width")  # fmt: skip


def drawn(world: str, kinds: Floats, rng: np.random.Generator, people: int) -> Pictures:
    """The pictures of people, as one model sees them."""
    points = drawn_people("alike" if world == "alike" else "normal", kinds, rng, people)[:, None]
    size = np.ones((people, 1, 1))
    if world == "heavy":
        size = np.exp(0.6 * rng.standard_normal(size.shape)) / np.exp(0.18)
    if world == "few":
        size = np.where(rng.random(size.shape) < 0.1, 3.0, 1.0)
    turned = 0.5 * rng.standard_normal(points.shape) + np.linspace(-0.5, 0.5, DIMENSION)
    clothes = 0.8 * rng.standard_normal(points.shape)

    def seen(where: Floats, takes: int) -> Floats:
        noise = 0.7 * rng.standard_normal((people, takes, DIMENSION))
        if world == "sessions":
            effects = 0.9 * rng.standard_normal((people, 2, DIMENSION))
            noise = noise + effects[:, [0, 0, 0, 0, 1][:takes]]
        pictures = where + size * noise
        unit: Floats = pictures / np.linalg.norm(pictures, axis=-1, keepdims=True)
        return unit

    dressed = 0.8 * points + 0.9
    return Pictures(
        seen(dressed, TAKES), seen(dressed + turned, TAKES),
        seen(points + clothes, 1), seen(points + clothes + turned, 1),
    )  # fmt: skip


def truth_of(world: str, kinds: Floats) -> dict[str, float]:
    """Mean and retention of the reference people."""
    gaps = gaps_of(drawn(world, kinds, np.random.default_rng(5), REFERENCE))
    across, standard = (np.mean(gap.mated) - np.nanmean(gap.pairs) for gap in gaps)
    return {"mean": float(np.mean(gaps[1].mated)), "retention": float(across / standard)}


def intervals_of(pictures: Pictures) -> dict[str, Interval]:
    """Mean and retention of a sample."""
    gaps = gaps_of(pictures)
    return {"mean": mean_interval(gaps[1].mated), "retention": retention_interval(*gaps)}


def lines(samples: int, done: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each world, number of people and figure not done yet."""
    kinds = world_named("alike").kinds
    for world in WORLDS:
        if all((world, str(people)) in done for people in PEOPLE):
            continue
        truth = truth_of(world, kinds)
        for people in PEOPLE:
            if (world, str(people)) in done:
                continue
            rng = np.random.default_rng([people, 13])
            studies = [intervals_of(drawn(world, kinds, rng, people)) for _ in range(samples)]
            for figure, true in truth.items():
                given = [s[figure] for s in studies if not s[figure].refused]
                low, high = np.array([(i.low, i.high) for i in given]).T
                sides = [(low <= true) & (true <= high), true < low, true > high]
                yield (
                    world, str(people), figure, f"{true:.4f}", str(samples),
                    f"{1 - len(given) / samples:.3f}", *(f"{np.mean(side):.3f}" for side in sides),
                    f"{np.median(high - low):.4f}",
                )  # fmt: skip


def main() -> None:
    """Simulate, print, and write the table, line by line."""
    simulate(__doc__ or "", HEADS, lines, names=2, samples=1000)


if __name__ == "__main__":
    main()
