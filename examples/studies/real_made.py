"""Do made conditions cost a model what real ones do? Cells of two runs with the same models.

    python examples/studies/real_made.py --real RUN --made RUN --factor orientation --out FOLDER

RUN is a finished run of `probe run` with photographs, or with rendered or changed pictures. Of
every pair of different levels that both runs have the score of a person with themselves is taken,
a mean over pairs of pictures (of photographs compared across cameras: of two cameras) and then over
people. `models.csv` has, of each model, the correlation of the two runs over these pairs of levels
and the offset (made less real), with 95 % intervals over people; `rank.csv` has the correlation
over models of their mean score, and of their mean misses against the standard condition.

Intervals: the jackknife over the people of both runs, each a group of its own; of a correlation on
Fisher's scale. Over models it is Fisher's own interval, as if they were drawn at random.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.files.atomic import write_text
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.statistics.jackknife import Jackknifed

LEVEL = 0.95
"""Of all intervals."""

Floats = NDArray[np.float64]
Statistic = Callable[[Floats, Floats], float]
"""Of mean cells of the real run and of the made one, each `(pairs of levels,)`."""

Row = dict[str, str]


def protocol_with(run: Run, factor: str) -> str:
    """Name of the run's protocol whose one factor this is.

    Raises:
        SystemExit: there is none.
    """
    for name, protocol in run.protocols.items():
        if [axis.name for axis in protocol.factors] == [factor]:
            return name
    raise SystemExit(f"{run.path}: no protocol varies {factor} alone")


def cells_of_people(
    run: Run, protocol: str, model: str, pairs: Sequence[tuple[str, str]]
) -> Floats:
    """Mean score of each person with themselves at each pair of levels, `(people, pairs)`.

    People without a picture at every level are left out.
    """
    stated = run.protocols[protocol]
    table = run.images
    table = table[(table["protocol"] == protocol) & (table["role"] == "subject")]
    table = table[table["series"].fillna("") == stated.standard.series]
    ids, vectors = run.embeddings(model, UNMASKED)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    at = {name: place for place, name in enumerate(ids)}
    table = table[table["image_id"].isin(at)]
    across = run.manifest.protocols[[p.name for p in run.manifest.protocols].index(protocol)]
    apart = stated.across("photos") if across.source == "photos" else None
    people = [
        _cells(group, unit, at, pairs, apart) for _, group in table.groupby("subject", sort=True)
    ]
    return np.array([row for row in people if row is not None])


def _cells(
    person: Mapping[str, Sequence[str]],
    unit: Floats,
    at: Mapping[str, int],
    pairs: Sequence[tuple[str, str]],
    apart: str | None,
) -> Floats | None:
    shots: dict[str, list[tuple[str, int]]] = {}
    kinds = person[apart] if apart else person["image_id"]
    for level, kind, image in zip(person["level"], kinds, person["image_id"], strict=True):
        shots.setdefault(str(level), []).append((str(kind), at[image]))
    means = []
    for first, second in pairs:
        scores = [
            float(unit[i] @ unit[j])
            for a, i in shots.get(first, [])
            for b, j in shots.get(second, [])
            if a != b
        ]
        if not scores:
            return None
        means.append(np.mean(scores))
    return np.array(means)


def correlation(real: Floats, made: Floats) -> float:
    """Pearson's, on Fisher's scale."""
    most = 1 - 1e-12  # of equal cells it would be infinite
    return math.atanh(float(np.clip(np.corrcoef(real, made)[0, 1], -most, most)))


def offset(real: Floats, made: Floats) -> float:
    """By how much made cells lie above real ones, on average."""
    return float(made.mean() - real.mean())


def jackknifed(real: Floats, made: Floats, statistic: Statistic) -> Jackknifed:
    """A statistic with its values without each person of either run."""
    whole = real.mean(0), made.mean(0)
    return Jackknifed(
        statistic(*whole),
        {
            "real": np.array([statistic(mean, whole[1]) for mean in _without_each(real)]),
            "made": np.array([statistic(whole[0], mean) for mean in _without_each(made)]),
        },
    )


def _without_each(cells: Floats) -> Floats:
    means: Floats = (cells.sum(0) - cells) / (len(cells) - 1)
    return means


def limits(value: Jackknifed) -> tuple[float, float, float]:
    """The statistic with the ends of its interval."""
    from scipy.stats import t

    reach = float(t.ppf((1 + LEVEL) / 2, value.degrees)) * math.sqrt(value.variance)
    return value.estimate, value.estimate - reach, value.estimate + reach


def fisher(first: Sequence[float], second: Sequence[float]) -> tuple[float, float, float]:
    """Correlation of two lists of four or more, with Fisher's interval."""
    from scipy.stats import norm

    middle = correlation(np.array(first), np.array(second))
    reach = float(norm.ppf((1 + LEVEL) / 2)) / math.sqrt(len(first) - 3)
    return math.tanh(middle), math.tanh(middle - reach), math.tanh(middle + reach)


