"""The claims of documents 1 and 4, answered by trained rows: paired, with intervals.

    python examples/studies/ibn_ensemble_claims.py TRAININGS --data market_form=DIR \
        --data cuhk03_pictures=DIR --data pku_reid=DIR --out claims.csv

TRAININGS holds the folders of the matrices beside this file: `one` and `joint` (`ibn_domains.yaml`
on one data set and on several), `table4` (`ibn_table4.yaml`) and `branches`
(`ensemble_branches.yaml`). Every claim says that one row is better than another on some data sets.
Both rows see the same queries. The interval is a jackknife over people, who leave the queries and
the gallery of all models at once, and over trainings; beside it stands the one over people alone,
which speaks about these trained weights. A claim

    holds     when the interval is above zero and every training agrees in sign
    fails     when the interval is below zero; of IBN-a in mAP on data that were not trained on,
              also when one training disagrees, as was settled before any was trained
    not told  otherwise

Rows that are not trained with all seeds yet are left out and named.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np

from probe.contracts.reporter import Console
from probe.embedding.vector_cache import VectorCache
from probe.files.atomic import write_text
from probe.retrieval.evaluate import side_vectors
from probe.retrieval.paired import (
    FIGURES,
    figures_without_people,
    trained_difference,
    training_pairs,
)
from probe.retrieval.parts import read_parts
from probe.retrieval.request import EvaluationRequest
from probe.statistics import decide
from probe.statistics.confidence import IntervalAt
from probe.statistics.jackknife import SUBJECTS, Jackknifed

MARKET, CUHK03, PKU = "market_form", "cuhk03_pictures", "pku_reid"
OTHERS = (CUHK03, PKU)
EVERYWHERE = (MARKET, CUHK03, PKU)
LEVEL = 0.95
SEEDS = 3
"""Trainings of every row of the matrices: a row that has fewer is not trained yet."""

Trained = Mapping[str, Sequence[Jackknifed]]
"""Name of a figure -> the figure of each training of a row on one data set."""


@dataclass(frozen=True)
class Claim:
    """A row is said to be better than another.

    Attributes:
        text: what is claimed.
        worse: `MATRIX/ROW` it is compared with.
        better: `MATRIX/ROW` that is said to be better; `MATRIX/ROW + ROW + ROW` are not rows but
            `together`.
        data: forms of the data sets.
        every_training: whether it fails in mAP on another data set than Market-1501 as soon as
            one training disagrees.
        together: the trainings of `worse` are one backbone, their vectors put together.
    """

    text: str
    worse: str
    better: str
    data: tuple[str, ...] = EVERYWHERE
    every_training: bool = False
    together: bool = False


PLAIN, IBN = "one/plain", "one/IBN-a"
CLAIMS = (
    Claim("IBN-a helps", PLAIN, IBN, EVERYWHERE, every_training=True),
    Claim("IBN-a helps, no other trick", "table4/ResNet", "table4/ResNet IBN-a", OTHERS, True),
    Claim(
        "IBN-a helps, all tricks", "table4/+ tuning", "table4/all of it with IBN-a", OTHERS, True
    ),
    Claim("IBN-a helps after joint training", "joint/plain", "joint/IBN-a", (PKU,), True),
    Claim("random erasing helps", IBN, f"{IBN} with erasing"),
    Claim("random erasing helps, joint", "joint/IBN-a", "joint/IBN-a with erasing", (PKU,)),
    Claim("label smoothing helps", f"{IBN} without label smoothing", IBN),
    Claim("triplets help", f"{IBN} without triplets", IBN),
    Claim("joint training helps", IBN, "joint/IBN-a", (PKU,)),
    Claim("joint training helps, plain trunk", PLAIN, "joint/plain", (PKU,)),
    Claim("weight decay helps", "table4/ResNet", "table4/+ weight decay", OTHERS),
    Claim("label smoothing lowers", "table4/+ label smoothing", "table4/+ weight decay", OTHERS),
    Claim(
        "no weight decay of biases helps",
        "table4/+ label smoothing",
        "table4/+ no bias weight decay",
        OTHERS,
    ),
    Claim("tuning helps", "table4/+ no bias weight decay", "table4/+ tuning", OTHERS),
    Claim("two branches beat one", "branches/1 branch", "branches/2 branches"),
    Claim("three branches beat one", "branches/1 branch", "branches/3 branches"),
    Claim("three branches beat two", "branches/2 branches", "branches/3 branches"),
    Claim("three branches beat four", "branches/4 branches", "branches/3 branches"),
    Claim(
        "three branches beat three networks of together as many weights",
        "branches/1 narrow branch",
        "branches/3 branches",
        together=True,
    ),
)


@dataclass(frozen=True)
class Answer:
    """A claim on one data set in one figure; shares 0..1.

    Attributes:
        claim: what is claimed.
        data: form of the data set.
        figure: mAP, rank-1 or mINP.
        worse: mean of the row it is compared with.
        better: mean of the row that is said to be better.
        difference: better minus worse.
        trainings: the difference of each training, in the order of the seeds.
        agree: how many of them are above zero.
        low: lower limit at 95 % over people and trainings.
        high: upper limit.
        people_low: lower limit over people alone.
        people_high: upper limit over people alone.
        p_value: of no difference, over people and trainings.
        adjusted: the same by Holm's rule over all claims in this figure.
        subjects: people that were deleted.
        verdict: `holds`, `fails` or `not told`.
    """

    claim: str
    data: str
    figure: str
    worse: float
    better: float
    difference: float
    trainings: str
    agree: int
    low: float
    high: float
    people_low: float
    people_high: float
    p_value: float
    adjusted: float
    subjects: int
    verdict: str


def cards_of(trainings: Path, row: str, *, together: bool = False) -> list[str]:
    """The card files of a row's trainings in the order of their seeds; none where none is done."""
    matrix, _, name = row.partition("/")
    folder = trainings / matrix / "rows" / name.replace(" ", "_")
    cards = sorted(folder.glob("seed-*/card.yaml"), key=lambda card: int(card.parent.name[5:]))
    names = [str(card) for card in cards]
    if not together:
        return names
    return ["+".join(names[at : at + 3]) for at in range(0, len(names) - 2, 3)]


