"""What fewer pixels and other colours cost a model, beside what real distances and cameras do.

    python examples/studies/cuhk03_real_made.py CUHK03 --out FOLDER --backbone arcface.demo

CUHK03 holds `PPPP_II.jpg` as they were cut out, and a `test.txt` with the people to test.
`--backbone` is repeated, as in `probe run`. FOLDER gets `heights.csv` and `light.csv` (what the
pictures are like), and of every model:

- `resolution.csv`: what half the height costs, as a share of the margin between a person and
  strangers. Real: over pairs of pictures of one person under one camera, by the height of the
  smaller one, every person and camera with a level of its own; once more with how much the two
  differ in height held. Made: the two highest pictures of the same person and camera, the second
  brought to the height of the smaller one of each real pair (`transform: resolution`).
- `bands.csv`: misses of real and of made pairs by the height of the smaller picture, and of made
  ones below what is real.
- `camera.csv`: the share of the margin that is lost, and misses, across the two cameras, and under
  the first alone with one picture changed by what the cameras differ in: exposure, colour cast, and
  both, measured around each person, and both as measured over everybody.
- `rank.csv`: correlations over models.

Intervals are the jackknife's over people, over models Fisher's own (as in `real_made.py`). The
threshold lets `--fmr` of the strangers under the first camera pass.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from native_pictures import (
    CAMERAS,
    NUMBERS,
    MadePicture,
    NativePictures,
    Place,
    read_pictures,
    vectors_of,
    with_height,
    with_light,
)
from numpy.typing import NDArray
from real_made import Row, correlation, fisher, limits, store

from probe.embedding.registry import find_all
from probe.embedding.vector_cache import VectorCache
from probe.files.cache_folder import default_cache_folder
from probe.statistics.jackknife import SUBJECTS, Jackknifed

BELOW = (192, 128, 64, 32)
"""Heights to which no real picture comes down."""

BANDS = (0, 270, 300, 340, 10_000)
"""Ends of the bands of heights of the smaller picture, in pixels."""

CHANGES = ("exposure", "cast", "both", "everybody")
"""Made cameras."""

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Compared:
    """Scores of two sets of pictures of the same people.

    Attributes:
        scores: `(people, pictures, people, pictures)`; NaN where pictures are not compared.
    """

    scores: NDArray[np.float32]

    @cached_property
    def mated(self) -> Floats:
        """Mean score of each person with themselves, `(people,)`."""
        return np.nanmean(self.own, axis=(1, 2))

    @cached_property
    def own(self) -> Floats:
        """Scores of each person with themselves, `(people, pictures, pictures)`."""
        people = np.arange(len(self.scores))
        return self.scores[people, :, people, :].astype(np.float64)

    @cached_property
    def strangers(self) -> Floats:
        """Mean score of each two people, `(people, people)`; 0 of a person with themselves."""
        means = np.nanmean(self.scores, axis=(1, 3), dtype=np.float64)
        np.fill_diagonal(means, 0.0)
        return means

    def apart(self, without: int | None = None) -> float:
        """Mean score with oneself less that with strangers, everybody weighing the same."""
        n, total, mated = len(self.mated), float(self.strangers.sum()), float(self.mated.sum())
        if without is not None:
            n, mated = n - 1, mated - float(self.mated[without])
            total -= float(self.strangers[without].sum() + self.strangers[:, without].sum())
        return mated / n - total / (n * (n - 1))

    def threshold(self, fmr: float, without: int | None = None) -> float:
        """Score that a share of the pairs of strangers exceeds."""
        kept = np.arange(len(self.scores)) != (-1 if without is None else without)
        scores = self.scores[kept][:, :, kept].copy()
        people = np.arange(len(scores))
        scores[people, :, people, :] = np.nan
        pairs = scores[np.isfinite(scores)]
        at = len(pairs) - 1 - math.floor(fmr * len(pairs))
        return float(np.partition(pairs, at)[at])

    def misses(self, threshold: float, without: int | None = None) -> float:
        """Share of the pairs of a person that are at or below a threshold, a mean over people."""
        missed = np.where(np.isnan(self.own), np.nan, self.own <= threshold)
        shares = np.nanmean(missed, axis=(1, 2))
        return float(np.delete(shares, without).mean() if without is not None else shares.mean())


def compared(first: Vectors, second: Vectors, same: bool) -> Compared:
    """Everybody's pictures against everybody's.

    Args:
        first: `(people, pictures, d)`, NaN where there is no picture.
        second: likewise.
        same: both were made from the same pictures; none is compared with itself.
    """
    people, pictures, dimension = first.shape
    flat = first.reshape(-1, dimension) @ second.reshape(-1, dimension).T
    scores = flat.reshape(people, pictures, people, second.shape[1])
    if same:
        who, number = np.indices((people, pictures))
        scores[who, number, who, number] = np.nan
    return Compared(scores)


def jackknifed(people: int, statistic: Callable[[int | None], float]) -> Jackknifed:
    """A statistic of all people, with its values without each of them."""
    deleted = np.array([statistic(person) for person in range(people)])
    return Jackknifed(statistic(None), {SUBJECTS: deleted})


@dataclass(frozen=True, eq=False)
class HeightPairs:
    """Pairs of pictures of one person under one camera.

    Attributes:
        groups: `(n,)` person of each pair, and camera: a level of its own.
        people: `(n,)` the person.
        low: `(n,)` log2 of the height of the smaller picture.
        ratio: `(n,)` log2 of how many times higher the other is.
    """

    groups: NDArray[np.int64]
    people: NDArray[np.int64]
    low: Floats
    ratio: Floats

    def slope(self, scores: Floats, hold_ratio: bool) -> Callable[[int | None], float]:
        """By how much the score falls where the smaller picture is half as high.

        Args:
            scores: `(n,)` of the pairs.
            hold_ratio: the ratio of the heights stands in the regression, too.
        """
        columns = [self.low, self.ratio] if hold_ratio else [self.low]
        x = np.stack([self._within(column) for column in columns], axis=1)
        y = self._within(scores)
        count = int(self.people.max()) + 1
        squares = np.zeros((count, x.shape[1], x.shape[1]))
        products = np.zeros((count, x.shape[1]))
        np.add.at(squares, self.people, x[:, :, None] * x[:, None, :])
        np.add.at(products, self.people, x * y[:, None])

        def fitted(without: int | None) -> float:
            left, right = squares.sum(0), products.sum(0)
            if without is not None:
                left, right = left - squares[without], right - products[without]
            return float(np.linalg.solve(left, right)[0])

        return fitted

    def _within(self, values: Floats) -> Floats:
        """Less the mean of each person under each camera."""
        sums, counts = np.bincount(self.groups, values), np.bincount(self.groups)
        means: Floats = sums / counts
        return values - means[self.groups]


@dataclass(frozen=True, eq=False)
class Plan:
    """Which pictures are made, and what they are compared for.

    Attributes:
        pictures: as they were cut out.
        pairs: places of the pictures of one person under one camera.
        highest: of each pair's person and camera the two highest pictures, the highest first.
    """

    pictures: NativePictures
    pairs: Sequence[tuple[Place, Place]]
    highest: Mapping[tuple[int, int], tuple[Place, Place]]

    def low(self, pair: tuple[Place, Place]) -> int:
        """Pixels that the smaller picture of a pair is high."""
        return min(len(self.pictures.pictures[place]) for place in pair)

    @cached_property
    def height_pairs(self) -> HeightPairs:
        """The pairs with their heights."""
        heights = np.array([[len(self.pictures.pictures[p]) for p in pair] for pair in self.pairs])
        people = np.array([first[0] for first, _ in self.pairs])
        camera = np.array([first[1] for first, _ in self.pairs])
        logs = np.log2(heights)
        return HeightPairs(
            people * CAMERAS + camera, people, logs.min(1), logs.max(1) - logs.min(1)
        )

    def made_pair(self, pair: tuple[Place, Place]) -> tuple[MadePicture, MadePicture]:
        """The two highest pictures in place of a pair, the second as small as its smaller one."""
        highest, second = self.highest[pair[0][:2]]
        return MadePicture(highest), with_height(second, self.low(pair))

    @cached_property
    def gains(self) -> Mapping[str, Floats]:
        """Steps of light from the first camera to the second, `(people, 4)`: all, then channels."""
        means = np.nanmean(self.pictures.light, axis=2)
        own = np.log2(means[:, 1] / means[:, 0])
        everybody = np.broadcast_to(np.log2(means[:, 1].mean(0) / means[:, 0].mean(0)), own.shape)
        none = np.zeros((len(own), 1))
        exposure = own.mean(1, keepdims=True)
        over_all = everybody.mean(1, keepdims=True)
        return {
            "exposure": np.hstack([exposure, none, none, none]),
            "cast": np.hstack([none, own - exposure]),
            "both": np.hstack([exposure, own - exposure]),
            "everybody": np.hstack([over_all, everybody - over_all]),
        }

    @cached_property
    def wanted(self) -> list[MadePicture]:
        """Every picture, once."""
        wanted = [MadePicture(place) for place in self.pictures.pictures]
        wanted += [self.made_pair(pair)[1] for pair in self.pairs]
        wanted += [with_height(p[1], h) for p in self.highest.values() for h in BELOW]
        for change in CHANGES:
            wanted += [self.with_camera(p, change) for p in self.pictures.pictures if not p[1]]
        return list(dict.fromkeys(wanted))

    def with_camera(self, place: Place, change: str) -> MadePicture:
        """A picture of the first camera as the second would see its light."""
        exposure, *cast = self.gains[change][place[0]]
        return with_light(place, exposure, cast)


def plan_of(pictures: NativePictures) -> Plan:
    """All pairs of one person and camera, the highest pictures among them."""
    groups: dict[tuple[int, int], list[Place]] = {}
    for place in sorted(pictures.pictures):
        groups.setdefault(place[:2], []).append(place)
    pairs = [pair for own in groups.values() for pair in combinations(own, 2)]
    highest = {}
    for group, own in groups.items():
        first, second, *_ = sorted(own, key=lambda place: -len(pictures.pictures[place]))
        highest[group] = first, second
    return Plan(pictures, pairs, highest)


@dataclass(frozen=True, eq=False)
class ModelFigures:
    """What a model says of the pictures of a plan.

    Attributes:
        plan: the pictures.
        vectors: unit vectors by picture.
        fmr: share of strangers under the first camera who pass.
    """

    plan: Plan
    vectors: Mapping[MadePicture, Vectors]
    fmr: float

    def table(self, picture_at: Callable[[Place], MadePicture], camera: int) -> Vectors:
        """Vectors of everybody's pictures under a camera, `(people, numbers, d)`."""
        dimension = len(next(iter(self.vectors.values())))
        people = self.plan.pictures.people
        table = np.full((people, NUMBERS, dimension), np.nan, np.float32)
        for place in self.plan.pictures.pictures:
            if place[1] == camera:
                table[place[0], place[2]] = self.vectors[picture_at(place)]
        return table

    @cached_property
    def cameras(self) -> Mapping[str, Compared]:
        """Scores under the first camera, the second, across both, and under made ones."""
        first, second = (self.table(MadePicture, camera) for camera in range(CAMERAS))
        real = {
            "first": compared(first, first, same=True),
            "second": compared(second, second, same=True),
            "across": compared(first, second, same=False),
        }
        made = {
            change: compared(
                first,
                self.table(lambda place, c=change: self.plan.with_camera(place, c), 0),  # type: ignore[misc]
                same=True,
            )
            for change in CHANGES
        }
        return real | made

    @cached_property
    def thresholds(self) -> Mapping[int | None, float]:
        """Thresholds of everybody, and without each person."""
        first = self.cameras["first"]
        people = range(self.plan.pictures.people)
        return {who: first.threshold(self.fmr, who) for who in (None, *people)}

    def lost(self, camera: str) -> Callable[[int | None], float]:
        """The share of the first camera's margin that is lost."""
        first, other = self.cameras["first"], self.cameras[camera]
        return lambda without: 1 - other.apart(without) / first.apart(without)

    def misses(self, camera: str) -> Callable[[int | None], float]:
        """Misses at the threshold of the first camera."""
        return lambda without: self.cameras[camera].misses(self.thresholds[without], without)

    def pair_scores(self, made: bool) -> Floats:
        """Scores of the plan's pairs, as they are or made."""
        plan = self.plan
        pairs = (
            plan.made_pair(pair) if made else (MadePicture(pair[0]), MadePicture(pair[1]))
            for pair in plan.pairs
        )
        return np.array([float(self.vectors[a] @ self.vectors[b]) for a, b in pairs])

    def half_height(self, made: bool, hold_ratio: bool) -> Callable[[int | None], float]:
        """What half the height costs, as a share of the first camera's margin."""
        slope = self.plan.height_pairs.slope(self.pair_scores(made), hold_ratio)
        return lambda without: slope(without) / self.cameras["first"].apart(without)

    def lost_below(self, height: float | None, camera: int) -> Compared:
        """The two highest pictures of everybody, the second at a height; None: as it is."""
        pairs = [self.plan.highest[who, camera] for who in range(self.plan.pictures.people)]
        sides = [MadePicture(p[0]) for p in pairs], [
            MadePicture(p[1]) if height is None else with_height(p[1], height) for p in pairs
        ]  # fmt: skip
        first, second = (np.stack([self.vectors[one] for one in side])[:, None] for side in sides)
        return compared(first, second, same=False)


