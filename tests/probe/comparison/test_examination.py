"""What is examined of stored photographs, and what is left out."""

import json

import numpy as np
import pytest

from probe.comparison.examination import EVERY, empty_record, examine, joined
from probe.study.recomputation import image_sets, stored_variant
from probe.study.request import StudyRequest
from probe.study.steps import run_study


@pytest.fixture
def examined(photos, protocol_file, tmp_path):
    def make(fmr=0.03, **options):
        request = StudyRequest(protocol_file, ("stripes",), photos=photos, fmr=fmr,
                               out=tmp_path / "runs", pictures=False, **options)  # fmt: skip
        run = run_study(request)
        sets = image_sets(run)
        scored = stored_variant(run, "stripes", "unmasked", sets)
        return run, sets[0], scored

    return make


def test_a_run_keeps_what_was_examined(examined):
    run, images, scored = examined()
    again = examine(images, "stripes", scored.scores, scored.thresholds[0].value)
    assert run.examination == json.loads(json.dumps(again))
    assert [row["person"] for row in again["people"]] != []
    assert {row["condition"] for row in again["curves"]} == {0, 1}


def test_a_point_of_the_curve_is_what_scikit_learn_counts(examined):
    metrics = pytest.importorskip("sklearn.metrics")
    _, images, scored = examined()
    record = examine(images, "stripes", scored.scores, np.nan)
    ids = {r.image_id: (r.subject, r.condition) for r in images.records}
    names = list(ids)
    rows = np.array([scored.scores.row[name] for name in names])
    block = scored.scores.block(rows, rows)
    labels, values = [], []
    for a, (person, condition) in enumerate(ids.values()):
        for b, (other, standard) in enumerate(ids.values()):
            if (condition, standard) == (0, images.protocol.standard.index):
                labels.append(person == other)
                values.append(block[a, b])
    # Every subject has as many pictures: shares of comparisons are means over subjects.
    fpr, fnr, _ = metrics.det_curve(labels, values, drop_intermediate=False)
    for row in record["curves"]:
        if row["condition"] == 0:
            expected = fnr[fpr <= row["fmr"] + 1e-12].min() if (fpr <= row["fmr"]).any() else 1
            assert row["value"] == pytest.approx(expected, abs=1 / 72 + 1e-9)


def test_without_a_threshold_nobody_carries_anything(examined):
    _, images, scored = examined()
    record = examine(images, "stripes", scored.scores, np.nan)
    assert (record["people"], record["flow"], record["concentration"]) == ([], [], [])
    (few, groups) = record["absent"]
    assert few["sections"] == ["people", "flow"]
    assert groups["sections"] == ["groups"]


def test_four_people_are_not_examined(tmp_path, make_photos, protocol_file):
    photos = make_photos(tmp_path / "few", people=4)
    run = run_study(StudyRequest(protocol_file, ("stripes",), photos=photos, fmr=0.2,
                                 out=tmp_path / "runs", pictures=False))  # fmt: skip
    record = run.examination
    assert record["curves"] == record["flow"] == []
    assert record["absent"][0]["sections"] == list(EVERY)


def test_records_are_joined():
    one = {**empty_record(), "absent": [{"protocol": "a", "backbone": "b", "sections": [],
                                         "note": ""}]}  # fmt: skip
    assert len(joined([one, one])["absent"]) == 2