parts_of = cache(read_parts)


def trained_figures(data: str, cards: Sequence[str], threads: int) -> Trained:
    """The figures of every training of a row on a data set `FORM=DIR`, without each person."""
    parts = parts_of(data)
    request = EvaluationRequest(data, cards, device="cpu", threads=threads)
    labels = parts.query.labels, parts.gallery.labels
    each = [
        figures_without_people(sides.query, sides.gallery, *labels)
        for sides in side_vectors(request, parts, Console(), VectorCache(request.cache_folder))
    ]
    return {figure: [statistics[figure] for statistics in each] for figure in FIGURES}


def verdict(differences: Sequence[float], low: float, high: float, *, strict: bool) -> str:
    """What can be said of a claim; see the module.

    Args:
        differences: of the trainings.
        low: lower limit over people and trainings.
        high: upper limit.
        strict: whether it fails as soon as one training disagrees.
    """
    agree = all(value > 0 for value in differences)
    if low > 0 and agree:
        return "holds"
    if high < 0 or (strict and not agree):
        return "fails"
    return "not told"


@dataclass(frozen=True, eq=False)
class Compared:
    """Two rows in one figure on one data set."""

    claim: Claim
    data: str
    figure: str
    worse: Sequence[Jackknifed]
    better: Sequence[Jackknifed]

    @property
    def key(self) -> str:
        """Its name among the differences that are decided together."""
        return f"{self.claim.text} | {self.data}"

    @property
    def interval_at(self) -> IntervalAt:
        """The interval over people and trainings."""
        return trained_difference(self.worse, self.better)

    def answer(self, p_value: float, adjusted: float) -> Answer:
        """The row of the table."""
        interval = self.interval_at(LEVEL)
        pairs = training_pairs(self.worse, self.better)
        differences = [b.estimate - a.estimate for a, b in pairs]
        strict = self.claim.every_training and self.figure == "mAP" and self.data != MARKET
        people = trained_difference([average(self.worse)], [average(self.better)])(LEVEL)
        return Answer(
            self.claim.text, self.data, self.figure,
            average(self.worse).estimate, average(self.better).estimate, interval.estimate,
            " ".join(f"{value:+.6f}" for value in differences),
            sum(value > 0 for value in differences),
            interval.low, interval.high, people.low, people.high, p_value, adjusted,
            interval.subjects, verdict(differences, interval.low, interval.high, strict=strict),
        )  # fmt: skip


