"""Point to point: the stored matrix, small enough for a page."""

import base64

import numpy as np
import pytest

from probe.reports.sections.looks.points import POINTS, halved, points_of


def test_points_are_the_stored_matrix(run, files, page_parser):
    page = page_parser.Page(files["html"].read_text("utf-8"))
    chapter = page.data["chapters"]["wall"]
    (points,) = [p for p in chapter["points"] if p["variant"] == "unmasked"]
    assert points["model"] == 1
    shape = tuple(points[k] for k in ("rows", "columns", "other_rows", "other_columns"))
    values = np.frombuffer(base64.b64decode(points["data"]), np.uint8).reshape(shape)
    stored = run.points("mapped", "wall")["matrix"].astype(float)
    wanted = np.rint(255 * np.clip(stored / stored.max(), 0, 1))
    assert np.abs(values - wanted).max() <= 1


def test_fine_maps_are_added_up_before_they_are_sent():
    matrix = np.random.default_rng(0).random((5, 4, 6, 3))
    half = halved(matrix)
    assert half.shape == (3, 2, 3, 2)
    assert half.sum() == pytest.approx(matrix.sum())
    assert half[0, 0, 0, 0] == pytest.approx(matrix[:2, :2, :2, :2].sum())


def shown_level(run):
    survey = run.looks("mapped", "wall")
    return next(e for e in run.evidence("mapped", "wall") if e["condition"] == survey["shown"])


def with_matrix(run, monkeypatch, matrix):
    stored = {**run.points("mapped", "wall"), "matrix": matrix}
    monkeypatch.setattr(run, "points", lambda *_: stored)


def test_maps_too_fine_for_a_page_are_halved_until_they_fit(run, chapter, monkeypatch):
    drawn = np.random.default_rng(1).random((24, 12, 24, 12))
    with_matrix(run, monkeypatch, drawn)
    points = points_of(chapter.source, "wall", "mapped", shown_level(run))
    assert (points.rows, points.columns) == (12, 6)
    assert points.rows * points.columns <= POINTS < 24 * 12
    values = np.frombuffer(base64.b64decode(points.data), np.uint8)
    coarse = drawn.reshape(12, 2, 6, 2, 12, 2, 6, 2).sum((1, 3, 5, 7)).ravel()
    assert np.abs(values - 255 * coarse / coarse.max()).max() <= 0.5


def test_without_places_that_add_anything_there_are_no_points(run, chapter, monkeypatch):
    with_matrix(run, monkeypatch, np.full((8, 4, 8, 4), -0.1))
    assert points_of(chapter.source, "wall", "mapped", shown_level(run)) is None


def test_points_of_other_pictures_are_not_drawn_over_these(run, chapter):
    level = shown_level(run)
    other = {**level, "ids_first": level["ids_second"]}
    assert points_of(chapter.source, "wall", "mapped", level) is not None
    assert points_of(chapter.source, "wall", "mapped", other) is None
