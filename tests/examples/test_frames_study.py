"""The study of frames: what is put aside, figures of a detector that is exact, tables."""

import csv
from pathlib import Path

import numpy as np
import pytest

from probe.contracts import Detections
from probe.errors import MaskError, UsageError
from probe.frames.annotated.penn_fudan import penn_fudan
from tests.probe.frames.annotated.drawn_set import write_penn_fudan

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import frames_study

    return frames_study


@pytest.fixture
def truths(study, tmp_path):
    return [study.truth_of(frame) for frame in penn_fudan(write_penn_fudan(tmp_path / "set"))]


def exact(truth, scores=None):
    boxes = truth.boxes.copy()
    boxes[:, 2:] -= boxes[:, :2]
    scores = np.full(len(boxes), 0.9) if scores is None else scores
    return Detections(boxes, scores, truth.masks)


def test_parts_are_put_aside_source_by_source(study):
    names = [*(f"FudanPed{n:05d}" for n in range(10)), *(f"PennPed{n:05d}" for n in range(5))]
    train, check = study.parts(names, 2)
    assert check == ["FudanPed00002", "FudanPed00003", "PennPed00001"]
    assert sorted(train + check) == sorted(names)
    every = [name for fold in range(1, 6) for name in study.parts(names, fold)[1]]
    assert sorted(every) == sorted(names)
    with pytest.raises(UsageError, match="no fold 6"):
        study.parts(names, 6)


def test_a_split_is_two_sets(study, tmp_path):
    folder = write_penn_fudan(tmp_path / "set", range(10))
    assert study.split(folder, 1, tmp_path / "fold") == (8, 2)
    assert len(penn_fudan(tmp_path / "fold" / "train")) == 8
    assert [f.path.stem for f in penn_fudan(tmp_path / "fold" / "check")] == [
        "FudanPed00000", "FudanPed00001",
    ]  # fmt: skip


def test_an_exact_detector_has_a_precision_of_1(study, truths):
    values = study.detection_values([exact(truth) for truth in truths], truths)
    assert values == {
        "frames": 4, "people": 6, "box_ap50": 1, "box_ap": 1, "mask_ap50": 1, "mask_ap": 1,
    }  # fmt: skip
    boxes = [Detections(one.boxes, one.scores) for one in map(exact, truths)]
    assert "mask_ap" not in study.detection_values(boxes, truths)


def test_masks_of_people(study, truths, monkeypatch):
    monkeypatch.setattr(study, "LEAST_AREA", 0)
    cases = [case for truth in truths for case in study.person_cases(exact(truth), truth)]
    assert len(cases) == 6
    assert study.mask_values(cases, study.in_frame) == {
        "people": 6, "cut_out": 6, "iou": 1, "iou_of_cut_out": 1,
    }  # fmt: skip
    shares = [case.mask.mean() for case in cases]
    assert study.mask_values(cases, study.filled)["iou"] == pytest.approx(np.mean(shares))
    assert max(shares) < 1


class Half:
    """Masks every other crop, exactly, and refuses the others."""

    def __init__(self):
        self.asked = 0

    def mask(self, crop):
        self.asked += 1
        if self.asked % 2:
            raise MaskError("nobody")
        return np.ones(crop.shape[:2], np.bool_)


def test_whom_a_masker_refuses_counts_as_0(study, truths, monkeypatch):
    monkeypatch.setattr(study, "LEAST_AREA", 0)
    cases = [case for truth in truths for case in study.person_cases(exact(truth), truth)]
    values = study.mask_values(cases, study.of_masker(Half()))
    assert (values["people"], values["cut_out"]) == (6, 3)
    assert values["iou"] == pytest.approx(values["iou_of_cut_out"] / 2)


def test_nobody_seen_is_nobody_cut_out(study, truths, monkeypatch):
    monkeypatch.setattr(study, "LEAST_AREA", 0)
    empty = Detections(np.empty((0, 4)), np.empty(0), np.empty((0, 48, 80), np.bool_))
    (case,) = study.person_cases(empty, truths[0])
    assert study.in_frame(case) is None
    monkeypatch.setattr(study, "LEAST_AREA", 10**6)
    assert study.person_cases(empty, truths[0]) == []


def test_rows_of_one_seed_and_set_are_replaced(study, tmp_path):
    path = tmp_path / "t.csv"
    study.write_rows(path, [study.Row(1, "coco", "ssd", {"box_ap": 0.5, "people": 3})])
    study.write_rows(
        path,
        [
            study.Row(1, "coco", "ssd", {"box_ap": 0.25, "people": 3}),
            study.Row(1, "coco", "yolact", {"box_ap": 1, "mask_ap": 0.125}),
        ],
    )
    with path.open() as file:
        rows = list(csv.DictReader(file))
    assert [(row["model"], row["box_ap"], row["mask_ap"]) for row in rows] == [
        ("ssd", "0.2500", ""),
        ("yolact", "1", "0.1250"),
    ]
