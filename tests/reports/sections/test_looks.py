"""Where the models look: maps over pictures, and point to point."""

import base64
import time

import numpy as np
import pytest

from probe.reports.sections.looks import overlay


def test_points_are_the_stored_matrix(run, files, page_parser):
    page = page_parser.Page(files["html"].read_text("utf-8"))
    found = [
        each for each in page.data["chapters"]["wall"]["points"] if each["variant"] == "unmasked"
    ]
    assert [each["model"] for each in found] == [1]
    one = found[0]
    shape = tuple(one[k] for k in ("rows", "columns", "other_rows", "other_columns"))
    values = np.frombuffer(base64.b64decode(one["data"]), np.uint8).reshape(shape)
    stored = run.points("mapped", "wall")["matrix"].astype(float)
    wanted = np.rint(255 * np.clip(stored / stored.max(), 0, 1))
    assert np.abs(values - wanted).max() <= 1


def test_fine_maps_are_added_up_before_they_are_sent():
    from probe.reports.sections.looks.points import halved

    matrix = np.random.default_rng(0).random((5, 4, 6, 3))
    half = halved(matrix)
    assert half.shape == (3, 2, 3, 2)
    assert half.sum() == pytest.approx(matrix.sum())
    assert half[0, 0, 0, 0] == pytest.approx(matrix[:2, :2, :2, :2].sum())


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


def test_a_place_shows_where_the_other_answers(files, browser):
    browser.problems.clear()
    browser.open(files["html"], 1280)
    first = "document.querySelectorAll('.seen svg[data-place]')[0]"
    other = "document.querySelectorAll('.seen svg[data-place]')[1]"
    browser.js(f"{first}.focus()")
    browser.press("Enter")
    time.sleep(0.1)
    assert browser.js(f"{first}.querySelectorAll('rect.mark').length") == 2
    assert browser.js(f"{other}.querySelectorAll('rect').length") > 0
    row = browser.js(f"+{first}.dataset.row")
    browser.press("ArrowDown")
    assert browser.js(f"+{first}.dataset.row") == row + 1
    browser.press("Escape")
    assert browser.js("document.querySelectorAll('.seen rect').length") == 0
    assert browser.problems == []
