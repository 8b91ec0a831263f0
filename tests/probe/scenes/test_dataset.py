import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.errors import ProbeError, UsageError
from probe.scenes.dataset import DatasetPlan, shots, write_data_set

MARKET = re.compile(r"\d{4}_c\ds1_\d{6}_\d{2}")


def test_names_and_folders_are_those_of_market1501():
    plan = DatasetPlan(people=6, cameras=3)
    every = list(shots(plan))
    assert len({shot.path for shot in every}) == len(every)
    people = {}
    for shot in every:
        folder, name = shot.path.split("/")
        assert MARKET.fullmatch(name)
        people.setdefault(folder, set()).add(name[:4])
    assert people["bounding_box_train"].isdisjoint(people["query"])
    assert people["query"] == people["bounding_box_test"]
    queries = [s.path.split("/")[1][:7] for s in every if s.path.startswith("query/")]
    assert len(queries) == len(set(queries)) == 9  # one a person and camera


def test_a_larger_plan_holds_the_smaller_one():
    few, many = (list(shots(DatasetPlan(people=n, cameras=2, seed=3))) for n in (4, 9))
    assert many[: len(few)] == few


@pytest.mark.parametrize("layout", ["market1501", "tracks"])
@pytest.mark.parametrize("video", [False, True])
def test_pictures_are_counted_without_listing_them(layout, video):
    plan = DatasetPlan(7, 3, layout, video=video)
    assert plan.count == len(list(shots(plan)))


def test_more_pictures_than_anybody_asks_for_by_accident():
    DatasetPlan(5_000, 6).check_size()
    with pytest.raises(UsageError, match=r"297,000,000 pictures \(about 2,197,800 MB\)"):
        DatasetPlan(1_000_000, 99, "market1501").check_size()


def test_walking_sequences_move_steadily():
    plan = DatasetPlan(people=4, cameras=2, video=True)
    first = [s for s in shots(plan) if s.path.split("/")[1].startswith("0001_c1")]
    frames = np.array([int(s.path.split("_")[-2]) for s in first])
    assert (np.diff(frames) == 5).all()
    steps = np.diff([s.recipe.phase for s in first]) % 1.0
    assert np.allclose(steps, steps[0], atol=2e-4)
    assert len({s.recipe.distance for s in first}) > 1


def test_tracks_vary_the_distance_and_hardly_the_orientation():
    plan = DatasetPlan(people=5, cameras=1, layout="tracks", same_outfit=True)
    track = [s.recipe for s in shots(plan) if s.path.startswith("tracks/00002/")]
    assert len({r.identity for r in track}) == 1
    assert len({r.camera_height for r in track}) == 1
    assert max(r.distance for r in track) > 2 * min(r.distance for r in track)
    turn = np.array([r.orientation for r in track])
    assert np.ptp(turn) < 40
    assert {r.clothes for r in track} == {"white-sweatshirt"}


def test_writing_resumes_and_keeps_what_is_there(tmp_path):
    out = tmp_path / "set"
    plan = DatasetPlan(people=2, cameras=1, seed=1)
    summary = write_data_set(out, plan, workers=1)
    pictures = sorted(out.glob("*/*.jpg"))
    assert len(pictures) == sum(summary.pictures.values())
    assert summary.kept == 0
    kept, lost = pictures[0], pictures[-1]
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in pictures}
    lost.unlink()
    (lost.parent / ".a.png.50267q7w.part").write_bytes(b"half")
    told = []
    again = write_data_set(out, plan, workers=1, progress=lambda done, of: told.append((done, of)))
    assert again.kept == len(pictures) - 1
    assert told == [(len(pictures), len(pictures))]
    assert kept.stat().st_mtime_ns == before[kept][0]
    assert lost.read_bytes() == before[lost][1]
    assert not list(out.rglob("*.part"))
    _check_truth(out, lost)
    with pytest.raises(ProbeError, match="other settings"):
        write_data_set(out, replace(plan, seed=2), workers=1)


def _check_truth(out: Path, picture: Path) -> None:
    name = picture.relative_to(out).with_suffix("")
    mask = np.asarray(Image.open(out / "masks" / f"{name}.png"))
    assert mask.shape == np.asarray(Image.open(picture)).shape[:2]
    assert set(np.unique(mask)) <= {0, 128, 255}
    assert 0.1 < (mask == 255).mean() < 0.9
    told = json.loads((out / "keypoints" / f"{name}.json").read_text())
    assert len(told["keypoints"]) == len(told["visible"]) == 18
    assert told["scene"]["pose"] == "walking"


def test_a_foreign_folder_is_left_alone(tmp_path):
    (tmp_path / "holiday.txt").write_text("mine")
    with pytest.raises(ProbeError, match="not empty"):
        write_data_set(tmp_path, DatasetPlan(people=2, cameras=1))
    assert [p.name for p in tmp_path.iterdir()] == ["holiday.txt"]


@pytest.mark.parametrize(
    "bad", [{"people": 1}, {"cameras": 0}, {"layout": "duke"}, {"domain": "C"}, {"seed": -1}]
)
def test_impossible_plans_are_refused(tmp_path, bad):
    asked = {"people": 2, "cameras": 1, **bad}
    with pytest.raises(ProbeError):
        write_data_set(tmp_path / "set", DatasetPlan(**asked))
    assert not (tmp_path / "set").exists()
