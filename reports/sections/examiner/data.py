"""For examiners: tables that few readers need, closed until they are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from probe.reports.figure import Row
from probe.reports.section import Json, Names, Section, left_out, plain
from probe.reports.sections.examiner.block import (
    VALUE,
    Block,
    block_of,
    heads_of,
    name_of,
    percent_of,
    with_interval,
)
from probe.reports.sections.examiner.coverage import held_caption
from probe.reports.sections.examiner.groups import differentials, group_notes, groups
from probe.reports.sections.examiner.plot import plots_of
from probe.reports.study import Chapter
from probe.runs.examination import ExaminationRecord, IdentificationRecord
from probe.wording.numbers import NONE

MOST_PEOPLE = 5
"""People a table names (ours: those who carry most of the misses; all stand in JSON)."""

NEARLY = 5e-4
"""Failed searches are shown from this share on (ours: it is what a rounded per mille shows)."""

IDENTIFIED = ("rank_1", "rank_5", "fnir")
"""Figures of a gallery, in the order of the columns."""

SECTIONS = {
    "curves": "report-examiner-section-curves",
    "identification": "report-examiner-section-identification",
    "people": "report-examiner-section-people",
    "calibration": "report-examiner-section-calibration",
    "flow": "report-examiner-section-flow",
    "differentials": "report-examiner-section-differentials",
}
"""What each table is called where it is absent."""


@dataclass(frozen=True)
class Examiner:
    """The tables of a chapter, and in a line each who was left out, what is absent and why."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def build(chapter: Chapter) -> Examiner | None:
    """The tables of a protocol; None in an older run, or where nothing is known."""
    record = chapter.source.run.examination
    if record is None:
        return None
    here = _of_protocol(record, chapter.key)
    makers = (_curves, _identification, _people, _calibration, _flow, groups, differentials)
    blocks = tuple(block for make in makers if (block := make(chapter, here)).rows)
    notes = (*_first(chapter, here), *group_notes(chapter, here), *_absent(chapter, here))
    return Examiner(blocks, tuple(dict.fromkeys(notes)))


def to_json(data: Examiner | None, _: Names) -> Mapping[str, Json]:
    """`examiner`: the tables as printed; null in an older run. Numbers: `examination.json`."""
    if data is not None:
        data = replace(data, blocks=tuple(replace(block, plots=None) for block in data.blocks))
    return {"examiner": plain(data)}


def _of_protocol(record: ExaminationRecord, protocol: str) -> ExaminationRecord:
    return {
        "examined": [row for row in record["examined"] if row["protocol"] == protocol],
        "curves": [row for row in record["curves"] if row["protocol"] == protocol],
        "traces": [row for row in record["traces"] if row["protocol"] == protocol],
        "identification": [r for r in record["identification"] if r["protocol"] == protocol],
        "people": [row for row in record["people"] if row["protocol"] == protocol],
        "concentration": [r for r in record["concentration"] if r["protocol"] == protocol],
        "calibration": [row for row in record["calibration"] if row["protocol"] == protocol],
        "flow": [row for row in record["flow"] if row["protocol"] == protocol],
        "groups": [row for row in record["groups"] if row["protocol"] == protocol],
        "group_pairs": [row for row in record["group_pairs"] if row["protocol"] == protocol],
        "differentials": [r for r in record["differentials"] if r["protocol"] == protocol],
        "absent": [row for row in record["absent"] if row["protocol"] == protocol],
    }


def _curves(chapter: Chapter, here: ExaminationRecord) -> Block:
    """Misses of every condition at every rate that some condition supports."""
    rates = sorted({row["fmr"] for row in here["curves"]})
    places = {(r["backbone"], r["condition"]): None for r in here["curves"]}
    figures = {(r["backbone"], r["condition"], r["fmr"]): r for r in here["curves"]}

    def rows() -> Iterator[tuple[str, ...]]:
        for backbone, condition in places:
            cells = [figures.get((backbone, condition, rate)) for rate in rates]
            if not any(cell and cell["value"] for cell in cells):
                continue  # nobody was missed
            texts = [percent_of(chapter, dict(cell)) if cell else NONE for cell in cells]
            yield name_of(chapter, backbone), _label(chapter, condition), *texts

    heads = [
        *heads_of(chapter, "report-examiner-model", "report-examiner-condition"),
        *map(chapter.source.printer.rate, rates),
    ]
    said = chapter.words.text("report-examiner-curves")
    caption = chapter.words.sentences((said, held_caption(chapter, here, ("rate",))))
    block = block_of(chapter, "curves", heads, rows(), caption)
    return replace(block, plots=plots_of(chapter, here))


