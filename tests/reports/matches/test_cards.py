"""Queries as the page prints them: scores, verdicts, time and place."""

import pytest

from probe.reports.matches.cards import cards_of, clocked, shown_walks
from probe.reports.words import Words
from probe.wording import wording_of


@pytest.fixture
def words():
    return Words(wording_of(), "cosine")


def test_time_and_place(make_match, words):
    gate, hall = cards_of(make_match(), words, 10)
    first, second = gate.cards
    assert (first.when, second.when) == ("frame 25", "1:02:05.5 (frame 25)")
    assert first.box == "30 x 61 px at 12, 5"
    assert second.span == "seen from 1:02:05.5 (frame 0) to 1:02:05.5 (frame 50)"
    assert first.crops == "51 crops, 8 compared"
    assert hall.camera.name == "hall"


def test_scores_and_verdicts(make_match, words):
    ranking = cards_of(make_match(), words, 10)[0].cards[0].rankings[0]
    assert [n.score for n in ranking.neighbours] == [".812", ".500"]
    assert [n.above for n in ranking.neighbours] == [True, False]
    assert ranking.verdict == "1 of 2 walks above the threshold"
    unknown = cards_of(make_match(None), words, 10)[0].cards[0].rankings[0]
    assert (unknown.verdict, unknown.neighbours[0].above) == ("", None)


def test_every_camera_has_its_share_of_few_cards(make_match, words):
    cameras = cards_of(make_match(), words, 2)
    assert [len(one.cards) for one in cameras] == [1, 1]
    assert sorted(shown_walks(cameras)) == ["gate/p0001", "gate/p0002", "hall/p0001", "hall/p0002"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00.0"),
        (59.97, "1:00.0"),
        (3599.96, "1:00:00.0"),
        (61.25, "1:01.2"),
        (36000, "10:00:00.0"),
    ],
)
def test_clock(seconds, text):
    assert clocked(seconds) == text
