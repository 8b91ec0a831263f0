"""What matching took: rates where all was done, shares where the work is known."""

import pytest

from probe.reports.matches.speed import speed_of
from probe.reports.words import Words
from probe.wording import wording_of


@pytest.fixture
def words():
    return Words(wording_of(), "cosine")


def test_rates_and_shares(make_times, words):
    speed = speed_of(make_times(), words)
    assert [(row.rate, row.share.replace("\xa0", " ")) for row in speed.rows] == [
        ("120", ""), ("60.0", ""), ("32.0", "25.0 %"), ("", ""),
    ]  # fmt: skip
    assert "120 frames in 4.0 s: 30.0 frames/s" in speed.whole
    assert "91 % of the 33 frames/s" in speed.whole.replace("\xa0", " ")
    assert "20 thousand million a second" in speed.peak
    assert speed.rows[1].done == "120 frames"


def test_frames_from_before_give_no_rate_of_the_whole(make_times, words):
    speed = speed_of(make_times(kept=60), words)
    assert "60 frames were there from before" in speed.whole
    assert "frames/s" not in speed.whole
    assert speed.rows[0].done == "120 frames, 60 from before"


def test_without_a_peak_there_are_no_shares(make_times, words):
    speed = speed_of(make_times().model_copy(update={"peak": None}), words)
    assert (speed.peak, {row.share for row in speed.rows}) == ("", {""})