def resolution_row(figures: ModelFigures) -> Row:
    """What half the height costs (see the module)."""
    people = figures.plan.pictures.people
    raw, held, made = (
        figures.half_height(made=made, hold_ratio=hold)
        for made, hold in ((False, False), (False, True), (True, False))
    )
    values = {
        "real": raw, "real_held": held, "made": made,
        "offset": lambda without: made(without) - held(without),
    }  # fmt: skip
    return {"people": str(people), "pairs": str(len(figures.plan.pairs))} | _told(people, values)


def camera_row(figures: ModelFigures) -> Row:
    """What a camera costs (see the module)."""
    people, cameras = figures.plan.pictures.people, figures.cameras
    values: dict[str, Callable[[int | None], float]] = {}
    for name in ("second", "across", *CHANGES):
        values[f"lost_{name}"] = figures.lost(name)
    both, across = figures.lost("both"), figures.lost("across")
    values["offset"] = lambda without: both(without) - across(without)
    for name in ("first", "across", *CHANGES):
        values[f"misses_{name}"] = figures.misses(name)
    real, made = (cameras["first"].mated - cameras[name].mated for name in ("across", "both"))
    agreed = jackknifed(people, lambda without: correlation(*_without(without, real, made)))
    row = {"people": str(people)} | _told(people, values)
    ends = [math.tanh(end) for end in limits(agreed)]
    return row | _named("agreement", ends)


