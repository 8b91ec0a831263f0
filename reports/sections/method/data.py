"""How the figures of a report were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probe.reports.leaning import leans_of
from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.manifest import ThresholdEntry
from probe.wording.numbers import amount, count, decimal, listed, percent, rate

FEWEST = 5
"""Fewer people have no interval."""

HARD_PEOPLE = ((12, 0.82), (49, 0.84))
"""Up to so many people, the lowest coverage of the mated mean's 95 % interval in simulated
populations of which a tenth is very hard to recognise (benchmarks/coverage_study.md)."""


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
    words = source.words
    return (
        (words["m_pictures"], _pictures(source)),
        (words["m_comparisons"], _comparisons(source)),
        (words["m_threshold"], _threshold(source)),
        (words["m_retention"], words["m_retention_text"]),
        *([(words["m_leaning"], words["m_leaning_text"])] if leans_of(source) else []),
        (words["m_intervals"], _intervals(source)),
        (
            words["m_limits"],
            words["m_limits_text"] + (words["m_limits_one"] if source.people == 1 else ""),
        ),
    )


def _pictures(source: Source) -> str:
    words, manifest = source.words, source.run.manifest
    kinds = {entry.source for entry in manifest.protocols}
    kind = "m_mixed" if len(kinds) > 1 else "m_scene" if kinds == {"scene"} else "m_photos"
    fits = dict.fromkeys(protocol.fit for protocol in source.protocols.values())
    conditions = sum(len(protocol.conditions) for protocol in source.protocols.values())
    usable = source.run.images
    usable = usable[usable["status"] == "ok"]
    return words["m_pictures_text"].format(
        pictures=amount(int(usable["image_id"].nunique()), "picture"),
        people=amount(source.people, "person", "people"),
        conditions=amount(conditions, "condition"),
        source=words[kind],
        fit=words["m_fit"].format(fit=listed(fits)),
    )


def _comparisons(source: Source) -> str:
    words = source.words
    kinds = set(source.run.cells["kind"])
    text = words["m_comparisons_text"].format(
        strangers=words["m_strangers" if "at_large" in kinds else "m_no_strangers"],
        alike=words["m_alike" if "alike" in kinds else "m_no_alike"],
    )
    entries = [entry for entry in source.run.manifest.protocols if entry.source == "photos"]
    photos = [source.protocols[entry.name].photos for entry in entries]
    across = next((photo.across for photo in photos if photo and photo.across), None)
    return text if across is None else f"{text} {words['m_across'].format(places=f'{across}s')}"


def _threshold(source: Source) -> str:
    words = source.words
    entries = [e for name in source.run.backbones if (e := source.threshold(name))]
    if not source.decided or source.fmr is None:
        return words["m_no_threshold"].format(why=source.why_undecided)
    each = " ".join(_threshold_of(source, entry) for entry in entries)
    lines = [words["m_threshold_text"].format(fmr=rate(source.fmr), each=each)]
    if split := next((e for e in entries if e.tuned_on is not None), None):
        people = {"tuned": count(split.tuned_on or 0), "tested": count(split.tested_on or 0)}
        lines.append(words["m_threshold_split"].format(**people))
    return " ".join([*lines, *_further(source)])


def _further(source: Source) -> Iterator[str]:
    """What the strangers say about further false match rates."""
    entries = source.run.manifest.further_thresholds
    here = [entry for entry in entries if entry.variant == source.variant]
    rates = dict.fromkeys(
        entry.note if entry.value is None else f"{rate(entry.fmr)} is resolved" for entry in here
    )
    if rates:
        yield source.words["m_threshold_further"].format(each="; ".join(rates))


def _threshold_of(source: Source, entry: ThresholdEntry) -> str:
    text = source.words["m_threshold_each"].format(
        model=source.shorts[entry.backbone],
        value=decimal(entry.value, 4).removeprefix("0"),
        matches=count(entry.false_matches),
        comparisons=count(entry.comparisons),
    )
    return f"{text} ({entry.note})" if entry.note else text


def _intervals(source: Source) -> str:
    words, cells = source.words, source.run.cells
    mated = cells[(cells["kind"] == "mated") & (cells["variant"] == source.variant)]
    given = mated["low"].notna()
    methods = [str(text) for text in dict.fromkeys(mated.loc[given, "interval_method"]) if text]
    caveats = [str(text) for text in dict.fromkeys(mated.loc[given, "interval_note"]) if text]
    missing = [str(text) for text in dict.fromkeys(mated.loc[~given, "interval_note"]) if text]
    lines = [
        words["m_intervals_text"].format(methods=listed(methods))
        if methods
        else words["m_intervals_none"]
    ]
    if source.decided:
        lines.append(words["m_intervals_misses"])
    if held := next((held for most, held in HARD_PEOPLE if FEWEST <= source.people <= most), 0):
        lines.append(words["m_intervals_bad"].format(held=percent(held)))
    if caveats:
        lines.append(words["m_intervals_caveat"].format(what="; ".join(caveats)))
    if missing:
        lines.append(words["m_intervals_why"].format(why="; ".join(missing)))
    return " ".join(lines)


SECTION = Section(__name__, build, to_json)
