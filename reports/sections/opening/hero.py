"""The pictures beside the headline: enrolled, the same person where it costs most, someone else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.cells import Cell, against_standard, other_of
from probe.reports.source import Source
from probe.reports.study import Chapter, Study
from probe.wording import Message, Value

FEW = 3
"""Up to this many models are named one by one (ours: what a caption holds)."""

HERO_HEIGHT = 320
"""Height of these pictures in pixels (ours)."""

MOSTLY = 0.5
"""Strangers dressed alike who pass more often than not, by every model, are shown as a fault
(ours)."""


@dataclass(frozen=True)
class Hero:
    """One of the pictures beside the headline."""

    picture: str
    head: str
    text: str
    bad: bool = False


def hero_of(study: Study) -> tuple[Hero, ...]:
    """The standard picture, the same person where it costs most, and somebody else."""
    source, album = study.source, study.album
    costly = _costliest(_unwanted(study))
    ids = _firsts(source, costly[0].key, study.subject) if costly else {}
    if costly is None or not ids:
        return ()
    chapter, cell = costly
    standard = chapter.axis.standard
    other = other_of(cell, standard)
    if standard not in ids or other not in ids or not album.add(ids[standard], HERO_HEIGHT):
        return ()
    words = source.words
    first = Hero(
        album.add(ids[standard], HERO_HEIGHT), words.text("report-enrolled"), _enrolled(source)
    )
    same = _same(source, chapter, (ids[standard], ids[other]), other)
    second = Hero(album.add(ids[other], HERO_HEIGHT), words.text("report-same"), *same)
    third = _someone_else(chapter)
    return (first, second, third) if third else (first, second)


def _unwanted(study: Study) -> Sequence[Chapter]:
    """The chapters in which a fall is a fault; all of them when it is wanted everywhere."""
    faults = [c for c in study.chapters if c.protocol.expectation == "invariant"]
    return faults or study.chapters


def _costliest(chapters: Sequence[Chapter]) -> tuple[Chapter, Cell] | None:
    candidates = [
        (chapter, cell)
        for chapter in chapters
        for cells in chapter.cells[:1]
        for cell in against_standard(cells, chapter.axis.standard, with_standard=False)
        if cell.mean.value is not None
    ]
    return min(candidates, key=lambda candidate: _cost(candidate[1]), default=None)


def _cost(cell: Cell) -> float:
    # Retention where there is one: cosines of two protocols have different standards.
    value = cell.retention.value if cell.retention.value is not None else cell.mean.value
    return 0.0 if value is None else value


def _firsts(source: Source, protocol: str, subject: str) -> Mapping[int, str]:
    images = source.run.images
    pictures = images[
        (images["protocol"] == protocol)
        & (images["role"] == "subject")
        & (images["subject"] == subject)
        & (images["status"] == "ok")
    ]
    firsts = pictures.drop_duplicates("condition").set_index("condition")["image_id"]
    return {int(str(k)): str(v) for k, v in firsts.to_dict().items()}


def _enrolled(source: Source) -> str:
    if not source.decided:
        return source.words.text("report-enrolled-text")
    cuts = [source.cut(name) for name in source.run.backbones]
    scores = _scores([c for c in cuts if c is not None])
    return source.words.text("report-enrolled-over", scores=scores)


def _scores(values: Sequence[float]) -> Message:
    if len(values) > FEW:
        return Message("report-scores-between", {"scores": tuple(values)})
    scores = tuple(Message("report-score", {"score": value}) for value in values)
    return Message("report-scores", {"scores": scores})


def _same(source: Source, chapter: Chapter, ids: tuple[str, str], other: int) -> tuple[str, bool]:
    """The score of the two pictures shown, and what every model makes of it."""
    pairs = source.run.pairs
    shown = pairs[
        (pairs["protocol"] == chapter.key)
        & (pairs["variant"] == source.variant)
        & (pairs["kind"] == "mated")
        & pairs["image_a"].isin(ids)
        & pairs["image_b"].isin(ids)
    ].drop_duplicates("backbone")
    score_of = dict(zip(shown["backbone"], shown["score"], strict=True))
    scores = [float(score_of[name]) for name in source.run.backbones if name in score_of]
    level = chapter.axis.full[other]
    if len(scores) < len(source.run.backbones):
        return level, False
    missing = _missing(source, scores)
    judges = missing or source.run.backbones
    values: dict[str, Value] = {"level": level, "scores": _scores(scores)}
    if not source.decided:
        return source.words.text("report-same-scores", **values), False
    values["who"] = _who(source, judges)
    key = "report-same-missed" if missing else "report-same-matched"
    return source.words.text(key, **values), bool(missing)


def _missing(source: Source, scores: Sequence[float]) -> list[str]:
    """The models to which the pair is of two people."""
    cuts = [source.cut(name) for name in source.run.backbones]
    return [
        name
        for name, score, cut in zip(source.run.backbones, scores, cuts, strict=True)
        if cut is not None and score <= cut
    ]


def _who(source: Source, names: Sequence[str]) -> Message:
    n = len(source.run.backbones)
    if len(names) == n:
        return Message("report-every-model", {"models": n})
    if len(names) > FEW:
        return Message("report-some-models", {"some": len(names), "models": n})
    return Message("report-names", {"names": tuple(source.shorts[name] for name in names)})


def _someone_else(chapter: Chapter) -> Hero | None:
    """A stranger in the standard condition: dressed alike where that was measured."""
    source, subject = chapter.source, chapter.subject
    standard = chapter.axis.standard
    cells = [against_standard(m, standard) for m in chapter.cells]
    standards = [next(c for c in model if c.i == c.j == standard) for model in cells]
    alike = all(c.alike.value is not None for c in standards)
    large = all(c.strangers.value is not None for c in standards)
    if not alike and not large:
        return None
    image = _other_image(source, chapter, subject, "subject" if alike else "stranger")
    image = image or _other_image(source, chapter, subject, "subject")
    words = source.words
    passing = [c.alike_passing.value for c in standards if c.alike_passing.value is not None]
    if alike and len(passing) == len(standards):
        text = words.text("report-other-alike", passing=tuple(passing))
        bad = min(passing) > MOSTLY
    else:
        means = [(c.alike if alike else c.strangers).value or 0.0 for c in standards]
        key = "report-other-alike-scores" if alike else "report-other-at-large"
        text, bad = words.text(key, scores=_scores(means)), False
    picture = chapter.album.add(image, HERO_HEIGHT)
    return Hero(picture, words.text("report-other"), text, bad) if picture else None


def _other_image(source: Source, chapter: Chapter, subject: str, role: str) -> str | None:
    images = source.run.images
    others = images[
        (images["protocol"] == chapter.key)
        & (images["role"] == role)
        & (images["subject"] != subject)
        & (images["condition"] == chapter.axis.standard)
        & (images["status"] == "ok")
    ]
    return str(others["image_id"].iloc[0]) if len(others) else None