def _without(person: int | None, *values: Floats) -> list[Floats]:
    return [each if person is None else np.delete(each, person) for each in values]


def _told(people: int, values: Mapping[str, Callable[[int | None], float]]) -> Row:
    row: Row = {}
    for name, statistic in values.items():
        row |= _named(name, limits(jackknifed(people, statistic)))
    return row


def _named(name: str, ends: Sequence[float]) -> Row:
    heads = (name, f"{name}_low", f"{name}_high")
    return {head: f"{value:.4f}" for head, value in zip(heads, ends, strict=True)}


def band_rows(figures: ModelFigures) -> list[Row]:
    """Misses by the height of the smaller picture, real and made; then of made ones alone."""
    plan, threshold = figures.plan, figures.thresholds[None]
    low = np.array([plan.low(pair) for pair in plan.pairs])
    real, made = (figures.pair_scores(made) <= threshold for made in (False, True))
    rows = []
    for start, end in pairwise(BANDS):
        here = (low >= start) & (low < end)
        if not here.any():
            continue
        heights = f"{low[here].min()}-{low[here].max()}"
        who = plan.height_pairs.people[here]
        counts = {"people": str(len(np.unique(who))), "pairs": str(int(here.sum()))}
        row = {"heights": heights, **counts}
        for name, missed in (("real", real), ("made", made)):
            row[f"misses_{name}"] = f"{_over_people(missed[here], who):.4f}"
        rows.append(row)
    for height in BELOW:
        both = [figures.lost_below(height, camera) for camera in range(CAMERAS)]
        missed = np.mean([one.misses(threshold) for one in both])
        counts = {"people": str(plan.pictures.people), "pairs": str(CAMERAS * plan.pictures.people)}
        rows.append(
            {"heights": str(height), **counts, "misses_real": "", "misses_made": f"{missed:.4f}"}
        )
    return rows


