"""The headline, what stands below it, and three pictures beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, declared
from probe.reports.sections.opening.hero import Hero, hero_of
from probe.reports.study import Study


@dataclass(frozen=True)
class Opening:
    """What a report opens with.

    Attributes:
        headline: what was found, in one sentence; the study's name where nothing was.
        deck: what stands below it.
        hero: the pictures beside it, none where none were kept.
    """

    headline: str
    deck: str
    hero: tuple[Hero, ...]


def build(study: Study) -> Opening:
    """The opening of a run."""
    source = study.source
    return Opening(source.headline, source.sentence("deck"), hero_of(study))


def to_json(data: Opening | None, _: Names) -> Mapping[str, Json]:
    """`deck`; the headline stands at the top of the file, pictures are for the eye."""
    return declared(data, "deck")


SECTION = Section(__name__, build, to_json)
