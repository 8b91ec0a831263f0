"""Readings of a folder's names: which part says the person, the level, the camera, the take.

Every way to split the names is held against every way to give its columns a meaning. What a column
may be follows from its words, its units, the letters beside it, and from how its values stand with
the others: a person is seen at most levels, a level of most people. Readings that are nearly as
good as the best one are told as well; nobody is guessed between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from probe.pictures.naming.candidate import NOBODY, REPEATS, Candidate
from probe.pictures.naming.columns import Split, splits_of
from probe.pictures.naming.evidence import evidence_of, strays_of
from probe.pictures.naming.words import WordList

TOLERANCE = 1.0
"""Points by which a reading may be worse than the best one and still be shown (ours: about one
sign of what a column means)."""

DOUBTED = 4.0
"""The same where the best reading is itself doubtful (ours)."""

FEWEST = 3.0
"""Points under which names say nothing (ours): a condition without a sign of it, people without
levels that most of them have."""

MOST_SHOWN = 4
"""Readings that are told (ours): who needs more names files anew."""

MOST_COLUMNS = 9
"""Columns of a split that is looked at (ours): names have fewer parts that mean something."""

MOST_LEVELS = 100
"""Levels of a factor (ours): more are no levels but a number of the picture."""

CROSSED = 0.9
"""Share of the combinations of two factors that each person must have for both to be factors
(ours)."""


@dataclass(frozen=True)
class Level:
    """A factor of a reading.

    Attributes:
        name: of the factor.
        keys: written value -> level, as the protocol names it.
        levels: in their order, the standard one first.
        numeric: whether levels are numbers.
        left_out: what is written in its place in pictures that are in no condition.
    """

    name: str
    keys: Mapping[str, str]
    levels: tuple[str, ...]
    numeric: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One way to read the names of a folder.

    Attributes:
        pattern: of `photos:`.
        factors: what varies.
        repeat: fields whose values are repeats.
        counts: field -> number of different values; levels that are written in several ways once.
        matched: pictures that fit.
        example: a path, with its fields.
        doubtful: whether it is to be asked about though no other is as good.
    """

    pattern: str
    factors: tuple[Level, ...]
    repeat: tuple[str, ...]
    counts: Mapping[str, int]
    matched: int
    example: tuple[str, Mapping[str, str]]
    doubtful: bool


def readings_of(pictures: Sequence[str], words: WordList) -> list[Reading]:
    """The readings that names allow, the best first; those that are much worse are left out.

    Args:
        pictures: paths below the photo folder.
        words: what words mean.
    """
    by_depth: dict[int, list[str]] = {}
    for path in pictures:
        by_depth.setdefault(path.count("/"), []).append(path)
    candidates = [
        candidate
        for paths in by_depth.values()
        for split in _with_strays_left_out(splits_of(paths), words)
        if 0 < len(split.columns) <= MOST_COLUMNS
        for candidate in _candidates(split, len(pictures), words)
    ]
    return [_reading(one) for one in _best(candidates)]


def _with_strays_left_out(splits: Sequence[Split], words: WordList) -> Iterator[Split]:
    """The splits, without pictures in whose place for a level stands a word that nobody knows."""
    for split in splits:
        strays = {column: strays_of(column, words) for column in split.columns}
        strays = {column: values for column, values in strays.items() if values}
        yield split.without(strays) if strays else split


def _best(candidates: list[Candidate]) -> list[Candidate]:
    """Those nearly as good as the best, each meaning once."""
    candidates.sort(key=lambda one: (-one.points, one.pattern.count("*"), one.spelt, one.pattern))
    best: dict[object, Candidate] = {}
    least = FEWEST
    for candidate in candidates:
        if candidate.points < least or len(best) == MOST_SHOWN:
            break
        if candidate.reads:
            if not best:
                tolerance = DOUBTED if candidate.doubtful else TOLERANCE
                least = max(FEWEST, candidate.points - tolerance)
            best.setdefault(candidate.meaning, candidate)
    return list(best.values())


def _candidates(split: Split, pictures: int, words: WordList) -> Iterator[Candidate]:
    """Every person beside every factor, and beside several that are crossed."""
    columns = split.columns
    evidence = [evidence_of(column, len(split.paths), words) for column in columns]
    people = [k for k, shown in enumerate(evidence) if shown.person > 0]
    factors = [
        k for k, shown in enumerate(evidence)
        if shown.factor and len(columns[k].distinct) <= MOST_LEVELS
    ]  # fmt: skip
    strong = [k for k in factors if evidence[k].strong and evidence[k].factor not in REPEATS]
    several = [
        chosen
        for count in range(2, len(strong) + 1)
        for chosen in combinations(strong, count)
        if len({evidence[k].factor for k in chosen}) == count
    ]
    strayed = {k for k, column in enumerate(columns) if column.strays}
    for person in (*people, NOBODY):
        for chosen in (*((k,) for k in factors), *several):
            if person not in chosen and strayed <= {*chosen}:
                one = Candidate(split, evidence, person, chosen, pictures)
                if len(chosen) == 1 or one.share_crossed >= CROSSED:
                    yield one


def _reading(candidate: Candidate) -> Reading:
    """What is told of a candidate."""
    factors = tuple(
        Level(shown.factor, shown.keys, shown.levels, shown.numeric, candidate.columns[k].strays)
        for k, shown in ((k, candidate.evidence[k]) for k in candidate.chosen)
    )
    counts = {name: len(candidate.columns[k].distinct) for k, name in candidate.names.items()}
    for k, factor in zip(candidate.chosen, factors, strict=True):
        counts[candidate.names[k]] = len(factor.levels)
    return Reading(
        pattern=candidate.pattern,
        factors=factors,
        repeat=candidate.repeat,
        counts=counts,
        matched=len(candidate.split.paths),
        example=(candidate.split.paths[0], candidate.fields_at(0)),
        doubtful=candidate.doubtful,
    )
