"""The models of a run as a report shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.figure import Figure
from probe.reports.matrix import unit_mark
from probe.reports.source import Source
from probe.runs.manifest import BackboneEntry


@dataclass(frozen=True)
class Model:
    """One backbone as the report shows it.

    Attributes:
        name: as in the run.
        short: as shown in headings.
        sub: small print beside it (architecture, demonstration label).
        label: what weights for demonstration are labelled with wherever the name heads a column;
            empty for others.
        threshold: the decision threshold.
        at: place of the threshold on the score axis, 0..100, None without one.
        axis_marks: places 0..100 and labels of its score axis.
        note: why there is no threshold, or what to keep in mind.
        facts: the card, as (name, text).
    """

    name: str
    short: str
    sub: str
    label: str
    threshold: Figure
    at: float | None
    axis_marks: tuple[tuple[float, str], ...]
    note: str
    facts: tuple[tuple[str, str], ...]


def models_of(source: Source) -> tuple[Model, ...]:
    """The backbones in the order of the run."""
    return tuple(_model(source, entry) for entry in source.run.manifest.backbones)


def _model(source: Source, entry: BackboneEntry) -> Model:
    threshold = source.threshold(entry.name)
    cut = source.cut(entry.name)
    short = source.shorts[entry.name]
    axis, numbers = source.axis_of(entry.name), source.words.numbers
    architecture = str(entry.card.get("architecture", ""))
    demonstration = _said(source, entry.card, "demonstration")
    parts = [architecture if architecture and short != entry.name else "", demonstration]
    return Model(
        name=entry.name,
        short=short,
        sub=", ".join(part for part in parts if part),
        label=demonstration,
        threshold=Figure(source.printer.unit(cut), cut),
        at=None if cut is None else axis.place(cut),
        axis_marks=tuple((axis.place(v), unit_mark(numbers, v)) for v in axis.marks),
        note=source.printer.note(threshold.note) if threshold else "",
        facts=tuple(card_of(source, entry)),
    )


def card_of(source: Source, entry: BackboneEntry) -> list[tuple[str, str]]:
    """What a backbone's card and entry say, as (name, text), without what is empty."""
    card, text = entry.card, source.words.text
    dimension = source.printer.count(entry.dimension) if entry.dimension else ""
    cached = {"embedded": entry.embedded, "cached": entry.cached}
    facts = [
        _weights(source, str(card.get("sha256") or "")),
        ("report-card-digest", entry.digest),
        ("report-card-input", _size(card.get("input_size"))),
        ("report-card-feature", _said(source, card, "feature")),
        ("report-card-dimension", dimension or text("report-card-scorer")),
        ("report-card-data", _said(source, card, "training_data")),
        ("report-card-licence", _said(source, card, "licence")),
        ("report-card-source", _said(source, card, "source")),
        ("report-card-options", settings(source, card.get("options") or {})),
        ("report-card-demonstration", _said(source, card, "demonstration")),
        ("report-card-engine", entry.engine),
        ("report-card-embedded", text("report-card-embedded-text", **cached)),
        (
            "report-card-notes",
            source.words.parts(source.printer.note(note) for note in entry.notes),
        ),
    ]
    return [(text(name), fact) for name, fact in facts if fact]


def _said(source: Source, card: Mapping[str, object], name: str) -> str:
    """A field of a card in words; of a stranger's card, and of an older run, its text."""
    return source.words.stored(card.get(name) or "")


def _weights(source: Source, digest: str) -> tuple[str, str]:
    """Id of the name and text of the weights; a model may have none."""
    if digest:
        return "report-card-weights", digest
    return "report-card-without-weights", source.words.text("report-card-no-weights")


def options_of(source: Source, values: Mapping[str, object]) -> str:
    """Options in words and their values in a line, without those that were not given."""
    named = {source.words.text("report-option", name=name): v for name, v in values.items()}
    return settings(source, {name.replace("_", " "): value for name, value in named.items()})


def settings(source: Source, values: Mapping[str, object]) -> str:
    """Names and values in a line, without those that are None or empty."""
    parts = [(name, "" if v is None else _plain(source, v)) for name, v in values.items()]
    return source.words.parts(f"{name} {text}" for name, text in parts if text)


def _size(size: object) -> str:
    return " × ".join(str(side) for side in size) if isinstance(size, list | tuple) else ""


def _plain(source: Source, value: object) -> str:
    if isinstance(value, bool):
        return source.words.text("report-yes" if value else "report-no")
    if isinstance(value, list | tuple):
        return source.words.phrases(map(str, value))
    return str(value)
