"""Where a report comes from: what is needed to make the run again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.models import card_of, settings
from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.wording.numbers import count


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
        facts = "; ".join(f"{name} {text}" for name, text in card_of(backbone))
        rows.append((words["p_model"].format(name=backbone.name), facts))
    rows += [
        (words["p_images"], manifest.images_digest),
        (words["p_options"], settings(manifest.options)),
        (words["p_seeds"], settings(manifest.seeds)),
        (words["p_device"], manifest.device),
        (words["p_packages"], settings(manifest.packages)),
        (words["p_notes"], " ".join(manifest.notes)),
    ]
    return rows


SECTION = Section(__name__, build, to_json)
