"""The pictures of a model under its maps: sizes, places, labels, and what would show noise."""

from dataclasses import replace

import numpy as np
import pytest

from probe.reports.album import Album
from probe.reports.sections.looks import overlay
from probe.reports.sections.looks.views import GROUND, HEIGHT, SILHOUETTE, Views, _ground


@pytest.fixture
def views(chapter, run):
    """Of the second model, whose pictures go into an album of the test's own."""
    fresh = replace(chapter, album=Album(run))
    return Views(chapter.source, fresh, "views", 0.05)


@pytest.fixture
def records(run):
    return {record["condition"]: record for record in run.evidence("mapped", "wall")}


def shown(views, key):
    return overlay.opened(views.chapter.album.kept[key].data).astype(int)


def test_a_pair_is_the_level_and_the_standard_each_under_its_own_map(views, records):
    level, standard = views.pair(records[2])
    assert (level.label, standard.label) == ("140", "0")
    assert (level.width, level.height) == (round(40 * HEIGHT / 96), HEIGHT)
    assert level.place == pytest.approx(records[2]["places"][0][0], abs=5e-5)
    plain, drawn = shown(views, level.plain), shown(views, level.picture)
    assert plain.shape == drawn.shape == (HEIGHT, level.width, 3)
    assert np.abs(plain - drawn).max() > 60


def test_a_map_of_nothing_leaves_the_picture_grey(views, records):
    image = records[2]["ids_first"][0]
    seen = views.seen(image, "x", np.zeros((8, 4)), (0, 0, 1, 1))
    drawn = shown(views, seen.picture)
    assert np.ptp(drawn, axis=2).max() <= 12


def test_further_levels_end_in_their_cosine(views, records):
    further = views.further(records[1], records[0])
    assert further.seen.label == f"70: {views.source.printer.unit(records[1]['cosine'][0])}"
    assert further.mean_top in further.mean_text
    assert "charged to the background" in further.change


def test_the_mean_map_shows_what_was_lost_since_the_standard(views, records):
    key, top = views.mean(records[2], records[0], "m")
    assert views.chapter.album.kept[key].height <= HEIGHT
    change = records[2]["mean"].astype(float) - records[0]["mean"]
    assert top == views.source.words.numbers.unit(np.abs(change).max(), 4)


@pytest.mark.parametrize("reason", ["standard", "none", "moved little", "laid otherwise"])
def test_a_mean_map_that_would_show_noise_or_cannot_be_laid_is_left_out(views, records, reason):
    level, standard = records[2], records[0]
    level, standard = {
        "standard": (standard, standard),
        "none": (level, None),
        "moved little": ({**level, "cosine": [c - 0.005 for c in standard["cosine"]]}, standard),
        "laid otherwise": ({**level, "registered": "frame"}, standard),
    }[reason]
    assert views.mean(level, standard, "m") == ("", "")


def test_a_picture_that_was_not_kept_is_a_silhouette(views, records, run):
    image = records[2]["ids_first"][0]
    ground = _ground(views.source, image)
    assert ground.shape == (HEIGHT, round(40 * HEIGHT / 96), 3)
    assert set(np.unique(ground[HEIGHT // 2])) >= {GROUND, SILHOUETTE}
    assert (ground[HEIGHT // 2, 60] == SILHOUETTE).all()
    assert (ground[HEIGHT // 2, 3] == GROUND).all()
    assert _ground(views.source, "no such picture") is None
