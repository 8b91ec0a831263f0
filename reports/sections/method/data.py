"""How the figures of a report were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from probe.reports.leaning import leans_of
from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.manifest import BackboneEntry, ThresholdEntry

FEWEST = 5
"""Fewer people have no interval: `probe.statistics.confidence.FEWEST_SUBJECTS` (reports compute
nothing and import no statistics)."""


class Coverage(NamedTuple):
    """What 95 % intervals hold in simulated populations of people who are not alike.

    Attributes:
        people: for up to so many people.
        mean: lowest coverage of the interval of a mated mean.
        above: largest share of samples in which that interval lay wholly above the truth.
        retention: lowest coverage of that of retention.
        sparse: what is not counted there, and is worse: settings that seldom gave an interval.
    """

    people: int
    mean: float
    above: float
    retention: float
    sparse: Sparse | None = None


class Sparse(NamedTuple):
    """Settings in which fewer than `ENOUGH` simulated samples gave an interval.

    Attributes:
        settings: how many they are, each of one figure.
        retention: lowest coverage there of the interval of retention.
        retention_samples: of how many samples.
        differences: the same of differences between models.
        differences_samples: of how many.
    """

    settings: int
    retention: float
    retention_samples: int
    differences: float
    differences_samples: int


ENOUGH = 60
"""A coverage of fewer samples may be off by more than 6 points (two standard errors at 95 %)."""

UNLIKE_PEOPLE = (
    Coverage(19, 0.68, 0.32, 0.91, Sparse(91, 0.86, 15, 0.86, 44)),
    Coverage(49, 0.84, 0.16, 0.92),
)
"""Measured with 5 or 8, and with 20 people: `benchmarks/coverage_study.csv` (one in ten very hard
to recognise, unequal and missing pictures, days) and `benchmarks/small_samples.csv` (pictures of
some people, or of one in ten, varying much more; sessions; look-alikes). No share is rounded to the
better side."""

MISSES_HELD, DIFFERENCES_HELD = 0.95, 0.90
"""Lowest coverage, with 5 to 20 people, of intervals of misses (`coverage_study.csv`) and of
differences between models (there, and in `benchmarks/paired_coverage.csv`)."""


@dataclass(frozen=True)
class Method:
    """How the figures were made, as (heading, text)."""

    texts: tuple[tuple[str, str], ...]


def build(study: Study) -> Method:
    """How the figures of a run were made."""
    return Method(method_of(study.source))


def to_json(data: Method | None, _: Names) -> Mapping[str, Json]:
    """`method`: pairs of heading and text."""
    assert data is not None
    return {"method": plain(data.texts)}


def method_of(source: Source) -> tuple[tuple[str, str], ...]:
    """How the figures were made, with the counts of this run."""
    text = source.words.text
    limits = [text("report-method-limits-text")]
    if source.people == 1:
        limits.append(text("report-method-limits-one"))
    paragraphs = {
        "report-method-pictures": _pictures(source),
        "report-method-comparisons": _comparisons(source),
        "report-method-threshold": _threshold(source),
        "report-method-retention": text("report-method-retention-text"),
        "report-method-leaning": text("report-method-leaning-text") if leans_of(source) else "",
        "report-method-intervals": _intervals(source),
        "report-method-limits": source.words.sentences(limits),
    }
    return tuple((text(head), paragraph) for head, paragraph in paragraphs.items() if paragraph)


def _pictures(source: Source) -> str:
    sources = {entry.source for entry in source.run.manifest.protocols}
    kind = "mixed" if len(sources) > 1 else "scene" if sources == {"scene"} else "photos"
    protocols = source.protocols.values()
    images = source.run.images
    usable = images[images["status"] == "ok"]
    return source.words.text(
        "report-method-pictures-text",
        pictures=int(usable["image_id"].nunique()),
        people=source.printer.people(source.people),
        conditions=sum(len(protocol.conditions) for protocol in protocols),
        source=kind,
        fits=tuple(dict.fromkeys(protocol.fit for protocol in protocols)),
    )


def _comparisons(source: Source) -> str:
    kinds = set(source.run.cells["kind"])
    text = source.words.text(
        "report-method-comparisons-text",
        strangers="at_large" in kinds,
        alike="alike" in kinds,
        scores=tuple(_score_of(source, entry) for entry in source.run.manifest.backbones),
    )
    entry = source.run.manifest.protocols[0]  # all protocols of a study compare across the same
    across = source.protocols[entry.name].across(entry.source)
    parts = [text]
    if across is not None and entry.source == "photos":
        parts.append(source.words.text("report-method-across", places=across))
    control = f"scene-{across}" if entry.source == "scene" and across else across or entry.source
    return source.words.sentences(
        [*parts, source.words.text("report-method-control", control=control)]
    )


def _score_of(source: Source, entry: BackboneEntry) -> str:
    """What a model compares two pictures by, with the model's name."""
    model = source.shorts[entry.name]
    return source.words.text("report-method-score-of", model=model, score=entry.score)


