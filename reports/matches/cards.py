"""Matched walks as the page prints them: every string made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probe.reports.words import Words
from probe.runs.match_file import CameraEntry, MatchFile, QueryEntry, RankedWalk, Sighting


@dataclass(frozen=True)
class Neighbour:
    """A walk beside a query.

    Attributes:
        walk: its name.
        score: printed.
        above: whether it is above the threshold; None without one.
        camera, when, box: time and place of the picture shown.
    """

    walk: str
    score: str
    above: bool | None
    camera: str
    when: str
    box: str


@dataclass(frozen=True)
class Ranking:
    """What one model finds for a query.

    Attributes:
        model: its name.
        verdict: how many walks are above the threshold, in words; empty without one.
        neighbours: the most similar walks first.
    """

    model: str
    verdict: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True)
class Card:
    """A query.

    Attributes:
        walk: its name.
        when: of the picture shown.
        span: from when to when it is seen.
        box: of the picture shown.
        crops: how many there are and were compared, in words.
        rankings: one a model.
    """

    walk: str
    when: str
    span: str
    box: str
    crops: str
    rankings: tuple[Ranking, ...]


@dataclass(frozen=True)
class CameraCards:
    """The queries of a camera that the page shows."""

    camera: CameraEntry
    cards: tuple[Card, ...]


def cards_of(matches: MatchFile, words: Words, most: int) -> tuple[CameraCards, ...]:
    """The queries by camera, so many at most in all: the first walks of every camera.

    Args:
        matches: what was found.
        words: of the language.
        most: cards.
    """
    queries: dict[str, list[QueryEntry]] = {}
    for query in matches.queries:
        queries.setdefault(query.walk, []).append(query)
    each = max(1, most // max(1, len(matches.cameras)))
    maker = _Maker(matches, words)
    return tuple(
        CameraCards(
            camera,
            tuple(
                maker.card(walk.walk, queries[walk.walk])
                for walk in [w for w in matches.walks if w.camera == camera.name][:each]
            ),
        )
        for camera in matches.cameras
    )


class _Maker:
    def __init__(self, matches: MatchFile, words: Words) -> None:
        self.words = words
        self._walks = {walk.walk: walk for walk in matches.walks}

    def card(self, name: str, queries: list[QueryEntry]) -> Card:
        walk, text = self._walks[name], self.words.text
        ends = {"first": self._when(walk.first), "last": self._when(walk.last)}
        return Card(
            walk=name,
            when=self._when(walk.shown),
            span=text("report-match-span", **ends),
            box=self._box(walk.shown),
            crops=text("report-match-crops", crops=walk.crops, compared=walk.compared),
            rankings=tuple(map(self._ranking, queries)),
        )

    def _ranking(self, query: QueryEntry) -> Ranking:
        verdict = ""
        if query.above is not None:
            counts = {"above": query.above, "compared": query.compared}
            verdict = self.words.text("report-match-above", **counts)
        return Ranking(query.model, verdict, tuple(map(self._neighbour, query.ranked)))

    def _neighbour(self, ranked: RankedWalk) -> Neighbour:
        walk = self._walks[ranked.walk]
        return Neighbour(
            walk=ranked.walk,
            score=self.words.numbers.unit(ranked.score, 3),
            above=ranked.above,
            camera=walk.camera,
            when=self._when(walk.shown),
            box=self._box(walk.shown),
        )

    def _when(self, seen: Sighting) -> str:
        """Time and frame."""
        clock = None if seen.time is None else clocked(seen.time)
        return self.words.text("report-match-when", frame=str(seen.frame), time=clock)

    def _box(self, seen: Sighting) -> str:
        x, y, width, height = (str(round(value)) for value in seen.box)
        return self.words.text("report-match-box", x=x, y=y, width=width, height=height)


def clocked(seconds: float) -> str:
    """`0:03.4`, `1:02:03.4`: hours where there are any, minutes, seconds to a tenth."""
    tenths = round(seconds * 10)
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    last = f"{rest // 10:02d}.{rest % 10}"
    return f"{hours}:{minutes:02d}:{last}" if hours else f"{minutes}:{last}"


def shown_walks(cameras: tuple[CameraCards, ...]) -> Iterator[str]:
    """Names of all walks that have a picture on the page, each once."""
    names: Mapping[str, None] = {
        name: None
        for camera in cameras
        for card in camera.cards
        for name in (card.walk, *(n.walk for r in card.rankings for n in r.neighbours))
    }
    yield from names
