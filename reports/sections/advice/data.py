"""What to do, in a few sentences under headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, plain
from probe.reports.study import Study


@dataclass(frozen=True)
class Advice:
    """Advice, as (heading, sentence)."""

    sentences: tuple[tuple[str, str], ...]


def build(study: Study) -> Advice | None:
    """The advice of a run; None where it has none."""
    advice = [finding for finding in study.source.said_findings if finding.key == "advice"]
    return Advice(tuple((finding.title, finding.text) for finding in advice)) if advice else None


def to_json(data: Advice | None, _: Names) -> Mapping[str, Json]:
    """`advice`: pairs of heading and sentence."""
    return {"advice": plain(data.sentences) if data else []}


SECTION = Section(__name__, build, to_json)