def _threshold(source: Source) -> str:
    text = source.words.text
    entries = [e for name in source.run.backbones if (e := source.threshold(name))]
    if not source.decided or source.fmr is None:
        return text("report-method-no-threshold", why=source.why_undecided)
    models = tuple(_threshold_of(source, entry) for entry in entries)
    sentences = [text("report-method-threshold-text", fmr=source.fmr, models=models)]
    if split := next((e for e in entries if e.tuned_on is not None), None):
        people = {"tuned": split.tuned_on, "tested": split.tested_on}
        sentences.append(text("report-method-threshold-split", **people))
    return source.words.sentences([*sentences, *_further(source)])


def _further(source: Source) -> Iterator[str]:
    """What the strangers say about further false match rates."""
    entries = source.run.manifest.further_thresholds
    here = [entry for entry in entries if entry.variant == source.variant]
    rates = dict.fromkeys(_rate(source, entry) for entry in here)
    if rates:
        yield source.words.text("report-method-threshold-further", rates=tuple(rates))


def _rate(source: Source, entry: ThresholdEntry) -> str:
    if entry.value is None:
        return source.printer.note(entry.note)
    return source.words.text("report-method-rate-resolved", fmr=entry.fmr)


def _threshold_of(source: Source, entry: ThresholdEntry) -> str:
    text = source.words.text(
        "report-method-threshold-of",
        model=source.shorts[entry.backbone],
        value=entry.value,
        matches=entry.false_matches,
        comparisons=entry.comparisons,
    )
    note = source.printer.note(entry.note)
    if not note:
        return text
    return source.words.text("report-method-threshold-noted", threshold=text, note=note)


def _intervals(source: Source) -> str:
    cells, text = source.run.cells, source.words.text
    mated = cells[(cells["kind"] == "mated") & (cells["variant"] == source.variant)]
    given = mated["low"].notna()
    methods = _methods(source, mated.loc[given, "interval_method"])
    sentences = [text("report-method-intervals-none")]
    if methods:
        sentences = [text("report-method-intervals-text", methods=methods)]
    if source.decided:
        sentences.append(text("report-method-intervals-misses"))
    if source.people >= FEWEST:
        sentences += [_unlike(source, c) for c in UNLIKE_PEOPLE if source.people <= c.people][:1]
    if caveats := _texts(source, mated.loc[given, "interval_note"]):
        sentences.append(text("report-method-intervals-caveat", what=caveats))
    if missing := _texts(source, mated.loc[~given, "interval_note"]):
        sentences.append(text("report-no-intervals-why", why=missing))
    return source.words.sentences(sentences)


def _unlike(source: Source, held: Coverage) -> str:
    """How often intervals hold the truth where people are not alike, and on which side they err."""
    text = source.words.text
    said = text(
        "report-method-intervals-unlike",
        held=held.mean,
        above=held.above,
        retention=held.retention,
        misses=MISSES_HELD,
        differences=DIFFERENCES_HELD,
    )
    if held.sparse is None:
        return said
    sparse = text("report-method-intervals-sparse", enough=ENOUGH, **held.sparse._asdict())
    return source.words.sentences((said, sparse))


def _methods(source: Source, column: Iterable[object]) -> tuple[str, ...]:
    """The different methods of intervals in a column, as they are called."""
    names = [str(name) for name in dict.fromkeys(column) if name]
    text = source.words.text
    return tuple(
        text("report-method-interval", method=name.replace(" ", "-"), name=name) for name in names
    )


def _texts(source: Source, column: Iterable[object]) -> tuple[str, ...]:
    """The different notes of a column, in words."""
    return tuple(source.printer.note(str(note)) for note in dict.fromkeys(column) if note)


SECTION = Section(__name__, build, to_json)
