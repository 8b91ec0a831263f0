"""Named rules of retrieval evaluation, and the people and cameras they speak about.

Published figures differ by the rule alone: tied distances, trapezoid precision or sampled galleries
move mAP and rank-1 by points. Every result says its rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.wording import Message, nearest, refusal

JUNK = -1
"""Person number of a gallery picture that shows nobody in particular (a bad detection)."""

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Rule:
    """How a ranking is turned into figures.

    Attributes:
        name: as it is asked for.
        precision: AP as the mean over hits of the precision at the hit (`hits`), by trapezoids
            (`trapezoid`), or with tied distances as one group (`ties`).
        cmc: first hit (`first`), every hit with its share of mass (`all`), or first hit in
            galleries of one random picture a person (`single-shot`).
        removes: gallery pictures left out for a query: those of its person on its camera
            (`same-camera-matches`), everything on its camera (`same-camera`), or nothing.
        removes_junk: whether junk (person -1) is left out; otherwise it counts as a wrong answer.
        repeats: sampled galleries of `single-shot`.
    """

    name: str
    precision: Literal["hits", "trapezoid", "ties"] = "hits"
    cmc: Literal["first", "all", "single-shot"] = "first"
    removes: Literal["same-camera-matches", "same-camera", "nothing"] = "same-camera-matches"
    removes_junk: bool = False
    repeats: int = 10


RULES: tuple[Rule, ...] = (
    Rule("market1501"),
    Rule("trapezoid", precision="trapezoid", removes_junk=True),
    Rule("sklearn-ties", precision="ties"),
    Rule("allshots", precision="ties", cmc="all"),
    Rule("cuhk03", cmc="single-shot"),
    Rule("cuhk03-other-cameras", cmc="single-shot", removes="same-camera"),
    Rule("any-camera", removes="nothing"),
)
"""`market1501` is that of torchreid, reid-strong-baseline (BoT) and fast-reid; `trapezoid` that of
the MATLAB code and of Person_reID_baseline_pytorch, averaged over queries with a match;
`sklearn-ties` and `allshots` are open-reid's (FD-GAN, HHL); `cuhk03` is torchreid's with one random
gallery picture a person, `cuhk03-other-cameras` open-reid's; `any-camera` also counts matches on
the query's own camera."""


def rule_named(name: str) -> Rule:
    """The rule of a name.

    Raises:
        ComparisonError: no such rule; the message names those there are.
    """
    for rule in RULES:
        if rule.name == name:
            return rule
    names = [rule.name for rule in RULES]
    raise refusal(
        ComparisonError,
        Message("retrieval-no-rule", {"name": repr(name)}),
        hint=nearest(name, names),
    )


@dataclass(frozen=True, eq=False)
class Labels:
    """Who is on each picture, and which camera took it.

    Attributes:
        people: `(n,)` person numbers; -1 is junk, numbers that no query has are distractors.
        cameras: `(n,)` camera numbers.
    """

    people: Integers
    cameras: Integers

    def __len__(self) -> int:
        return len(self.people)

    def only(self, chosen: NDArray[np.bool_]) -> Labels:
        """The labels of some pictures."""
        return Labels(self.people[chosen], self.cameras[chosen])

    @property
    def usable(self) -> NDArray[np.bool_]:
        """Which pictures are not junk, `(n,)`: official loaders drop the others beforehand."""
        return np.not_equal(self.people, JUNK)


def labels(people: ArrayLike, cameras: ArrayLike) -> Labels:
    """Checked labels.

    Args:
        people: `(n,)` integers.
        cameras: `(n,)` integers.

    Raises:
        ComparisonError: not one integer of each for every picture.
    """
    who, where = np.asarray(people), np.asarray(cameras)
    if who.ndim != 1 or who.shape != where.shape:
        raise ComparisonError(
            f"{who.size} person numbers and {where.size} camera numbers do not belong together"
        )
    if who.dtype.kind not in "iu" or where.dtype.kind not in "iu":
        raise ComparisonError("people and cameras of a retrieval must be whole numbers")
    return Labels(who.astype(np.int64), where.astype(np.int64))
