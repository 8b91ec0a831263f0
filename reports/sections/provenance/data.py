"""Where a report comes from: what is needed to make the run again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.models import card_of, options_of, settings
from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.manifest import BackboneEntry, ProtocolEntry


@dataclass(frozen=True)
class Provenance:
    """Digests, cards, options and versions, as (name, text)."""

    rows: tuple[tuple[str, str], ...]


def build(study: Study) -> Provenance:
    """Digests, cards, options and versions of a run."""
    return Provenance(tuple((name, text) for name, text in _rows(study.source) if text))


def to_json(data: Provenance | None, _: Names) -> Mapping[str, Json]:
    """`provenance`: pairs of name and text."""
    assert data is not None
    return {"provenance": plain(data.rows)}


def _rows(source: Source) -> list[tuple[str, str]]:
    text, manifest = source.words.text, source.run.manifest
    notes = [source.printer.note(note) for note in manifest.notes]
    run = {"run": manifest.run, "created": manifest.created}
    return [
        (text("report-provenance-study"), manifest.study),
        (
            text("report-provenance-run"),
            text("report-provenance-run-text", **run, schema=str(manifest.schema_version)),
        ),
        *(_protocol(source, entry) for entry in manifest.protocols),
        *(_model(source, entry) for entry in manifest.backbones),
        (text("report-provenance-images"), manifest.images_digest),
        (text("report-provenance-options"), options_of(source, manifest.options)),
        (text("report-provenance-seeds"), settings(source, manifest.seeds)),
        (text("report-provenance-device"), manifest.device),
        (text("report-provenance-packages"), settings(source, manifest.packages)),
        (text("report-provenance-notes"), source.words.parts(notes)),
    ]


def _protocol(source: Source, entry: ProtocolEntry) -> tuple[str, str]:
    text = source.words.text(
        "report-provenance-protocol-text",
        file=entry.file,
        digest=entry.digest,
        source=entry.source,
        pictures=entry.pictures,
        failures=entry.failures,
    )
    return source.words.text("report-provenance-protocol", name=entry.name), text


def _model(source: Source, entry: BackboneEntry) -> tuple[str, str]:
    facts = source.words.parts(f"{name} {text}" for name, text in card_of(source, entry))
    return source.words.text("report-provenance-model", name=entry.name), facts


SECTION = Section(__name__, build, to_json)
