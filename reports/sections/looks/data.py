"""Where the models look: evidence maps of a pair, what they add up to, and what made it change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from probe.reports.colours import CHANGE, EVIDENCE
from probe.reports.section import Json, Names, Section, declared, one_figure
from probe.reports.sections.looks.look import Look, look_of
from probe.reports.sections.looks.overlay import bar_colours
from probe.reports.study import Chapter
from probe.runs.paths import UNMASKED


@dataclass(frozen=True)
class Looks:
    """The maps of a chapter in one mask variant.

    Attributes:
        variant: its name.
        head, caption: heading and how to read it.
        models: those that have maps.
        bar, change_bar: colours of maps and of their changes, from nothing to most, from lost to
            gained.
    """

    variant: str
    head: str
    caption: str
    models: tuple[Look, ...]
    bar: tuple[str, ...]
    change_bar: tuple[str, ...]


def looks_in(chapter: Chapter, variant: str) -> Looks | None:
    """The maps in one variant, with pictures that were kept; None where there are none."""
    source = replace(chapter.source, variant=variant)
    names = source.run.backbones
    models = tuple(look for k in range(len(names)) if (look := look_of(chapter, source, k)))
    if not models:
        return None
    words, masked = chapter.words, variant != UNMASKED
    head = words.text("report-looks-head")
    if masked:
        head = words.text("report-looks-head-masked", name=variant)
    caption = words.text("report-looks-caption-masked" if masked else "report-looks-caption")
    if not chapter.album.holds_any:
        caption = words.sentences((caption, words.text("report-looks-no-pictures")))
    return Looks(variant, head, caption, models, bar_colours(EVIDENCE), bar_colours(CHANGE))


def build(chapter: Chapter) -> Looks | None:
    """The maps of the pictures as shot."""
    return looks_in(chapter, UNMASKED)


def to_json(data: Looks | None, names: Names) -> Mapping[str, Json]:
    """`looks`: what the maps add up to, without their pictures."""
    return {"looks": [looks_json(data, names)] if data else []}


def to_script(data: Looks) -> Mapping[str, Json]:
    """`points`: by variant, what every place of a picture adds together with every other."""
    return points_script((data,))


def looks_json(looks: Looks, names: Names) -> Json:
    """The maps of a variant as JSON."""
    models: list[Json] = [
        {
            "model": names[look.model],
            "standard": look.standard.label,
            "level": look.level.label,
            "further": [level.seen.label for level in look.further],
            "further_changes": [level.change for level in look.further],
            "parts": [part.label for part in look.parts],
            **declared(look, "sentence", "change", "facts", "test"),
        }
        for look in looks.models
    ]
    return {**declared(looks, "variant", "head"), "models": models}


def points_script(variants: Sequence[Looks]) -> Mapping[str, Json]:
    """What the page's script needs of the maps of several variants."""
    shape = ("rows", "columns", "other_rows", "other_columns", "data")
    points: list[Json] = [
        {"variant": looks.variant, "model": look.model, **declared(look.points, *shape)}
        for looks in variants
        for look in looks.models
        if look.points
    ]
    return {"points": points}


SECTION = Section(__name__, build, to_json, to_script, figures=one_figure)
