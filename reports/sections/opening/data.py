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
        failed: a line for each model that could not finish.
        hero: the pictures beside it, none where none were kept.
    """

    headline: str
    deck: str
    failed: tuple[str, ...]
    hero: tuple[Hero, ...]


def build(study: Study) -> Opening:
    """The opening of a run."""
    source = study.source
    failed = tuple(
        source.words.text("note-failed-model", model=one.name, reason=one.reason)
        for one in source.run.manifest.failed_backbones
    )
    return Opening(source.headline, source.sentence("deck"), failed, hero_of(study))


def to_json(data: Opening | None, _: Names) -> Mapping[str, Json]:
    """`deck` and `failed`; the headline stands at the top of the file, pictures are for the eye."""
    return declared(data, "deck", "failed")


SECTION = Section(__name__, build, to_json)
