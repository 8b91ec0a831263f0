"""Where the models look with the background removed."""

from __future__ import annotations

from collections.abc import Mapping

from probe.reports.section import Json, Names, Section, left_out
from probe.reports.sections.looks.data import Looks, looks_in, looks_json, points_script
from probe.reports.study import Chapter
from probe.runs.paths import UNMASKED

Variants = tuple[Looks, ...]


def build(chapter: Chapter) -> Variants | None:
    """The maps of every mask variant that has any; None where none has."""
    variants = [name for name in chapter.source.run.manifest.variants if name != UNMASKED]
    return tuple(looks for name in variants if (looks := looks_in(chapter, name))) or None


def to_json(data: Variants | None, names: Names) -> Mapping[str, Json]:
    """`looks`: one entry a mask variant, after that of the pictures as shot."""
    return {"looks": [looks_json(looks, names) for looks in data or ()]}


def to_script(data: Variants) -> Mapping[str, Json]:
    """`points`, after those of the pictures as shot."""
    return points_script(data)


SECTION = Section(__name__, build, to_json, to_script, to_brief=left_out, figures=len)
