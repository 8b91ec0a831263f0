"""Method, provenance, models and failures to acquire: where every figure comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from probe.reports.decisions import leans_of
from probe.reports.document import FailureRow, Failures, Figure, Model
from probe.reports.source import Source
from probe.runs.manifest import BackboneEntry, ThresholdEntry
from probe.runs.store import UNMASKED
from probe.wording.numbers import amount, count, decimal, listed, percent, rate, unit

SHOWN_FAILURES = 40

FEWEST = 5
"""Fewer people have no interval."""

HARD_PEOPLE = ((12, 0.82), (49, 0.84))
"""Up to so many people, the lowest coverage of the mated mean's 95 % interval in simulated
populations of which a tenth is very hard to recognise (benchmarks/coverage_study.md)."""


def models_of(source: Source) -> tuple[Model, ...]:
    """The backbones in the order of the run."""
    return tuple(_model(source, entry) for entry in source.run.manifest.backbones)


def _model(source: Source, entry: BackboneEntry) -> Model:
    threshold = source.threshold(entry.name)
    cut = source.cut(entry.name)
    short = source.shorts[entry.name]
    architecture = str(entry.card.get("architecture", ""))
    demonstration = str(entry.card.get("demonstration", "") or "")
    parts = [architecture if architecture and short != entry.name else "", demonstration]
    return Model(
        name=entry.name,
        short=short,
        sub=", ".join(part for part in parts if part),
        label=demonstration,
        threshold=Figure(unit(cut), cut),
        at=None if cut is None else source.axis.place(cut),
        note=threshold.note if threshold else "",
        facts=tuple(_card(entry)),
    )


def _card(entry: BackboneEntry) -> list[tuple[str, str]]:
    card = entry.card
    told = [
        ("weights sha256", str(card.get("sha256") or "no weights")),
        ("card digest", entry.digest),
        ("input", _size(card.get("input_size"))),
        ("feature", str(card.get("feature") or "")),
        ("dimension", count(entry.dimension) if entry.dimension else "pair scorer"),
        ("training data", str(card.get("training_data") or "")),
        ("licence", str(card.get("licence") or "")),
        ("source", str(card.get("source") or "")),
        ("options", _pairs(card.get("options") or {})),
        ("demonstration", str(card.get("demonstration") or "")),
        ("engine", entry.engine),
        ("embedded", f"{count(entry.embedded)}, from the cache {count(entry.cached)}"),
        ("notes", "; ".join(entry.notes)),
    ]
    return [(name, text) for name, text in told if text]


def _size(size: Any) -> str:
    return " × ".join(str(each) for each in size) if isinstance(size, list | tuple) else ""


def _pairs(told: Mapping[str, Any]) -> str:
    return "; ".join(f"{name} {_plain(value)}" for name, value in told.items() if value is not None)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(str(v) for v in value) if isinstance(value, list | tuple) else str(value)


# --- failures -------------------------------------------------------------------------------


def failures_of(source: Source) -> Failures:
    """Pictures that could not be used, the first of them one by one."""
    found = [f for f in source.run.manifest.failures if f.variant == UNMASKED]
    masked = [f for f in source.run.manifest.failures if f.variant != UNMASKED]
    if not found and not masked:
        return Failures(source.words["no_failures"], (), "")
    lost = source.words["failures_masked"].format(n=amount(len(masked), "picture"))
    told = source.words["failures_text"].format(n=amount(len(found), "picture"))
    text = " ".join(
        part
        for part in (told if found else source.words["no_failures"], lost if masked else "")
        if part
    )
    found += masked
    rows = tuple(
        FailureRow(
            _title(source, each.protocol), each.condition, each.subject, each.picture, each.reason
        )
        for each in found[:SHOWN_FAILURES]
    )
    rest = len(found) - len(rows)
    more = source.words["failures_more"].format(n=count(rest)) if rest else ""
    return Failures(text, rows, more)


def _title(source: Source, protocol: str) -> str:
    told = source.protocols.get(protocol)
    return told.title.language(source.language) if told else protocol


# --- method ---------------------------------------------------------------------------------


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
    fits = dict.fromkeys(told.fit for told in source.protocols.values())
    conditions = sum(len(told.conditions) for told in source.protocols.values())
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
    told = words["m_comparisons_text"].format(
        strangers=words["m_strangers" if "at_large" in kinds else "m_no_strangers"],
        alike=words["m_alike" if "alike" in kinds else "m_no_alike"],
    )
    entries = [entry for entry in source.run.manifest.protocols if entry.source == "photos"]
    photos = [source.protocols[entry.name].photos for entry in entries]
    across = next((each.across for each in photos if each and each.across), None)
    return told if across is None else f"{told} {words['m_across'].format(places=f'{across}s')}"


def _threshold(source: Source) -> str:
    words = source.words
    entries = [e for name in source.run.backbones if (e := source.threshold(name))]
    if not source.decided or source.fmr is None:
        return words["m_no_threshold"].format(why=source.why_undecided)
    each = " ".join(_threshold_of(source, entry) for entry in entries)
    lines = [words["m_threshold_text"].format(fmr=rate(source.fmr), each=each)]
    if split := next((e for e in entries if e.tuned_on is not None), None):
        told = {"tuned": count(split.tuned_on or 0), "tested": count(split.tested_on or 0)}
        lines.append(words["m_threshold_split"].format(**told))
    return " ".join([*lines, *_further(source)])


def _further(source: Source) -> Iterator[str]:
    """What the strangers say about further false match rates."""
    entries = source.run.manifest.further_thresholds
    own = [entry for entry in entries if entry.variant == source.variant]
    told = dict.fromkeys(
        entry.note if entry.value is None else f"{rate(entry.fmr)} is resolved" for entry in own
    )
    if told:
        yield source.words["m_threshold_further"].format(each="; ".join(told))


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
    own = cells[(cells["kind"] == "mated") & (cells["variant"] == source.variant)]
    given = own["low"].notna()
    methods = [str(each) for each in dict.fromkeys(own.loc[given, "interval_method"]) if each]
    caveats = [str(each) for each in dict.fromkeys(own.loc[given, "interval_note"]) if each]
    missing = [str(each) for each in dict.fromkeys(own.loc[~given, "interval_note"]) if each]
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


def provenance_of(source: Source) -> tuple[tuple[str, str], ...]:
    """Digests, cards, options and versions: what is needed to make the run again."""
    words, manifest = source.words, source.run.manifest
    rows = [
        (words["p_study"], manifest.study),
        (words["p_run"], f"{manifest.run}, {manifest.created}, schema {manifest.schema_version}"),
    ]
    for entry in manifest.protocols:
        text = (
            f"{entry.file}; sha256 {entry.digest}; {entry.source}, {count(entry.pictures)} pictures"
        )
        if entry.failures:
            text += "; " + words["p_failures_of"].format(n=count(entry.failures))
        rows.append((words["p_protocol"].format(name=entry.name), text))
    for backbone in manifest.backbones:
        told = "; ".join(f"{name} {text}" for name, text in _card(backbone))
        rows.append((words["p_model"].format(name=backbone.name), told))
    rows += [
        (words["p_images"], manifest.images_digest),
        (words["p_options"], _pairs(manifest.options)),
        (words["p_seeds"], _pairs(manifest.seeds)),
        (words["p_device"], manifest.device),
        (words["p_packages"], _pairs(manifest.packages)),
        (words["p_notes"], " ".join(manifest.notes)),
    ]
    return tuple((name, text) for name, text in rows if text)
