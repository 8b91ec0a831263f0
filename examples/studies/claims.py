"""Claims that one row of a study is better than another: paired, with intervals, and decided.

Both rows see the same queries. The interval is a jackknife over people, who leave the queries and
the gallery of all models at once, and over trainings; beside it stands the one over people alone,
which speaks about these trained weights. A claim

    holds     when the interval is above zero and every training agrees in sign
    fails     when the interval is below zero; where it was settled so before any was trained, also
              when one training disagrees
    not told  otherwise

Claims of rows that are not trained with all seeds yet are left out and named.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache, partial
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

LEVEL = 0.95
SEEDS = 3
"""Trainings of every row of the matrices: a row that has fewer is not trained yet."""

CardsOf = Callable[[str, bool], Sequence[str]]
"""The backbones of a row, one a training; or, where asked, all its trainings as one backbone."""

Trained = Mapping[str, Sequence[Jackknifed]]
"""Name of a figure -> the figure of each training of a row on one data set."""


@dataclass(frozen=True)
class Claim:
    """A row is said to be better than another.

    Attributes:
        text: what is claimed.
        worse: row it is compared with.
        better: row that is said to be better.
        data: forms of the data sets.
        every_training: forms of the data sets on which it fails in mAP as soon as one training
            disagrees.
        together: the trainings of `worse` are one backbone, their vectors put together.
    """

    text: str
    worse: str
    better: str
    data: tuple[str, ...]
    every_training: tuple[str, ...] = ()
    together: bool = False


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
        strict = self.figure == "mAP" and self.data in self.claim.every_training
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


def compare(
    claims: Sequence[Claim], cards_of: CardsOf, data: Mapping[str, str], threads: int
) -> list[Compared]:
    """Both rows of every claim whose trainings are done, on the data sets that are given."""
    known: dict[tuple[str, bool, str], Trained] = {}
    compared = []
    for claim in claims:
        sides = [(claim.worse, claim.together), (claim.better, False)]
        cards = [cards_of(row, joined) for row, joined in sides]
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


def answer_claims(
    description: str, claims: Sequence[Claim], cards_of: Callable[[Path, str, bool], Sequence[str]]
) -> None:
    """The command of a study: read its trainings, compare, print and write.

    Args:
        description: of the command.
        claims: of the study.
        cards_of: the backbones of a row (see `CardsOf`), below the folder of the trainings.

    Raises:
        SystemExit: no claim can be answered.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("trainings", type=Path)
    parser.add_argument("--data", action="append", required=True, metavar="FORM=DIR")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    data = {one.partition("=")[0]: one for one in given.data}
    compared = compare(claims, partial(cards_of, given.trainings), data, given.threads)
    if not compared:
        raise SystemExit(f"{given.trainings}: no claim has all its trainings; nothing is written")
    table = answers(compared)
    written(table, given.out)
    print(printed(table))
