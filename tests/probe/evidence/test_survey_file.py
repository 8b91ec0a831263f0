"""What a survey stores is what a run reads back; a model without points stores none."""

import io
import json

import numpy as np
import pytest

from probe.evidence.conditions import MeanMap
from probe.evidence.maps import PairMaps, PointMaps
from probe.evidence.shapley import ChangeShares
from probe.evidence.shares import Shares
from probe.evidence.survey import ConditionEvidence, SurveyTask
from probe.evidence.survey_file import points_bytes, survey_bytes
from probe.pictures.image_set import ImageRecord


class Blank:
    def load(self):
        return np.full((32, 16, 3), 90, np.uint8)


def record(name):
    return ImageRecord(
        name, "ground", "p1", "subject", 0, "", "", "", "1", f"{name}.png", Blank(), 16, 32
    )


def evidence(condition, changes=()):
    rng = np.random.default_rng(condition)
    maps = PairMaps(
        rng.random((2, 4, 2)), rng.random((2, 4, 2)), np.zeros(2), np.ones(2),
        np.array([0.5, 0.25]), kind="occlusion", note="measured",
    )  # fmt: skip
    return ConditionEvidence(
        condition,
        ("a", "b"),
        ("c", "d"),
        maps,
        Shares(("person", "constant"), np.array([[0.4, 0.1], [0.2, 0.05]]), maps.cosine),
        MeanMap(rng.random((24, 12)), 0.125, 0.0, 0.375, 2),
        boxes=((0.0, 0.25, 1.0, 0.75),) * 2,
        changes=changes,
        registered="mask",
    )


def arrays(data):
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        return dict(stored)


def test_every_condition_has_its_maps_and_its_figures():
    change = ChangeShares(("person", "background"), np.array([-0.1, -0.3]), 0.9, 0.5)
    survey = (evidence(3), evidence(5, (change,)))
    stored = arrays(survey_bytes(survey))
    figures = json.loads(stored["told"].tobytes())
    assert [entry["condition"] for entry in figures] == [3, 5]
    for entry, written in zip(figures, survey, strict=True):
        key = f"c{written.condition}"
        np.testing.assert_array_equal(
            stored[f"{key}.first"], written.maps.maps_first.astype(np.float32)
        )
        np.testing.assert_array_equal(
            stored[f"{key}.second"], written.maps.maps_second.astype(np.float32)
        )
        np.testing.assert_array_equal(stored[f"{key}.mean"], written.mean.mean.astype(np.float32))
        assert (entry["ids_first"], entry["ids_second"]) == (["a", "b"], ["c", "d"])
        assert entry["cosine"] == [0.5, 0.25]
        assert entry["shares"] == pytest.approx({"person": 0.3, "constant": 0.075})
        assert (entry["kind"], entry["note"], entry["registered"]) == (
            "occlusion", "measured", "mask",
        )  # fmt: skip
        assert entry["outside"] == 0.125
    assert figures[0]["changes"] == []
    assert figures[1]["changes"] == [
        {"names": ["person", "background"], "parts": [-0.1, -0.3], "before": 0.9, "after": 0.5}
    ]


def test_points_are_stored_with_their_pair(planted, fitting):
    backbone = planted(lambda p: p.ravel())
    points = PointMaps(
        np.full((4, 2, 4, 2), 0.25), np.full((4, 2), 0.5), np.zeros((4, 2)), 0.125, 0.75, "exact"
    )
    backbone.attend_points = lambda first, second: points
    stored = arrays(points_bytes(SurveyTask(backbone, fitting), record("a"), record("b")))
    assert stored["ids"].tolist() == ["a", "b"]
    assert stored["matrix"].dtype == np.float16
    np.testing.assert_array_equal(stored["matrix"], points.matrix)
    np.testing.assert_array_equal(stored["first"], points.first)
    assert (stored["constant"], stored["cosine"]) == (0.125, 0.75)


def test_a_black_box_has_no_points(planted, fitting):
    task = SurveyTask(planted(lambda p: p.ravel() + 0.1), fitting)
    assert points_bytes(task, record("a"), record("b")) is None
