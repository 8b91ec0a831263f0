"""`matches.html`: queries with their ranked matches, on one page that needs no network."""

from __future__ import annotations

import base64
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from probe.files.atomic import write_text
from probe.reports.environment import page_environment
from probe.reports.matches.cards import CameraCards, cards_of, shown_walks
from probe.reports.matches.speed import speed_of
from probe.reports.words import Words
from probe.runs.match_file import (
    MATCHES,
    PAGE,
    PICTURES,
    MatchFile,
    MatchTimes,
    ModelEntry,
    read_match,
)
from probe.wording import Value, wording_of
from probe.wording.score import common_score

MOST_CARDS = 240
"""Queries of a page (ours: with their pictures some MB); `matches.json` has all."""


def write_page(folder: Path, language: str = "en") -> Path:
    """Draw what `matches.json` of a folder holds.

    Args:
        folder: of the match.
        language: code of the language it is printed in.

    Raises:
        RunError: a file is missing or damaged.
    """
    matches, times = read_match(folder)
    path = folder / PAGE
    write_text(path, render(folder, matches, times, language))
    return path


def render(folder: Path, matches: MatchFile, times: MatchTimes, language: str = "en") -> str:
    """The page, as text."""
    score = common_score(model.score for model in matches.models)
    words = Words(wording_of(language), score)
    cameras = cards_of(matches, words, MOST_CARDS)
    return (
        page_environment(_template)
        .get_template("page.html.j2")
        .render(
            t=words.text,
            count=words.numbers.count,
            language=words.language,
            css=Markup(_report_css() + _template("page.css")),
            matches=matches,
            cameras=cameras,
            meanings=[(model, meaning(model, matches, words)) for model in matches.models],
            notes=[*dict.fromkeys(map(words.stored, matches.notes)), *_failed(matches, words)],
            speed=speed_of(times, words),
            pictures={
                name: _uri(folder / PICTURES / f"{name}.webp") for name in shown_walks(cameras)
            },
            demonstrations={m.name: words.stored(m.demonstration) for m in matches.models},
            model_notes={m.name: [words.stored(n) for n in m.notes] for m in matches.models},
            left_out=_left_out(matches, cameras),
            deck=_deck(matches, words),
            json=MATCHES,
        )
    )


def meaning(model: ModelEntry, matches: MatchFile, words: Words) -> str:
    """What a score of a model means, in a few sentences."""
    known = model.calibration
    if known is None:
        return words.text("report-match-meaning-unknown")
    values: dict[str, Value] = {
        "study": known.study,
        "condition": known.condition,
        "fmr": known.fmr,
    }
    note = words.stored(known.note) if known.note else None
    if known.threshold is None:
        return words.text("report-match-meaning-no-threshold", **values, note=note)
    compared = max((query.compared for query in matches.queries), default=0)
    return words.text(
        "report-match-meaning",
        **values,
        threshold=known.threshold,
        low=known.low,
        high=known.high,
        comparisons=known.comparisons,
        people=known.people,
        compared=compared,
        strangers=compared * known.fmr,
    )


def _deck(matches: MatchFile, words: Words) -> str:
    counts = {"walks": len(matches.walks), "cameras": len(matches.cameras)}
    return words.text(
        "report-match-deck", **counts, models=tuple(model.name for model in matches.models),
        mask=matches.mask or None, pictures=matches.pictures,
    )  # fmt: skip


def _failed(matches: MatchFile, words: Words) -> list[str]:
    """A line for every model that could not finish."""
    return [
        words.text("note-failed-model", model=one.name, reason=one.reason)
        for one in matches.failed_models
    ]


def _left_out(matches: MatchFile, cameras: tuple[CameraCards, ...]) -> int:
    """Walks that have no card."""
    return len(matches.walks) - sum(len(camera.cards) for camera in cameras)


def _uri(path: Path) -> str:
    """A picture as a data URI; empty where it was deleted."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    return "data:image/webp;base64," + base64.b64encode(data).decode("ascii")


def _template(name: str) -> str:
    return (resources.files("probe.reports") / "matches" / name).read_text("utf-8")


def _report_css() -> str:
    return (resources.files("probe.reports") / "templates" / "report.css").read_text("utf-8")
