"""Which of two models tells people apart better: what their paired differences carry.

AUC, d' and misses at equal false match rates decide. Retention does not: it says how much of its
own margin a model keeps, and a model that tells nobody apart has nothing to lose.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from probe.runs.rows import ModelDifferenceRow

DECIDING = ("auc", "dprime", "fnmr")
"""Figures that say which model is better; of misses the fewer are."""

FIGURES = (*DECIDING, "retention")
"""What models are compared by: raw cosines of two models are on different scales."""


@dataclass(frozen=True)
class Better:
    """What the differences between two models under one protocol say.

    Attributes:
        answer: `first` or `second` is the better one; `mixed`: some figures speak for either;
            `alike`: no difference is shown; `undecided`: no figure has an interval.
        figures: the deciding figures that differ.
        keeps_more: `first` or `second` where one is shown to keep more of its margin; else empty.
    """

    answer: Literal["first", "second", "mixed", "alike", "undecided"]
    figures: tuple[str, ...]
    keeps_more: Literal["first", "second", ""]


def better_of(rows: Sequence[ModelDifferenceRow]) -> Better:
    """The better one of two models.

    Args:
        rows: their overall differences under one protocol, one a figure.
    """
    deciding = [row for row in rows if row["figure"] in DECIDING]
    differing = [row for row in deciding if row["differs"]]
    sides = {in_favour_of(row) for row in differing}
    kept = [row for row in rows if row["figure"] == "retention" and row["differs"]]
    keeps_more = in_favour_of(kept[0]) if kept else ""
    figures = tuple(row["figure"] for row in differing)
    if len(sides) == 2:
        return Better("mixed", figures, keeps_more)
    if sides:
        return Better(sides.pop(), figures, keeps_more)
    with_interval = any(math.isfinite(row["low"]) for row in deciding)
    return Better("alike" if with_interval else "undecided", (), keeps_more)


def in_favour_of(row: ModelDifferenceRow) -> Literal["first", "second"]:
    """For which model a difference (second minus first) speaks."""
    higher_is_better = row["figure"] != "fnmr"
    return "second" if (row["difference"] > 0) == higher_is_better else "first"
