"""One model on one pair of pictures: its maps over them, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from probe.reports.sections.looks.part_maps import part_maps_of
from probe.reports.sections.looks.points import Points, points_of
from probe.reports.sections.looks.sentences import (
    change_of,
    facts_of,
    sentence_of,
    trial_of,
)
from probe.reports.sections.looks.views import Further, Seen, Views
from probe.reports.source import Source
from probe.reports.study import Chapter
from probe.runs.paths import UNMASKED
from probe.runs.records import EvidenceRecord

FEW_LEVELS = 4
"""Up to so many other levels are shown beside the pair (ours: what fits beside it)."""


@dataclass(frozen=True)
class Look:
    """One model on one pair of pictures.

    Attributes:
        model: its index.
        standard, level: the two pictures.
        sentence: what lies on the person, in plain words.
        change: what made the similarity change, empty where that is not known.
        facts: figures, as (name, text).
        mean: picture of the change of the mean map, empty without one.
        mean_top: its scale.
        mean_text: what it shows.
        laid: how the mean maps were laid over each other.
        test: how the maps stood the test, empty where they were not tested.
        points: point to point, None where the model cannot tell.
        further: the other levels, where there are few.
        parts: the level's picture under the map of each part of the vectors, where the model can
            tell; labels are the part and what it adds.
    """

    model: int
    standard: Seen
    level: Seen
    sentence: str
    change: str
    facts: tuple[tuple[str, str], ...]
    mean: str
    mean_top: str
    mean_text: str
    laid: str
    test: str
    points: Points | None
    further: tuple[Further, ...] = ()
    parts: tuple[Seen, ...] = ()


def look_of(chapter: Chapter, source: Source, model: int) -> Look | None:
    """One model's maps in the variant of `source`; None where it has none, or no picture."""
    name, variant, standard_at = source.run.backbones[model], source.variant, chapter.axis.standard
    evidence = source.run.evidence(name, chapter.key, variant)
    survey = source.run.looks(name, chapter.key, variant)
    level = next((e for e in evidence if e["condition"] == survey.get("shown")), None)
    if level is None:
        return None
    standard = next((e for e in evidence if e["condition"] == standard_at), None)
    others = [e for e in evidence if e["condition"] not in (level["condition"], standard_at)]
    few = others if variant == UNMASKED and len(others) <= FEW_LEVELS else []
    top = _top(level, few)
    views = Views(source, chapter, f"{chapter.key} {name} {variant}", top)
    pictures = views.pair(level)
    if pictures is None:
        return None
    mean, mean_top = views.mean(level, standard, views.name)
    beside = replace(views, name=f"{chapter.key} {name}")
    further = (beside.further(other, standard) for other in few)
    return Look(
        model=model,
        standard=pictures[1],
        level=pictures[0],
        sentence=sentence_of(source, name, level),
        change=change_of(source, chapter.axis, level),
        facts=tuple(facts_of(source, level, standard, {**survey, "top": top})),
        mean=mean,
        mean_top=mean_top,
        mean_text=source.words.text("report-looks-mean", top=mean_top) if mean else "",
        laid=_laid(source, level) if mean else "",
        test=trial_of(source, survey),
        points=points_of(source, chapter.key, name, level),
        further=tuple(one for one in further if one),
        parts=part_maps_of(views, name, level),
    )


def _laid(source: Source, level: EvidenceRecord) -> str:
    """How the mean maps were laid over each other."""
    return source.words.text("report-looks-laid", by=level.get("registered", ""))


def _top(level: EvidenceRecord, others: Sequence[EvidenceRecord]) -> float:
    """The end of the scale: the strongest place of all maps that stand together."""
    # A scale for each would make the weakest map look as strong as the strongest.
    maps = [level["second"][0], *(shown["first"][0] for shown in (level, *others))]
    return max(float(one.max()) for one in maps)
