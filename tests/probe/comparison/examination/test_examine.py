"""What is examined of stored photographs, and what is left out."""

import json
from dataclasses import replace

import numpy as np
import pytest

from probe.comparison import VectorScores
from probe.comparison.examination import EVERY, examine
from probe.embedding.embed import Embeddings
from probe.study.recomputation import image_sets, stored_variant
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.probe.comparison.test_cells import photographs, record, rendered, study


@pytest.fixture
def examined(photos, protocol_file, tmp_path, studied):
    def make(fmr=0.03, **options):
        request = StudyRequest(protocol_file, ("stripes",), photos=photos, fmr=fmr,
                               out=tmp_path / "runs", pictures=False, **options)  # fmt: skip
        run = studied(request)
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
    (few,) = record["absent"]
    assert few["sections"] == ["people", "flow"]


def test_four_people_are_not_examined(tmp_path, make_photos, protocol_file):
    photos = make_photos(tmp_path / "few", people=4)
    run = run_study(StudyRequest(protocol_file, ("stripes",), photos=photos, fmr=0.2,
                                 out=tmp_path / "runs", pictures=False))  # fmt: skip
    record = run.examination
    assert record["curves"] == record["flow"] == []
    assert record["absent"][0]["sections"] == list(EVERY)


def examined_at(records, threshold=0.5, alike="unknown", constant=False):
    images, embeddings = study(records, alike=alike)
    if constant:
        ones = np.ones_like(embeddings.vectors)
        embeddings = Embeddings(embeddings.ids, ones)
    return examine(images, "m", VectorScores(embeddings), threshold)


@pytest.mark.parametrize("people", [1, 2, 4])
@pytest.mark.parametrize("alike", ["unknown", "role"])
def test_few_people_are_not_examined(people, alike):
    make = rendered if alike == "role" else photographs
    result = examined_at(make(people=people), alike=alike)
    assert result["absent"][0]["sections"] == list(EVERY)
    assert not any(result[key] for key in ("examined", "curves", "people", "flow"))


@pytest.mark.parametrize("alike", ["unknown", "role"])
def test_a_model_of_constant_scores_is_of_no_use(alike):
    make = rendered if alike == "role" else photographs
    result = examined_at(make(people=6), threshold=1.0, alike=alike, constant=True)
    assert {row["value"] for row in result["curves"]} == {1.0}
    assert result["calibration"][0]["value"] == pytest.approx(1)
    assert result["calibration"][0]["least"] == pytest.approx(1)
    assert {row["value"] for row in result["flow"]} == {-1.0}
    # All scores are ties: one of ten is first by chance.
    first = next(r for r in result["identification"] if r["figure"] == "rank_1")
    assert first["value"] == pytest.approx(0.5**9)
    assert result["concentration"][0]["misses_p"] is None


def test_people_without_pictures_are_left_out_without_a_warning():
    whole = photographs(people=7)
    some = [r for r in whole if (r.subject, r.condition) != ("s3", 0)]
    none = [r for r in whole if r.subject != "s3" or r.condition == 1]
    assert examined_at(some)["people"][-1]["missed"] is not None
    last = examined_at(none)["people"][-1]
    assert (last["person"], last["missed"], last["carries_misses"]) == ("s3", None, None)


def test_one_person_in_the_changed_conditions_has_figures_without_intervals():
    lonely = [r for r in photographs(people=6) if r.condition == 1 or r.subject == "s0"]
    result = examined_at(lonely)
    json.dumps(result, allow_nan=False)
    rows = [*result["curves"], *result["identification"], *result["calibration"], *result["flow"]]
    assert rows
    assert {row["low"] for row in rows} == {None}
    assert all(row["note"] for row in rows)
    assert result["concentration"][0]["misses_p"] is None


def test_a_further_stranger_is_listed_without_misses():
    further = [record("x", c, t, role="stranger") for c in range(3) for t in range(2)]
    result = examined_at([*photographs(people=6), *further])
    assert result["people"][-1]["person"] == "x"
    assert result["people"][-1]["missed"] is None
    assert result["people"][-1]["matched"] is not None


def grouped_by(records, groups, threshold=0.5):
    """Examined, everybody being of one group by `sex`."""
    images, embeddings = study(records)
    protocol = images.protocol.model_copy(update={"groups": ("sex",)})
    of_person = tuple(replace(r, groups=(groups[r.subject],)) for r in images.records)
    images = replace(images, protocol=protocol, records=of_person)
    return examine(images, "m", VectorScores(embeddings), threshold)


def test_groups_are_examined_where_the_protocol_names_them():
    people = photographs(people=12)
    halves = {f"s{k}": "f" if k < 6 else "m" for k in range(12)}
    result = grouped_by(people, halves)
    assert [(r["group"], r["people"]) for r in result["groups"]] == [("f", 6), ("m", 6)]
    assert [r["pairs"] for r in result["group_pairs"]] == [15, 36, 15]
    assert [r["error"] for r in result["differentials"]] == ["misses", "matches"]
    assert result["absent"] == []
    assert examined_at(people)["groups"] == []
    json.dumps(result, allow_nan=False)


@pytest.mark.parametrize(
    ("large", "threshold", "note"),
    [(9, 0.5, "note-few-groups"), (6, np.nan, "note-examination-few")],
)
def test_why_groups_are_not_compared_is_said(large, threshold, note):
    groups = {f"s{k}": "f" if k < large else "m" for k in range(12)}
    result = grouped_by(photographs(people=12), groups, threshold)
    assert result["differentials"] == []
    (absent,) = [row for row in result["absent"] if "differentials" in row["sections"]]
    assert absent["note"]["id"] == note


def test_of_four_people_groups_are_not_examined_either():
    result = grouped_by(photographs(people=4), dict.fromkeys(("s0", "s1", "s2", "s3"), "f"))
    assert result["absent"][0]["sections"] == [*EVERY, "differentials"]
