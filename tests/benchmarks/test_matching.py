"""What `benchmarks/matching.py` counts, on tracks and lists that can be counted by hand."""

import math

import numpy as np
import pytest

from benchmarks.matching import (
    FrameBoxes,
    MatchFigures,
    follow_figures,
    frames_of,
    match_figures,
    owners_of,
    pairs_of,
    truth_of,
    write_boxes,
)
from probe.runs.match_file import MatchFile, QueryEntry, RankedWalk, Sighting, WalkEntry

pytestmark = pytest.mark.checkout

LEFT, RIGHT = (0, 0, 20, 50), (100, 0, 20, 50)
TRUTH = frames_of([(f, p, box) for f in range(4) for p, box in ((1, LEFT), (2, RIGHT))])


def test_everybody_found_and_followed():
    seen = frames_of([(f, t, box) for f in range(4) for t, box in ((7, LEFT), (9, RIGHT))])
    figures = follow_figures(TRUTH, seen)
    assert (figures.precision, figures.recall, figures.iou, figures.idf1) == (1, 1, 1, 1)
    assert (figures.switches, figures.tracks, figures.people) == (0, 2, 2)


def test_a_switch_a_miss_and_a_wrong_box():
    rows = [(0, 7, LEFT), (1, 7, LEFT), (2, 8, LEFT), (3, 8, LEFT)]
    rows += [(f, 9, RIGHT) for f in range(3)] + [(3, 9, (300, 0, 20, 50))]
    figures = follow_figures(TRUTH, frames_of(rows))
    assert (figures.precision, figures.recall) == (7 / 8, 7 / 8)
    assert figures.switches == 1
    assert figures.idf1 == 2 * (2 + 3) / 16, "one of the two tracks of person 1, and that of 2"


def test_nothing_seen():
    figures = follow_figures(TRUTH, {})
    assert (figures.precision, figures.recall, figures.idf1, figures.tracks) == (0, 0, 0, 0)
    assert math.isnan(figures.iou)


def test_boxes_are_matched_one_to_one():
    true = FrameBoxes(np.array([LEFT, RIGHT], float), np.array([1, 2]))
    moved = (4, 0, 20, 50)
    seen = FrameBoxes(np.array([moved, LEFT, (111, 0, 20, 50)], float), np.array([5, 6, 7]))
    assert pairs_of(true, seen) == [(1, 6, 1.0)], "the third has an IoU of 9/31"


def test_a_walk_belongs_to_the_person_with_most_of_it():
    rows = [(0, 7, LEFT), (1, 7, RIGHT), (2, 7, RIGHT), (3, 8, (300, 0, 9, 9))]
    assert owners_of(TRUTH, frames_of(rows)) == {7: 2}


def test_tables_for_the_detector(tmp_path):
    write_boxes(TRUTH, tmp_path / "exact.csv", unsteady=False)
    lines = (tmp_path / "exact.csv").read_text().splitlines()
    assert lines[:2] == ["frame,x,y,width,height,score", "0,0.0,0.0,20.0,50.0,0.9"]
    assert len(lines) == 9
    write_boxes(TRUTH, tmp_path / "moved.csv", unsteady=True)
    assert (tmp_path / "moved.csv").read_text() != "\n".join(lines)
    truth = tmp_path / "truth.csv"
    truth.write_text("frame,person,x,y,width,height\n3,2,1,2,3,4\n")
    assert truth_of(truth)[3].boxes.tolist() == [[1, 2, 3, 4]]


def walk(camera, track):
    seen = Sighting(frame=0, time=None, box=(0, 0, 1, 1))
    return WalkEntry(
        walk=f"{camera}/{track}", camera=camera, track=track, first=seen, last=seen, shown=seen,
        crop="", crops=1, compared=1,
    )  # fmt: skip


def query(name, *ranked):
    walks = tuple(RankedWalk(walk=one, score=0, above=None) for one in ranked)
    return QueryEntry(walk=name, model="m", compared=2, above=None, ranked=walks)


def test_queries_whose_person_was_elsewhere_count():
    walks = (walk("a", 1), walk("a", 2), walk("a", 3), walk("b", 1), walk("b", 2))
    queries = (query("a/1", "b/2", "b/1"), query("a/2", "b/2"), query("a/3", "b/1"),
               query("b/1", "a/1"), query("b/2", "a/1"))  # fmt: skip
    matches = MatchFile(cameras=(), models=(), walks=walks, queries=queries, detector="", mask="",
                        fit="card", pictures=8, ranks=10)  # fmt: skip
    owners = {"a": {1: 10, 2: 20}, "b": {1: 10, 2: 30}}
    assert match_figures(matches, owners) == {"m": MatchFigures(1, 2)}
