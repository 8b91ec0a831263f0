"""The worst of fifteen levels: limits that hold together should cover it, and accuse no level.

S people, 5 pictures each in a standard condition and at fifteen levels that are all equally hard. A
pair of pictures is missed when person + person at the level + the two pictures lies below a cut
that gives the true rate, the same at every level. `normal`: all parts are normal. `heavy`: people
differ by Student's t with 3 degrees of freedom. `sessions`: pictures of a person at a level come
from two sessions of unequal length. `few`: one person in ten is nearly always missed. The truth is
that of 200,000 other people.

Columns: the largest rate printed, on average; how often its own 95 % interval holds the truth, and
the interval from the largest lower to the largest upper joint limit; how often some level is called
beyond a limit at which all of them lie exactly, by own and by joint limits; and how often a range
of use that reaches beyond the standard is stated, where every other level lies exactly at the
limit, by the rates themselves and by joint limits. Finished lines of FILE are kept.

    python benchmarks/joint_coverage.py [--samples N] [--out FILE]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from simulated_table import simulate

from probe.comparison.joint import MeasuredProtocol, joint_limits
from probe.comparison.models import Standing
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.model import Protocol
from probe.statistics import Gap, fnmr_interval

Floats = NDArray[np.float64]
WORLDS = ("normal", "heavy", "sessions", "few")
PEOPLE = (5, 8, 20, 50)
TRUTHS = (0.1, 0.2)
LEVELS, TAKES, REFERENCE = 15, 5, 200_000
HEADS = ("world", "truth", "subjects", "samples", "largest_printed", "own_covered", "joint_covered",
         "truth_below", "truth_above", "beyond_by_own", "beyond_by_joint", "used_by_rates",
         "used_by_joint", "median_low", "median_high")  # fmt: skip
NO_GAP = Gap([], np.empty((0, 0)))


PROTOCOL = f"""
name: levels
title: Levels
question: Which?
factors:
  - {{name: level, kind: ordered, unit: m, standard: 0, levels: {list(range(LEVELS + 1))}}}
photos: {{pattern: "{{subject}}/{{level}}/{{take}}.png"}}
"""


def scores(world: str, rng: np.random.Generator, people: int, levels: int) -> Floats:
    """Scores of one person `(people, levels, TAKES * TAKES)`, before the cut."""
    person = rng.standard_normal((people, 1, 1))
    if world == "heavy":
        person = rng.standard_t(3, (people, 1, 1)) / np.sqrt(3)
    if world == "few":
        person = person * 0.5 - 4.0 * (rng.random((people, 1, 1)) < 0.1)
    at_level = 0.7 * rng.standard_normal((people, levels, 1))
    usual = 0.5 * rng.standard_normal((people, 1, 1, TAKES))
    changed = 0.5 * rng.standard_normal((people, levels, TAKES, 1))
    if world == "sessions":
        days = 0.9 * rng.standard_normal((people, levels, 2, 1))
        changed = changed + days[:, :, [0, 0, 0, 0, 1]]
    pairs = (usual + changed).reshape(people, levels, TAKES * TAKES)
    whole: Floats = person + at_level + pairs
    return whole


def cut_of(world: str, truth: float) -> float:
    """The cut below which a share of all pairs lies."""
    return float(np.quantile(scores(world, np.random.default_rng(3), REFERENCE, 1), truth))


def study(
    varied: Protocol, world: str, cut: float, truth: float, rng: np.random.Generator, people: int
) -> tuple[float, ...]:
    """One study: the largest rate, and what own and joint limits say."""
    rates = (scores(world, rng, people, LEVELS) <= cut).mean(axis=2).T
    standings = {k: Standing(NO_GAP, rate) for k, rate in enumerate(rates, start=1)}
    standings[0] = Standing(NO_GAP, np.zeros(people))
    measured = {"levels": MeasuredProtocol(varied, {"model": standings})}
    joint = joint_limits(measured)
    low, high = np.array([joint["levels", "model", k] for k in range(1, LEVELS + 1)]).T
    own = [fnmr_interval(rate) for rate in rates]
    worst = own[int(np.argmax([interval.estimate for interval in own]))]
    standard = joint["levels", "model", 0][1] <= truth
    return (
        worst.estimate, worst.covers(truth), low.max() <= truth <= high.max(),
        truth < low.max(), truth > high.max(), max(i.low for i in own) > truth,
        low.max() > truth, own[0].estimate <= truth, standard and high[0] <= truth,
        low.max(), high.max(),
    )  # fmt: skip


def lines(samples: int, done: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each world, truth and number of people not done yet."""
    varied = protocol_of(parse_yaml(PROTOCOL, "levels.yaml"))
    for people in PEOPLE:
        for world in WORLDS:
            for truth in TRUTHS:
                if (world, str(truth), str(people)) in done:
                    continue
                cut, rng = cut_of(world, truth), np.random.default_rng([people, 11])
                drawn = [study(varied, world, cut, truth, rng, people) for _ in range(samples)]
                table = np.array(drawn, np.float64)
                shares = [f"{share:.3f}" for share in table[:, :-2].mean(axis=0)]
                medians = [f"{value:.3f}" for value in np.median(table[:, -2:], axis=0)]
                yield (world, str(truth), str(people), str(samples), *shares, *medians)


def main() -> None:
    """Simulate, print, and write the table, line by line."""
    simulate(__doc__ or "", HEADS, lines, names=3, samples=1000)


if __name__ == "__main__":
    main()
