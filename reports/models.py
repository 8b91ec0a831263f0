"""The models of a run as a report shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from probe.reports.figure import Figure
from probe.reports.source import Source
from probe.runs.manifest import BackboneEntry
from probe.wording.numbers import count, unit


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
    axis = source.axis_of(entry.name)
    architecture = str(entry.card.get("architecture", ""))
    demonstration = str(entry.card.get("demonstration", "") or "")
    parts = [architecture if architecture and short != entry.name else "", demonstration]
    return Model(
        name=entry.name,
        short=short,
        sub=", ".join(part for part in parts if part),
        label=demonstration,
        threshold=Figure(unit(cut), cut),
        at=None if cut is None else axis.place(cut),
        axis_marks=tuple((axis.place(v), _mark(v)) for v in axis.marks),
        note=threshold.note if threshold else "",
        facts=tuple(card_of(entry)),
    )


def _mark(value: float) -> str:
    """The label of a score below its axis."""
    if abs(value) > 1:
        return f"{value:g}".replace("-", "−")
    text = unit(value)
    return "1" if text == "1.00" else "0" if text == ".00" else text.removesuffix("0")


def card_of(entry: BackboneEntry) -> list[tuple[str, str]]:
    """What a backbone's card and entry say, as (name, text), without what is empty."""
    card = entry.card
    facts = [
        ("weights sha256", str(card.get("sha256") or "no weights")),
        ("card digest", entry.digest),
        ("input", _size(card.get("input_size"))),
        ("feature", str(card.get("feature") or "")),
        ("dimension", count(entry.dimension) if entry.dimension else "pair scorer"),
        ("training data", str(card.get("training_data") or "")),
        ("licence", str(card.get("licence") or "")),
        ("source", str(card.get("source") or "")),
        ("options", settings(card.get("options") or {})),
        ("demonstration", str(card.get("demonstration") or "")),
        ("engine", entry.engine),
        ("embedded", f"{count(entry.embedded)}, from the cache {count(entry.cached)}"),
        ("notes", "; ".join(entry.notes)),
    ]
    return [(name, text) for name, text in facts if text]


def _size(size: Any) -> str:
    return " × ".join(str(side) for side in size) if isinstance(size, list | tuple) else ""


def settings(values: Mapping[str, Any]) -> str:
    """Names and values in a line, without those that are None."""
    return "; ".join(
        f"{name} {_plain(value)}" for name, value in values.items() if value is not None
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(str(v) for v in value) if isinstance(value, list | tuple) else str(value)