def _over_people(missed: NDArray[np.bool_], who: NDArray[np.int64]) -> float:
    people = np.unique(who, return_inverse=True)[1]
    return float((np.bincount(people, missed) / np.bincount(people)).mean())


def height_rows(pictures: NativePictures) -> list[Row]:
    """How high the pictures are, and how much of it lies within a person."""
    heights = pictures.heights
    rows = []
    for name, part in (("all", heights), ("first", heights[:, 0]), ("second", heights[:, 1])):
        values = part[np.isfinite(part)]
        ends = np.percentile(values, [0, 5, 25, 50, 75, 95, 100])
        heads = ("least", "p5", "p25", "median", "p75", "p95", "most")
        row = {"pictures": name, "count": str(len(values))}
        rows.append(row | {h: f"{v:.2f}" for h, v in zip(heads, ends, strict=True)})
    ratios = (np.nanmax(heights, axis=2) / np.nanmin(heights, axis=2)).ravel()
    means = np.nanmean(heights, axis=2)
    between = np.exp(np.abs(np.log(means[:, 1] / means[:, 0])))
    for name, values in (("ratio within a camera", ratios), ("ratio of cameras", between)):
        ends = np.percentile(values, [0, 5, 25, 50, 75, 95, 100])
        row = {"pictures": name, "count": str(len(values))}
        rows.append(row | {h: f"{v:.4f}" for h, v in zip(heads, ends, strict=True)})
    return rows