def _identification(chapter: Chapter, here: ExaminationRecord) -> Block:
    records = here["identification"]
    figures = {(r["backbone"], r["condition"], r["gallery"], r["figure"]): r for r in records}
    places = {(r["backbone"], r["condition"], r["gallery"]): None for r in records}

    def rows() -> Iterator[tuple[str, ...]]:
        for backbone, condition, gallery in places:
            found = [figures.get((backbone, condition, gallery, name)) for name in IDENTIFIED]
            if not any(_failed(cell) for cell in found if cell):
                continue
            texts = [percent_of(chapter, dict(cell)) if cell else NONE for cell in found]
            count = chapter.source.printer.count(gallery)
            yield name_of(chapter, backbone), _label(chapter, condition), count, *texts

    heads = heads_of(
        chapter,
        "report-examiner-model",
        "report-examiner-condition",
        "report-examiner-gallery",
        "report-examiner-rank-1",
        "report-examiner-rank-5",
        "report-examiner-fnir",
    )
    fpir = next((r["fpir"] for r in records if r["fpir"] is not None), None)
    said = chapter.words.text("report-examiner-identification", fpir=fpir)
    caption = chapter.words.sentences((said, held_caption(chapter, here, ("rank", "open_set"))))
    return block_of(chapter, "identification", heads, rows(), caption)


def _failed(record: IdentificationRecord) -> bool:
    """Whether some search failed."""
    everybody = 0.0 if record["figure"] == "fnir" else 1.0
    return record["value"] is not None and abs(record["value"] - everybody) > NEARLY


def _people(chapter: Chapter, here: ExaminationRecord) -> Block:
    def rows() -> Iterator[tuple[str, ...]]:
        for backbone in chapter.source.run.backbones:
            people = [r for r in here["people"] if r["backbone"] == backbone]
            for row in [r for r in people if r["missed"] is not None][:MOST_PEOPLE]:
                texts = (row["missed"], row["carries_misses"], row["matched"])
                shares = map(_share(chapter), (*texts, row["carries_matches"]))
                yield name_of(chapter, backbone), row["person"], *shares

    names = (
        "report-examiner-model",
        "report-examiner-person",
        "report-examiner-missed",
        "report-examiner-carries-misses",
        "report-examiner-passed",
        "report-examiner-carries-matches",
    )
    chances = {key: _chances(chapter, here, key) for key in ("misses", "matches")}
    caption = chapter.words.text("report-examiner-people", **chances, most=MOST_PEOPLE)
    return block_of(chapter, "people", heads_of(chapter, *names), rows(), caption)


def _chances(chapter: Chapter, here: ExaminationRecord, key: str) -> str:
    """The p-value of every model, one after another."""
    said = []
    for row in here["concentration"]:
        p = row["misses_p"] if key == "misses" else row["matches_p"]
        if p is None:
            continue  # no error, or one everywhere
        model = name_of(chapter, row["backbone"])
        chance = chapter.words.numbers.proportion(p)
        said.append(chapter.words.text("report-examiner-chance", p=chance, model=model))
    return chapter.words.phrases(said) or chapter.words.text("report-examiner-no-chance")


def _calibration(chapter: Chapter, here: ExaminationRecord) -> Block:
    def rows() -> Iterator[tuple[str, ...]]:
        for row in here["calibration"]:
            least = {"value": row["least"], "low": row["least_low"], "high": row["least_high"]}
            texts = (_bits(chapter, dict(row)), _bits(chapter, least))
            yield name_of(chapter, row["backbone"]), *texts

    heads = heads_of(
        chapter, "report-examiner-model", "report-examiner-cllr", "report-examiner-least"
    )
    said = chapter.words.text("report-examiner-calibration")
    held = held_caption(chapter, here, ("cllr", "least"))
    caption = chapter.words.sentences((said, held)) if held else said
    return block_of(chapter, "calibration", heads, rows(), caption)


def _flow(chapter: Chapter, here: ExaminationRecord) -> Block:
    def rows() -> Iterator[tuple[str, ...]]:
        for row in here["flow"]:
            count = chapter.source.printer.count(row["people"])
            ends = chapter.source.printer.interval(
                dict(row), chapter.source.printer.percent, "least", "most"
            )
            yield name_of(chapter, row["backbone"]), count, percent_of(chapter, dict(row)), ends

    heads = heads_of(
        chapter,
        "report-examiner-model",
        "report-examiner-survey-people",
        "report-examiner-error",
        "report-examiner-range",
    )
    caption = chapter.words.text("report-examiner-flow")
    return block_of(chapter, "flow", heads, rows(), caption)


def _first(chapter: Chapter, here: ExaminationRecord) -> Iterator[str]:
    """That not everybody was examined."""
    for row in here["examined"]:
        if row["left_out"]:
            counts = {"subjects": row["subjects"], "left_out": row["left_out"]}
            yield chapter.words.text("report-examiner-first", **counts)


def _absent(chapter: Chapter, here: ExaminationRecord) -> Iterator[str]:
    """One line a reason."""
    for record in here["absent"]:
        text = chapter.words.text
        sections = tuple(text(SECTIONS[s]) for s in record["sections"])
        reason = chapter.source.printer.note(record["note"])
        yield text("report-examiner-absent", sections=sections, reason=reason)


def _label(chapter: Chapter, condition: int) -> str:
    return chapter.axis.full[condition]


def _share(chapter: Chapter) -> Callable[[float | None], str]:
    return lambda value: NONE if value is None else chapter.source.printer.percent(value)


def _bits(chapter: Chapter, row: Row) -> str:
    return with_interval(chapter, row, VALUE, chapter.source.printer.unit)


SECTION = Section(__name__, build, to_json, to_brief=left_out)
