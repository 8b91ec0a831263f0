"""Native heights and real cameras held against made ones: what is planted is found."""

import csv
import importlib
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from tests.examples.test_studies import STUDIES

pytestmark = pytest.mark.checkout

PEOPLE = 12


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    return importlib.import_module("cuhk03_real_made")


@pytest.fixture
def native(study):
    return importlib.import_module("native_pictures")


def write_set(folder, gain=(1.0, 1.0, 1.0), heights=(90, 80, 100)):
    """Everybody in stripes of their own, twelve under both cameras; the second has `gain` times
    the values, of `heights` each.
    """
    folder.mkdir()
    rng = np.random.default_rng(0)
    for person in range(1, PEOPLE + 2):
        stripes = rng.integers(60, 200, (10, 1, 3))
        for number in (0, 1, 4, 5, 6, 9):
            if person > PEOPLE and number > 5:
                continue
            height = heights[(0, 1, 4).index(number % 5)]
            rows = np.repeat(stripes, height // 10, 0).repeat(height // 3, 1)
            shown = rows + rng.integers(-5, 6, rows.shape)
            if number > 4:
                shown = np.rint(shown * np.array(gain))
            shown = shown.clip(0, 255).astype(np.uint8)
            name = f"{person:04d}_{number:02d}.jpg"
            Image.fromarray(shown).save(folder / name, quality=95)
    (folder / "test.txt").write_text(f"1-{PEOPLE + 1}\n")
    return folder


def test_people_with_pictures_under_both_cameras_are_read_at_their_size(native, tmp_path):
    pictures = native.read_pictures(write_set(tmp_path / "set"))
    assert pictures.people == PEOPLE
    heights = pictures.heights
    assert heights.shape == (PEOPLE, 2, 5)
    assert heights[0, 0].tolist()[:2] == [90, 80]
    assert heights[0, 1, 4] == 100
    assert np.isnan(heights[:, :, 2:4]).all()
    with pytest.raises(SystemExit, match="nobody to test"):
        (tmp_path / "set" / "test.txt").write_text(f"{PEOPLE + 1}\n")
        native.read_pictures(tmp_path / "set")


def test_light_is_measured_around_the_person_and_made_from_it(native, study, tmp_path):
    plan = study.plan_of(native.read_pictures(write_set(tmp_path / "set", gain=(0.7, 0.7, 0.7))))
    exposure, *cast = plan.gains["both"].T
    assert np.allclose(exposure, np.log2(0.7) * 2.2, atol=0.1)
    assert np.allclose(cast, 0, atol=0.1)
    place = (0, 0, 0)
    made = plan.with_camera(place, "both").chain.change(plan.pictures.pictures[place], "x")
    other = plan.pictures.pictures[0, 1, 0].mean()
    assert made.mean() == pytest.approx(other, abs=3)


def test_a_made_pair_is_as_small_as_the_real_one(native, study, tmp_path):
    heights = (90, 80, 100)
    plan = study.plan_of(native.read_pictures(write_set(tmp_path / "set", heights=heights)))
    pair = ((0, 0, 0), (0, 0, 1))
    assert plan.low(pair) == 80
    first, second = plan.made_pair(pair)
    assert first == native.MadePicture((0, 0, 4))
    assert second.place == (0, 0, 0)
    assert second.chain.steps[0].transform.person_height == 80


def test_the_planted_slope_is_found_beside_levels_of_people_and_the_ratio(study):
    rng = np.random.default_rng(1)
    people = np.repeat(np.arange(30), 10)
    low, ratio = rng.normal(8, 0.3, 300), rng.normal(0.2, 0.1, 300)
    pairs = study.HeightPairs(people, people, low, ratio)
    # Tall people are easier: a slope over people that is not that within them.
    low += people * 0.01
    scores = 0.2 * low - 0.5 * ratio + people * 0.1
    assert pairs.slope(scores, hold_ratio=True)(None) == pytest.approx(0.2)
    assert pairs.slope(scores, hold_ratio=True)(7) == pytest.approx(0.2)
    confounded = 0.2 * low - 0.5 * (ratio + low)
    without = study.HeightPairs(people, people, low, ratio + low)
    assert without.slope(confounded, hold_ratio=False)(None) < 0
    assert without.slope(confounded, hold_ratio=True)(None) == pytest.approx(0.2)


def test_figures_without_a_person_are_those_of_the_others(study):
    rng = np.random.default_rng(2)
    vectors = rng.normal(size=(6, 1, 8)) + 0.3 * rng.normal(size=(6, 5, 8))
    vectors = (vectors / np.linalg.norm(vectors, axis=2, keepdims=True)).astype(np.float32)
    vectors[2, 4] = np.nan
    whole = study.compared(vectors, vectors, same=True)
    assert np.isnan(whole.own[:, range(5), range(5)]).all()
    kept = np.delete(vectors, 3, axis=0)
    others = study.compared(kept, kept, same=True)
    assert whole.apart(3) == pytest.approx(others.apart(), abs=1e-6)
    assert whole.threshold(0.1, 3) == others.threshold(0.1)
    threshold = others.threshold(0.1)
    assert whole.misses(threshold, 3) == pytest.approx(others.misses(threshold))
    strangers = [
        float(vectors[p, i] @ vectors[q, j])
        for p in range(6) for q in range(6) if p != q
        for i in range(5) for j in range(5)
        if (p, i) != (2, 4) != (q, j)
    ]  # fmt: skip
    over = (np.array(strangers) > whole.threshold(0.1)).mean()
    assert over == pytest.approx(0.1, abs=2 / len(strangers))


def run(study, folder, out):
    given = SimpleNamespace(
        folder=folder, cache=out / "cache", backbone=["stripes"], threads=1, fmr=0.05
    )
    return study.study(given)


def test_where_light_is_all_that_differs_the_made_camera_costs_what_the_real_one_does(
    study, tmp_path
):
    tables = run(study, write_set(tmp_path / "set", gain=(0.55, 0.9, 1.1)), tmp_path)
    (row,) = tables["camera"]
    real, made = float(row["lost_across"]), float(row["lost_both"])
    assert real > 0.05
    assert made == pytest.approx(real, rel=0.2)
    assert float(row["lost_exposure"]) < real / 4
    assert float(row["lost_cast"]) == pytest.approx(made, rel=0.2)
    (resolution,) = tables["resolution"]
    assert resolution["pairs"] == str(PEOPLE * 6)
    assert [one["heights"] for one in tables["bands"]] == ["80-90", "192", "128", "64", "32"]
    assert "rank" not in tables


def test_correlations_over_models_need_four(study):
    changes = [f"{kind}_{change}" for kind in ("lost", "misses") for change in study.CHANGES]
    names = ["real", "real_held", "made", "lost_across", "misses_across", "misses_first", *changes]
    rows = [
        {
            name: str(value + 0.01 * k)
            for name in names
        }
        for k, value in enumerate((0.1, 0.4, 0.2, 0.3))
    ]  # fmt: skip
    assert study.rank_rows(rows[:3], rows[:3]) == []
    ranks = study.rank_rows(rows, rows)
    assert all(float(row["correlation"]) > 0.99 for row in ranks)
    assert len(ranks) == 2 + 2 * len(study.CHANGES) + 1


def test_stored_tables_are_of_the_same_models(study):
    folder = STUDIES / "results" / "outdoors" / "cuhk03"
    named = {}
    for name in ("resolution", "camera", "bands"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            named[name] = {row["model"] for row in csv.DictReader(file)}
    assert len(named["camera"]) == 9
    assert named["camera"] == named["resolution"] == named["bands"]