def light_rows(plan: Plan) -> list[Row]:
    """Steps of light from the first camera to the second: over people, and of everybody."""
    rows = []
    for name, column in (("exposure", 0), ("red", 1), ("green", 2), ("blue", 3)):
        own = plan.gains["both"][:, column]
        ends = np.percentile(own, [5, 25, 50, 75, 95])
        row = {"steps": name, "people": str(len(own))}
        row |= {
            h: f"{v:.4f}" for h, v in zip(("p5", "p25", "p50", "p75", "p95"), ends, strict=True)
        }
        rows.append(row | {"everybody": f"{plan.gains['everybody'][0, column]:.4f}"})
    return rows


def rank_rows(resolution: Sequence[Row], camera: Sequence[Row]) -> list[Row]:
    """Correlations over models; none of fewer than four."""
    told = (
        ("half the height", resolution, "real", "made"),
        ("half the height, ratio held", resolution, "real_held", "made"),
        *(
            (f"margin lost, {change}", camera, "lost_across", f"lost_{change}")
            for change in CHANGES
        ),
        *((f"misses, {change}", camera, "misses_across", f"misses_{change}") for change in CHANGES),
        ("misses, unchanged", camera, "misses_across", "misses_first"),
    )
    rows = []
    for name, table, real, made in told:
        if len(table) > 3:
            values = fisher(*([float(row[head]) for row in table] for head in (real, made)))
            rows.append({"figure": name, "models": str(len(table))} | _named("correlation", values))
    return rows


def study(given: argparse.Namespace) -> dict[str, list[Row]]:
    """All tables, by name."""
    plan = plan_of(read_pictures(given.folder))
    cache = VectorCache(given.cache or default_cache_folder())
    tables: dict[str, list[Row]] = {
        "heights": height_rows(plan.pictures),
        "light": light_rows(plan),
    }
    tables |= {"resolution": [], "bands": [], "camera": []}
    for choice in find_all(given.backbone):
        vectors = vectors_of(choice, plan.pictures, plan.wanted, cache, given.threads)
        by_picture = dict(zip(plan.wanted, vectors, strict=True))
        figures = ModelFigures(plan, by_picture, given.fmr)
        model = {"model": choice.name}
        tables["resolution"].append(model | resolution_row(figures))
        tables["bands"] += [model | row for row in band_rows(figures)]
        tables["camera"].append(model | camera_row(figures))
        print(choice.name, flush=True)
    ranks = rank_rows(tables["resolution"], tables["camera"])
    return tables | ({"rank": ranks} if ranks else {})


def main() -> None:
    """Read the command line, compare, write and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="CUHK03")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--backbone", action="append", required=True)
    parser.add_argument("--fmr", type=float, default=0.01)
    parser.add_argument("--cache", type=Path, help="folder of known vectors")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for name, rows in study(given).items():
        store(given.out / f"{name}.csv", rows)
        print((given.out / f"{name}.csv").read_text("utf-8"))


if __name__ == "__main__":
    main()
