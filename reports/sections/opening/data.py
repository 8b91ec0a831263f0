"""The verdict on each model; the headline, what stands below it, and three pictures beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, declared, one_figure
from probe.reports.sections.opening.glance import Glance, glance_of
from probe.reports.sections.opening.hero import Hero, hero_of
from probe.reports.source import Source
from probe.reports.study import Study
from probe.wording import Message

BESIDE_HEAD = {"site-use": "report-verdict-use", "site-avoid": "report-verdict-avoid"}
"""Reasons that begin with the answer, and the same without it: the head has said it."""


@dataclass(frozen=True)
class ModelVerdict:
    """Whether a model may be used over everything that was measured.

    Attributes:
        model: its shown name; empty where the run has one model only.
        answer: `use`, `promising`, `doubtful`, `unmeasured`, `undecided` or `avoid`.
        head: use, do not use, or not decided, in words.
        text: the reason, in one sentence.
    """

    model: str
    answer: str
    head: str
    text: str


@dataclass(frozen=True)
class Opening:
    """What a report opens with.

    Attributes:
        verdict: which models may be used, over what and held against what; empty in older runs.
        verdicts: one a model, in the order of the run.
        headline: what was found, in one sentence; the study's name where nothing was.
        deck: what stands below it.
        points: the same, sentence by sentence.
        failed: a line for each model that could not finish.
        glance: models by factors.
        hero: the pictures beside it, none where none were kept.
    """

    verdict: str
    verdicts: tuple[ModelVerdict, ...]
    headline: str
    deck: str
    points: tuple[str, ...]
    failed: tuple[str, ...]
    glance: Glance
    hero: tuple[Hero, ...]


def build(study: Study) -> Opening:
    """The opening of a run."""
    source = study.source
    deck = source.finding("deck")
    failed = tuple(
        source.words.text("note-failed-model", model=one.name, reason=one.reason)
        for one in source.run.manifest.failed_backbones
    )
    return Opening(
        verdict=source.sentence("verdict", title=""),
        verdicts=_verdicts(source),
        headline=source.headline,
        deck=source.sentence("deck"),
        points=source.points(deck) if deck else (),
        failed=failed,
        glance=glance_of(study),
        hero=hero_of(study),
    )


def _verdicts(source: Source) -> tuple[ModelVerdict, ...]:
    """The verdict on each model; none in a run of before there were any."""
    verdicts = []
    for backbone in source.run.backbones:
        finding = source.finding("verdict", title=backbone)
        if finding is None or not isinstance(finding.message, Message):
            return ()
        answer, reason = (finding.message.values[name] for name in ("answer", "reason"))
        assert isinstance(reason, Message)
        name = source.shorts[backbone] if len(source.run.backbones) > 1 else ""
        head = source.words.text("verdict-head", answer=answer)
        text = source.printer.note(_beside_head(reason))
        verdicts.append(ModelVerdict(name, str(answer), head, text))
    return tuple(verdicts)


def _beside_head(reason: Message) -> Message:
    """A reason without the answer that stands before it, also inside another sentence."""
    values = {
        name: _beside_head(value) if isinstance(value, Message) else value
        for name, value in reason.values.items()
    }
    return Message(BESIDE_HEAD.get(reason.id, reason.id), values)


def to_json(data: Opening | None, _: Names) -> Mapping[str, Json]:
    """`verdict`, `verdicts`, `deck` and `failed`.

    The headline stands at the top of the file; pictures are for the eye.
    """
    return declared(data, "verdict", "verdicts", "deck", "failed")


def to_paper(data: Opening) -> Json:
    """Without the grid: the summary is as near on paper."""
    return declared(data, "verdict", "verdicts", "headline", "points", "failed", "hero")


SECTION = Section(__name__, build, to_json, to_paper=to_paper, figures=one_figure)
