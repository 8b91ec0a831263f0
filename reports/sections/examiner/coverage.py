"""What intervals for examiners hold in simulated studies of people who are not alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from probe.reports.study import Chapter
from probe.runs.examination import ExaminationRecord

ASKED = 0.93
"""What is asked of an interval of 95 % (`benchmarks/coverage_study.md`): what holds it is not
told."""


class Held(NamedTuple):
    """Lowest shares of samples whose interval held the truth; 1 where none was measured.

    Attributes:
        rate: of misses at a false match rate of the very condition.
        rank: of the rank-1 rate in a gallery of ten.
        open_set: of searches missed at a false positive identification rate.
        cllr: of Cllr.
        least: of the least Cllr.
    """

    rate: float = 1.0
    rank: float = 1.0
    open_set: float = 1.0
    cllr: float = 1.0
    least: float = 1.0


HELD = {
    5: Held(rank=1.0, cllr=0.89, least=0.91),
    8: Held(rate=0.99, rank=0.99, cllr=0.86, least=0.86),
    20: Held(rate=0.92, rank=0.87, open_set=0.63, cllr=0.85, least=0.82),
}
"""By the number of people of the studies: `benchmarks/examiner_coverage.csv`, rounded down. Of more
people nothing is known that would be better."""


def held_caption(chapter: Chapter, here: ExaminationRecord, names: Sequence[str]) -> str:
    """What a table's intervals hold in studies of this size; empty where they hold what is asked.

    Args:
        chapter: of the protocol.
        here: its records.
        names: of figures of `Held` that the table has.
    """
    subjects = min((row["subjects"] for row in here["examined"]), default=0)
    studied = max((size for size in HELD if size <= subjects), default=None)
    if studied is None:
        return ""
    shares = {name: getattr(HELD[studied], name) for name in names}
    text = chapter.words.text
    told = tuple(
        text("report-examiner-held-figure", held=share, figure=name.replace("_", "-"))
        for name, share in shares.items()
        if share < ASKED
    )
    return text("report-examiner-held", studied=studied, figures=told) if told else ""
