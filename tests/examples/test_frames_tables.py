"""Tables of the page on frames: means over trainings, sets by the names of people."""

import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout

DETECTION = """\
seed,data,model,frames,people,box_ap50,box_ap,mask_ap50,mask_ap
1,coco,ssd,128,254,0.0400,0.0100,,
1,penn_fudan,yolact,23,67,0.8000,0.4000,0.7000,0.2000
2,penn_fudan,yolact,23,67,0.9000,0.4000,0.7000,0.4000
"""
MASKS = """\
seed,data,model,people,cut_out,iou,iou_of_cut_out
1,penn_fudan,yolact,60,50,0.5000,0.6000
2,penn_fudan,yolact,40,40,0.7000,0.7000
"""
CHANGES = """\
data,mask,backbone,figure,as shot,background removed,difference,low,high,differs,people
CUHK03,yolact,stripes,auc,0.7500,0.7000,-0.0500,-0.0700,-0.0300,yes,143
CUHK03,yolact,stripes,fnmr,0.9000,0.9000,0.0000,,,no,143
"""
RETRIEVAL = """\
gallery,row,figure,as shot,background removed,difference,low,high,trainings,people
all,stripes,rank-1,0.1000,0.3000,0.2000,0.1000,0.3000,+0.2000,20
all,stripes,mINP,0.1000,0.3000,0.2000,0.1000,0.3000,+0.2000,20
"""

SINGLE_SHOT = """\
backbone,rank-1,sd 1,rank-5,sd 5,rank-10,sd 10,rank-20,sd 20,people,draws
idla.small,0.3000,0.0210,0.5000,0.0300,0.6000,0.0400,0.7000,0.0500,100,10
"""


@pytest.fixture
def tables(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(FOLDER))
    module = importlib.import_module("frames_tables")
    monkeypatch.setattr(module, "RESULTS", tmp_path / "results")
    study = tmp_path / "study"
    study.mkdir()
    (study / "detection.csv").write_text(DETECTION)
    (study / "masks.csv").write_text(MASKS)
    (study / "changes.csv").write_text(CHANGES)
    (study / "retrieval_PKU-Reid_grabcut.csv").write_text(RETRIEVAL)
    (study / "single_shot.csv").write_text(SINGLE_SHOT)
    module.collect(study)
    return module


def rows(text):
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines()[2:]]


def test_figures_are_means_over_the_trainings(tables):
    assert rows(tables.detection()) == [
        [
            "Penn-Fudan", "yolact", "2",
            ".850 +- .071", ".400 +- .000", ".700 +- .000", ".300 +- .141",
        ],
        ["COCO128", "ssd", "1", ".040", ".010", "-", "-"],
    ]  # fmt: skip
    assert rows(tables.masks()) == [
        ["Penn-Fudan", "yolact", "90 of 100", ".600 +- .141", ".650 +- .071"]
    ]


def test_changes_stand_with_their_intervals(tables):
    assert rows(tables.changes("auc")) == [
        ["CUHK03", "stripes", "yolact", ".750", ".700", "-.050 [-.070, -.030]", "yes"]
    ]
    assert rows(tables.changes("fnmr"))[0][5] == "not told"


def test_retrieval_is_told_by_set_and_mask(tables):
    assert rows(tables.retrieval()) == [
        ["PKU-Reid", "stripes", "grabcut", "all", "rank-1", ".100", ".300", "+.200 [+.100, +.300]"]
    ]


def test_single_shot_stands_with_the_spread_of_its_draws(tables):
    assert rows(tables.single_shot()) == [
        ["idla.small", ".300 (.021)", ".500 (.030)", ".600 (.040)", ".700 (.050)"]
    ]
