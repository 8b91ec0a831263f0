"""Maps over pictures: where colour lies, what is cut, and the bars that explain it."""

import numpy as np
import pytest

from probe.reports.colours import CHANGE, EVIDENCE, scale
from probe.reports.sections.looks import overlay


def test_maps_lie_where_the_evidence_is():
    picture = np.full((80, 40, 3), 120, np.uint8)
    evidence = np.zeros((8, 8))
    evidence[2, 3] = 1.0
    plain = overlay.with_map(picture, np.zeros((8, 8)), (0, 0.25, 1, 0.75), 1.0)
    drawn = overlay.with_map(picture, evidence, (0, 0.25, 1, 0.75), 1.0)
    changed = np.abs(drawn.astype(int) - plain.astype(int)).sum(2)
    row, column = np.unravel_index(changed.argmax(), changed.shape)
    # The frame's column 3 of 8 is, in a picture over its middle half, the second quarter.
    assert 20 <= row < 30
    assert 10 <= column < 20
    assert changed[60:].max() == 0


def test_cutting_keeps_picture_and_map_together():
    picture = np.arange(40 * 20 * 3).reshape(40, 20, 3).astype(np.uint8)
    part, kept = overlay.cut(picture, (0, 0.25, 1, 0.75), (0.5, 0.25, 1.25, 0.5))
    assert part.shape == (20, 10, 3)
    assert kept == pytest.approx((0, 0, 2 / 3, 1))


def test_evidence_below_the_floor_leaves_grey_and_the_strongest_is_of_its_colour():
    picture = np.full((20, 10, 3), 100, np.uint8)
    none, most = (
        overlay.with_map(picture, np.full((4, 2), value), (0, 0, 1, 1), 1.0)
        for value in (0.05, 1.0)
    )
    assert (none == 82).all()
    top = [int(scale(EVIDENCE)[-1][k : k + 2], 16) for k in (1, 3, 5)]
    assert most[10, 5] == pytest.approx(0.88 * np.array(top) + 0.12 * 82, abs=1)


def test_what_was_lost_and_what_was_gained_have_colours_of_their_own():
    picture = np.full((20, 10, 3), 100, np.uint8)
    change = np.array([[-1.0], [1.0]])
    drawn = overlay.with_change(picture, change, 1.0)
    ends = [[int(scale(CHANGE)[at][k : k + 2], 16) for k in (1, 3, 5)] for at in (0, -1)]
    for row, colour in zip((0, 19), ends, strict=True):
        assert drawn[row, 5] == pytest.approx(0.88 * np.array(colour) + 0.12 * 82, abs=1)


def test_bars_are_those_of_the_maps_over_middle_grey():
    evidence, change = overlay.bar_colours(EVIDENCE), overlay.bar_colours(CHANGE)
    grey = "#8b8b8b"
    assert len(evidence) == len(change) == 11
    assert evidence[0] == change[5] == grey
    assert grey not in (*evidence[1:], *change[:5], *change[6:])


def test_a_picture_keeps_its_shape_at_another_height_and_in_webp():
    picture = np.full((96, 40, 3), (200, 40, 90), np.uint8)
    small = overlay.scaled_to(picture, 48)
    assert small.shape == (48, 20, 3)
    opened = overlay.opened(overlay.webp(small))
    assert opened.shape == small.shape
    assert np.abs(opened.astype(int) - small).max() <= 6
