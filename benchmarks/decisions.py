"""What it costs to decide between two models: every figure of every condition, with p-values.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/decisions.py [PEOPLE ...]

from the root of the repository. One p-value asks for an interval at some 28 levels; what does not
depend on the level (the deletions of people) is computed once. Results are in `decisions.txt`.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from probe.comparison import ModelGroup, Standing, compare_models
from probe.statistics import Gap

CONDITIONS = 16


def standings(rng: np.random.Generator, people: int) -> dict[int, Standing]:
    """Random standings of one model: mated means, stranger means and miss rates of every person."""
    made = {}
    for condition in range(CONDITIONS):
        pairs = 0.3 + 0.05 * rng.standard_normal((people, people))
        np.fill_diagonal(pairs, np.nan)
        mated = 0.8 - 0.01 * condition + 0.05 * rng.standard_normal(people)
        made[condition] = Standing(Gap(mated, pairs), rng.integers(0, 26, people) / 25)
    return made


def main() -> None:
    """Print the seconds of processor time a pair of models takes, the best of three."""
    for people in map(int, sys.argv[1:] or (8, 50, 200)):
        rng = np.random.default_rng(people)
        models = {name: standings(rng, people) for name in ("a", "b")}
        seconds = []
        for _ in range(3):
            start = time.process_time()
            differences = compare_models({"protocol": ModelGroup(models, 0)})["protocol"]
            seconds.append(time.process_time() - start)
        checksum = float(np.nansum([d.decision.p_value for d in differences]))
        print(
            f"{people:4} people, {CONDITIONS} conditions: {min(seconds):.3f} s for "
            f"{len(differences)} decisions (sum of p-values {checksum!r})"
        )


if __name__ == "__main__":
    main()
