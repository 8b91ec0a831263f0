"""The pictures beside the headline: enrolled, the same person in the worst case, someone else.

The worst case is the cell that the headline speaks of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from probe.reports.cells import against_standard, other_of
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
    """One of the pictures beside the headline.

    Attributes:
        picture: its key in the album.
        head, text: what is seen, and what models make of it.
        bad: whether that is a fault: the text is red then.
    """

    picture: str
    head: str
    text: str
    bad: bool = False


@dataclass(frozen=True)
class WorstCase:
    """The cell that is shown.

    Attributes:
        chapter: its protocol.
        other: the condition that is held against the standard one; may be the standard one itself.
        model: index of the model that misses most there.
    """

    chapter: Chapter
    other: int
    model: int


@dataclass(frozen=True)
class Pair:
    """Two pictures of one person.

    Attributes:
        subject: the person.
        standard, other: image ids of the picture in the standard condition and of the other one.
        scores: of every model that scored them, in the order of the run.
    """

    subject: str
    standard: str
    other: str
    scores: tuple[float, ...]


def hero_of(study: Study) -> tuple[Hero, ...]:
    """The standard picture, the same person in the worst case, and somebody else."""
    source, album = study.source, study.album
    worst = _of_headline(study) or _costliest(_unwanted(study))
    pair = _pair_of(source, worst, study.subject) if worst else None
    if worst is None or pair is None:
        return ()
    enrolled, met = album.add(pair.standard, HERO_HEIGHT), album.add(pair.other, HERO_HEIGHT)
    if not enrolled or not met:
        return ()
    words = source.words
    first = Hero(enrolled, words.text("report-enrolled"), _enrolled(source))
    changed = worst.other != worst.chapter.axis.standard
    head = words.text("report-same-standard")
    if changed:
        head = words.text("report-same", wish=worst.chapter.protocol.expectation)
    second = Hero(met, head, *_same(source, worst, pair))
    third = _someone_else(worst.chapter, pair.subject)
    return (first, second, third) if third else (first, second)


def _of_headline(study: Study) -> WorstCase | None:
    """The cell with most misses that the headline rests on; None where it tells of no misses."""
    finding = study.source.finding("headline")
    chapters = {chapter.key: chapter for chapter in study.chapters}
    worst, most = None, -1.0
    for cell in finding.cells if finding else ():
        chapter = chapters.get(str(cell["protocol"]))
        if chapter is None or (cell["kind"], cell["figure"]) != ("mated", "fnmr"):
            continue
        model = study.source.run.backbones.index(str(cell["backbone"]))
        figure = chapter.cell(model, int(cell["i"]), int(cell["j"])).fnmr.value
        if figure is not None and figure > most:
            worst, most = WorstCase(chapter, int(cell["i"]), model), figure
    return worst


def _unwanted(study: Study) -> Sequence[Chapter]:
    """The chapters in which a fall is a fault; all of them when it is wanted everywhere."""
    faults = [c for c in study.chapters if c.protocol.expectation == "invariant"]
    return faults or study.chapters


def _costliest(chapters: Sequence[Chapter]) -> WorstCase | None:
    """Where no misses are told of: the lowest retention, or mean, of the first model."""
    candidates = [
        (
            cell.retention.value if cell.retention.value is not None else cell.mean.value,
            chapter,
            cell,
        )
        for chapter in chapters
        for cells in chapter.cells[:1]
        for cell in against_standard(cells, chapter.axis.standard, with_standard=False)
        if cell.mean.value is not None
    ]
    if not candidates:
        return None
    # Retention where there is one: cosines of two protocols have different standards.
    _, chapter, cell = min(candidates, key=lambda candidate: candidate[0] or 0.0)
    return WorstCase(chapter, other_of(cell, chapter.axis.standard), 0)


def _pair_of(source: Source, worst: WorstCase, subject: str) -> Pair | None:
    """A pair of the cell: one that the model misses where there is one, of the subject if it can.

    A hit beside the share that is missed would tell of another case than the headline does.
    """
    chapter, run = worst.chapter, source.run
    name = run.backbones[worst.model]
    pairs = run.pairs_of(source.variant, protocol=chapter.key)
    pairs = pairs[pairs["kind"] == "mated"]
    places = [worst.other, chapter.axis.standard]
    cell = pairs[pairs["i"].isin(places) & pairs["j"].isin(places)]
    cell = cell[(cell["i"] != cell["j"]) == (worst.other != chapter.axis.standard)]
    mine = cell[cell["backbone"] == name]
    if mine.empty:
        return None
    pictures = run.images.drop_duplicates("image_id").set_index("image_id")["subject"]
    people = mine["image_a"].astype(str).map(pictures)
    cut = source.cut(name)
    missed = mine["score"] <= (math.nan if cut is None else cut)
    order = mine.assign(hit=~missed, elsewhere=people != subject)
    row = order.sort_values(["hit", "elsewhere"], kind="stable").iloc[0]
    ids = (str(row["image_a"]), str(row["image_b"]))
    both = cell[(cell["image_a"] == ids[0]) & (cell["image_b"] == ids[1])]
    score_of = dict(zip(both["backbone"], both["score"], strict=True))
    scores = tuple(float(score_of[b]) for b in run.backbones if b in score_of)
    # `image_a` lies in condition `i`: the standard one may be either.
    first_is_standard = int(row["i"]) == chapter.axis.standard
    standard, other = ids if first_is_standard else ids[::-1]
    return Pair(str(pictures[ids[0]]), standard, other, scores)


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


def _same(source: Source, worst: WorstCase, pair: Pair) -> tuple[str, bool]:
    """How many such pairs are missed, the score of these two, and what every model makes of it; and
    whether that is a fault.
    """
    chapter, scores = worst.chapter, pair.scores
    level = chapter.axis.full[worst.other]
    if len(scores) < len(source.run.backbones):
        return level, False
    values: dict[str, Value] = {"level": level, "scores": _scores(scores)}
    if not source.decided:
        return source.words.text("report-same-scores", **values), False
    missing = _missing(source, scores)
    values["who"] = _who(source, missing or source.run.backbones)
    here = (worst.other, chapter.axis.standard)
    rates = [chapter.cell(model, *here).fnmr.value for model in range(len(scores))]
    values["rates"] = tuple(rate for rate in rates if rate is not None)
    key = "report-same-missed" if missing else "report-same-matched"
    wanted = chapter.fall_wanted and worst.other != chapter.axis.standard
    return source.words.text(key, **values), bool(missing) and not wanted


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


def _someone_else(chapter: Chapter, subject: str) -> Hero | None:
    """A stranger in the standard condition: dressed alike where that was measured."""
    source = chapter.source
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
