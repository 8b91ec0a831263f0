"""What evidence costs, a person left out at a time: over every comparison again, and as it is now.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/calibration.py [PEOPLExMET[-now] ...]

Made-up scores of people who each have 100 mated ones and meet everybody so many times. `before`
fits, pools and ranks every comparison again without each person; `now` is `probe.statistics`. Code
that is compiled on its first call is compiled before the clock starts. CPU seconds; with `-now`
only that is measured. Figures are checked to be equal to 1e-9.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from probe.statistics.calibration import Costs, cllr
from probe.statistics.gallery_ranks import mean_rates_without
from probe.statistics.ladder import Ladder
from probe.statistics.logistic import RIDGE, left_out_lines
from probe.statistics.pooling import pooled_bits_without
from probe.statistics.trials import Trials

CASES = ("30x50", "60x100", "150x200-now")
MATED, GALLERY, RANK = 100, 100, 5

Floats = np.ndarray
Figure = Callable[[Trials], Floats]


def made_up(people: int, met: int) -> Trials:
    """Normal scores, of the same person two spreads higher."""
    rng = np.random.default_rng(0)
    first, second = (np.repeat(side, met) for side in np.triu_indices(people, 1))
    subject = np.repeat(np.arange(people), MATED)
    mated, strangers = 2 + rng.normal(size=len(subject)), rng.normal(size=len(first))
    return Trials(mated, subject, strangers, first, second, people)


def line(trials: Trials) -> Floats:
    """Newton's method over every comparison."""
    scores = np.concatenate([trials.mated, trials.strangers])
    centre, scale = scores.mean(), scores.std()
    x, weights = (scores - centre) / scale, np.concatenate(trials.weights)
    labels = np.concatenate([np.ones(len(trials.mated)), np.zeros(len(trials.strangers))])
    slope = offset = 0.0
    for _ in range(50):
        share = 1 / (1 + np.exp(-np.clip(slope * x + offset, -500, 500)))
        apart, spread = weights * (labels - share), weights * share * (1 - share)
        gradient = np.array([apart @ x - RIDGE * slope, apart.sum()])
        curvature = np.array([[spread @ (x * x) + RIDGE, spread @ x], [spread @ x, spread.sum()]])
        step = np.linalg.solve(curvature + 1e-12 * np.eye(2), gradient)
        slope, offset = slope + step[0], offset + step[1]
        if np.abs(step).max() < 1e-9:
            break
    return np.array([slope / scale, offset - slope * centre / scale])


def pooled(trials: Trials) -> Floats:
    """Isotonic regression over every distinct score."""
    from scipy import optimize, special

    own, others = trials.weights
    _, place = np.unique(np.concatenate([trials.mated, trials.strangers]), return_inverse=True)
    same = np.bincount(place, np.concatenate([own, np.zeros(len(others))]))
    other = np.bincount(place, np.concatenate([np.zeros(len(own)), others]))
    share = optimize.isotonic_regression(same / (same + other), weights=same + other).x
    share = np.clip(share, 0.0, 1.0)
    bits = special.xlogy(same, share).sum() + special.xlog1py(other, -share).sum()
    return np.array(-bits / (2 * np.log(2)))


def cost(trials: Trials) -> Floats:
    """Cllr of ratios that are the scores themselves."""
    return np.array(cllr(trials, trials.mated, trials.strangers))


def ranked(trials: Trials) -> Floats:
    """Rate of being among the first of a gallery, by a search among sorted strangers."""
    from scipy import special

    ascending = np.sort(trials.strangers)
    ends = [np.searchsorted(ascending, trials.mated, side) for side in ("left", "right")]
    above = 1 - (ends[0] + ends[1]) / (2 * len(ascending))
    found = special.bdtr(RANK - 1, GALLERY - 1, above)
    return np.array(np.mean(np.bincount(trials.subject, found)[np.unique(trials.subject)]) / MATED)


def now(trials: Trials, people: np.ndarray) -> dict[str, Callable[[], Floats]]:
    """Every figure without each person."""
    return {
        "fits": lambda: left_out_lines(trials, people),
        "costs": lambda: Costs(trials, trials.mated, trials.strangers).bits_without(people),
        "pooling": lambda: pooled_bits_without(Ladder(trials), people),
        "ranks": lambda: mean_rates_without(Ladder(trials), GALLERY, RANK, people),
    }


BEFORE: dict[str, Figure] = {"fits": line, "costs": cost, "pooling": pooled, "ranks": ranked}


def timed(work: Callable[[], Floats]) -> tuple[float, Floats]:
    """CPU seconds, and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measured(trials: Trials, *, both: bool) -> Iterator[str]:
    """What every figure costs."""
    people = np.arange(trials.subjects)
    for name, work in now(trials, people).items():
        seconds, figures = timed(work)
        if not both:
            yield f"{name} {seconds:.2f} s"
            continue
        again = BEFORE[name]
        before, expected = timed(
            lambda again=again: np.array([again(trials.without(k)) for k in people])
        )
        np.testing.assert_allclose(figures, expected, rtol=1e-9, atol=1e-9)
        yield f"{name} {before:.2f} -> {seconds:.3f} s"


def main() -> None:
    """Measure every case and print."""
    small = made_up(6, 3)
    for work in now(small, np.arange(6)).values():
        work()
    for case in sys.argv[1:] or CASES:
        people, met = (int(part) for part in case.removesuffix("-now").split("x"))
        trials = made_up(people, met)
        texts = ", ".join(measured(trials, both=not case.endswith("-now")))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"{people} people, {len(trials.mated):,} mated and {len(trials.strangers):,} other "
              f"comparisons: {texts}; peak {peak} MiB", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