def average(trainings: Sequence[Jackknifed]) -> Jackknifed:
    """The mean over the trainings of a row, without each person."""
    count = len(trainings)
    deleted = np.mean([one.deleted[SUBJECTS] for one in trainings], axis=0)
    return Jackknifed(sum(one.estimate for one in trainings) / count, {SUBJECTS: deleted})


def answers(compared: Sequence[Compared]) -> list[Answer]:
    """The table; in each figure all claims are decided together."""
    table = []
    for figure in FIGURES:
        rows = {one.key: one for one in compared if one.figure == figure}
        decisions = decide({key: one.interval_at for key, one in rows.items()}, LEVEL)
        for key, one in rows.items():
            table.append(one.answer(decisions[key].p_value, decisions[key].adjusted))
    return table


def compare(trainings: Path, data: Mapping[str, str], threads: int) -> list[Compared]:
    """Both rows of every claim whose trainings are done, on the data sets that are given."""
    known: dict[tuple[str, bool, str], Trained] = {}
    compared = []
    for claim in CLAIMS:
        sides = [(claim.worse, claim.together), (claim.better, False)]
        cards = [cards_of(trainings, row, together=joined) for row, joined in sides]
        needed = [1 if claim.together else SEEDS, SEEDS]
        if any(len(names) < count for names, count in zip(cards, needed, strict=True)):
            print(f"left out, not trained with all seeds: {claim.text}")
            continue
        for form in (form for form in claim.data if form in data):
            for (row, joined), names in zip(sides, cards, strict=True):
                if (row, joined, form) not in known:
                    known[row, joined, form] = trained_figures(data[form], names, threads)
            first, second = (known[row, joined, form] for row, joined in sides)
            compared += [
                Compared(claim, form, figure, first[figure], second[figure]) for figure in FIGURES
            ]
    return compared


def written(table: Sequence[Answer], path: Path) -> None:
    """Write the table as CSV, figures with six places."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(Answer)])
    for answer in table:
        cells = astuple(answer)
        writer.writerow([f"{cell:.6f}" if isinstance(cell, float) else cell for cell in cells])
    write_text(path, text.getvalue())


def printed(table: Sequence[Answer]) -> str:
    """The table for people."""
    width = max(len(answer.claim) for answer in table)
    lines = [f"{'claim':<{width}}  {'data':<15}  figure  better - worse       95 %      agree"]
    for answer in table:
        count = len(answer.trainings.split())
        lines.append(
            f"{answer.claim:<{width}}  {answer.data:<15}  {answer.figure:<6}  "
            f"{answer.difference:+.3f} [{answer.low:+.3f}, {answer.high:+.3f}]  "
            f"{answer.agree}/{count}  {answer.verdict}"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the trainings, compare, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trainings", type=Path)
    parser.add_argument("--data", action="append", required=True, metavar="FORM=DIR")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    data = {one.partition("=")[0]: one for one in given.data}
    table = answers(compare(given.trainings, data, given.threads))
    written(table, given.out)
    print(printed(table))


if __name__ == "__main__":
    main()
