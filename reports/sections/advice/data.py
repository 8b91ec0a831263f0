"""What to do, in a few sentences under headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, plain
from probe.reports.study import Study


@dataclass(frozen=True)
class Advice:
    """Advice.

    Attributes:
        sentences: (heading, text).
        points: for each of them the text, sentence by sentence.
    """

    sentences: tuple[tuple[str, str], ...]
    points: tuple[tuple[str, ...], ...]


def build(study: Study) -> Advice | None:
    """The advice of a run; None where it has none."""
    advice = [finding for finding in study.source.said_findings if finding.key == "advice"]
    if not advice:
        return None
    return Advice(
        tuple((finding.title, finding.text) for finding in advice),
        tuple(finding.points for finding in advice),
    )


def to_json(data: Advice | None, _: Names) -> Mapping[str, Json]:
    """`advice`: pairs of heading and sentence."""
    return {"advice": plain(data.sentences) if data else []}


SECTION = Section(__name__, build, to_json)