def mean_misses(run: Run, protocol: str, model: str) -> float:
    """Mean misses of changed conditions against the standard one, of its series, 0..1."""
    stated = run.protocols[protocol]
    cells = run.cells
    cells = cells[(cells["protocol"] == protocol) & (cells["backbone"] == model)]
    cells = cells[(cells["kind"] == "mated") & (cells["variant"] == UNMASKED)]
    changed = [
        c.index for c in stated.conditions
        if c.series == stated.standard.series and c != stated.standard
    ]  # fmt: skip
    row = cells[(cells["j"] == stated.standard.index) & cells["i"].isin(changed)]
    return float(row["fnmr"].mean())


def compared(real: Run, made: Run, factor: str) -> tuple[list[Row], list[Row]]:
    """Rows of each model, and over models (see the module)."""
    runs, names = (real, made), [protocol_with(run, factor) for run in (real, made)]
    levels = [
        [level.key for level in run.protocols[name].factors[0].levels]
        for run, name in zip(runs, names, strict=True)
    ]
    shared = [level for level in levels[0] if level in levels[1]]
    pairs = list(combinations(shared, 2))
    models = [model for model in real.backbones if model in made.backbones]
    rows, scores, misses = [], [], []
    for model in models:
        cells = [
            cells_of_people(run, name, model, pairs)
            for run, name in zip(runs, names, strict=True)
        ]  # fmt: skip
        turned = [math.tanh(end) for end in limits(jackknifed(*cells, correlation))]
        scores.append([float(side.mean()) for side in cells])
        misses.append([mean_misses(run, n, model) for run, n in zip(runs, names, strict=True)])
        figures = (*scores[-1], *turned, *limits(jackknifed(*cells, offset)), *misses[-1])
        heads = (
            "real", "made", "correlation", "correlation_low", "correlation_high",
            "offset", "offset_low", "offset_high", "misses_real", "misses_made",
        )  # fmt: skip
        row = {"factor": factor, "model": model, "pairs": str(len(pairs))}
        row |= {"people_real": str(len(cells[0])), "people_made": str(len(cells[1]))}
        rows.append(row | _written(heads, figures))
    ranks = []
    for figure, table in (("score", scores), ("misses", misses)):
        values = fisher(*zip(*table, strict=True))
        row = {"factor": factor, "figure": figure, "models": str(len(models))}
        ranks.append(row | _written(("correlation", "low", "high"), values))
    return rows, ranks


def _written(heads: Sequence[str], figures: Sequence[float]) -> Row:
    return {head: f"{value:.4f}" for head, value in zip(heads, figures, strict=True)}


def store(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_text(path, text.getvalue())


def main() -> None:
    """Read the command line, compare, write and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--real", type=Path, required=True, help="a run of photographs")
    parser.add_argument("--made", type=Path, required=True, help="a run of made pictures")
    parser.add_argument("--factor", default="orientation")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    rows, ranks = compared(Run(given.real), Run(given.made), given.factor)
    given.out.mkdir(parents=True, exist_ok=True)
    for name, table in (("models", rows), ("rank", ranks)):
        store(given.out / f"{name}.csv", table)
        print((given.out / f"{name}.csv").read_text("utf-8"))


if __name__ == "__main__":
    main()
