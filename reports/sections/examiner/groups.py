"""Tables of groups of people: the rates of each, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator

from probe.reports.figure import number
from probe.reports.sections.examiner.block import (
    VALUE,
    Block,
    block_of,
    heads_of,
    name_of,
    percent_of,
    with_interval,
)
from probe.reports.study import Chapter
from probe.runs.examination import (
    DifferentialRecord,
    ExaminationRecord,
    GroupPairRecord,
    GroupRecord,
)
from probe.wording import Value
from probe.wording.numbers import NONE


def groups(chapter: Chapter, here: ExaminationRecord) -> Block:
    """Misses of every group that has enough people, false matches within it and between two."""
    compared = _compared(here)
    pairs = [row for row in here["group_pairs"] if row["attribute"] in compared]
    places = list(dict.fromkeys(map(_place, pairs)))
    own = {(r["backbone"], r["attribute"], r["group"]): r for r in here["groups"]}

    def rows() -> Iterator[tuple[str, ...]]:
        for row in sorted(
            pairs, key=lambda r: (places.index(_place(r)), r["first"] != r["second"])
        ):
            yield _rates(chapter, row, own[row["backbone"], row["attribute"], row["first"]])

    heads = heads_of(
        chapter,
        "report-examiner-model",
        "report-examiner-group",
        "report-examiner-group-people",
        "report-examiner-missed",
        "report-examiner-group-passed",
        "report-examiner-group-pairs",
    )
    caption = chapter.words.text("report-examiner-groups")
    return block_of(chapter, "groups", heads, rows(), caption)


def differentials(chapter: Chapter, here: ExaminationRecord) -> Block:
    """The worst group over the best, and over the geometric mean."""
    text = chapter.words.text

    def rows() -> Iterator[tuple[str, ...]]:
        for row in here["differentials"]:
            yield (
                name_of(chapter, row["backbone"]),
                row["attribute"],
                text("report-examiner-error-of", error=row["error"]),
                _worst(chapter, row),
                _times(chapter, row, "to_best"),
                _times(chapter, row, "to_mean"),
                text("report-examiner-told", told=row["told"]),
            )

    heads = heads_of(
        chapter,
        "report-examiner-model",
        "report-examiner-by",
        "report-examiner-error-kind",
        "report-examiner-worst",
        "report-examiner-to-best",
        "report-examiner-to-mean",
        "report-examiner-differ",
    )
    caption = text("report-examiner-differentials")
    return block_of(chapter, "differentials", heads, rows(), caption)


def group_notes(chapter: Chapter, here: ExaminationRecord) -> Iterator[str]:
    """Whose group nobody stated, and which groups have too few people."""
    text = chapter.words.text
    for row in here["groups"]:
        values: dict[str, Value] = {
            "attribute": row["attribute"],
            "group": row["group"],
            "people": row["people"],
        }
        if not row["group"]:
            yield text("report-examiner-not-stated", **values)
        elif row["low"] is None and row["attribute"] in _compared(here):
            yield text("report-examiner-small-group", **values)


def _compared(here: ExaminationRecord) -> set[str]:
    """The attributes by which at least two groups are compared."""
    return {row["attribute"] for row in here["differentials"]}


def _place(row: GroupPairRecord) -> tuple[str, str]:
    return row["backbone"], row["attribute"]


def _rates(chapter: Chapter, row: GroupPairRecord, own: GroupRecord) -> tuple[str, ...]:
    within = row["first"] == row["second"]
    values = {"attribute": row["attribute"], "first": row["first"], "second": row["second"]}
    return (
        name_of(chapter, row["backbone"]),
        chapter.words.text("report-examiner-group-name", within=within, **values),
        chapter.source.printer.count(row["people"]),
        percent_of(chapter, dict(own)) if within else NONE,
        with_interval(chapter, dict(row), VALUE, chapter.words.numbers.share),
        chapter.source.printer.count(row["pairs"]),
    )


def _worst(chapter: Chapter, row: DifferentialRecord) -> str:
    """The two groups that are furthest apart; none where all have one rate."""
    if row["worst"] == row["best"]:
        return NONE
    values = {"worst": row["worst"], "best": row["best"]}
    return chapter.words.text("report-examiner-worst-and-best", **values)


def _times(chapter: Chapter, row: DifferentialRecord, name: str) -> str:
    """`3.1 (1.4 to 8.0)`; with an open upper end `– (1.4 or more)`; `–` where nothing is known."""
    value, low, high = (number(dict(row), f"{name}{end}") for end in ("", "_low", "_high"))
    decimal, text = chapter.source.printer.decimal, chapter.words.text
    if value is None and low == 1.0:
        return NONE
    if high is None:
        ends = text("report-examiner-or-more", least=decimal(low))
    else:
        ends = chapter.source.printer.span(decimal(low), decimal(high))
    return f"{decimal(value)} ({ends})"
