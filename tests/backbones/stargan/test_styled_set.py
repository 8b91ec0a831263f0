"""Styled sets: names, rows, resuming, and what is refused."""

import csv
import hashlib
import json

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.data import trained_records
from probe.backbones._training.styled_set import with_copies
from probe.backbones.stargan.drawing import open_style_drawer
from probe.backbones.stargan.styled_set import Style, copy_path, plan_styles, write_styled_set
from probe.errors import PictureSourceError, UsageError


@pytest.fixture
def drawer(trained):
    return open_style_drawer(str(trained))


@pytest.fixture
def records(target):
    return trained_records(target[0])


def written(plan, out, *, resume=False, progress=lambda done, everything: None):
    return write_styled_set(plan, out, "instance", progress, resume=resume)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def test_names_are_the_official_ones():
    assert copy_path("train/0002_c1s1_000451_03.jpg", Style(5, 7)) == (
        "train/0002_c1s1_000451_03_fake_6.jpg"
    )


def test_every_picture_in_every_style(drawer, records, tmp_path):
    plan = plan_styles(drawer, records, "table", own_camera=True)
    told = []
    rows = written(plan, tmp_path, progress=lambda *counts: told.append(counts))
    assert len(rows) == 24
    assert told[-1] == (24, 24)
    with (tmp_path / "pictures.csv").open() as file:
        listed = list(csv.DictReader(file))
    assert [vars(row) | {"camera": str(row.camera)} for row in rows] == listed
    by_source = {}
    for row, record in zip(rows[::2], records, strict=True):
        assert (row.source, row.person) == (record.name, str(record.person))
        assert row.source_sha256 == hashlib.sha256(record.path.read_bytes()).hexdigest()
    for row in rows:
        by_source.setdefault(row.source, []).append(row.camera)
        assert hashlib.sha256((tmp_path / row.path).read_bytes()).hexdigest() == row.sha256
        with Image.open(tmp_path / row.path) as picture:
            assert picture.size == (8, 16)
    assert all(cameras == [1, 2] for cameras in by_source.values())
    manifest = json.loads((tmp_path / "styled.json").read_text())
    assert (manifest["expected"], manifest["sources"], manifest["cameras"]) == (24, 12, [1, 2])
    assert manifest["generator_sha256"] == drawer.sha256


def test_the_styled_set_is_an_ordinary_data_set(drawer, records, tmp_path):
    written(plan_styles(drawer, records, "table", own_camera=True), tmp_path)
    again = trained_records(f"table={tmp_path / 'pictures.csv'}")
    assert [record.camera for record in again] == [1, 2] * 12
    assert [record.person for record in again[::2]] == [record.person for record in records]


def test_the_copies_of_a_target_are_found_and_gaps_are_counted(drawer, records, target, tmp_path):
    rows = written(plan_styles(drawer, records, "table", own_camera=True), tmp_path)
    joined = with_copies(records, tmp_path, target[0])
    for record in joined:
        stem = record.name.removesuffix(".png")
        assert [path.name for path in record.styled] == [f"{stem}_fake_{n}.jpg" for n in (1, 2)]
    (tmp_path / rows[7].path).unlink()
    with pytest.raises(PictureSourceError, match="23 of 24"):
        with_copies(records, tmp_path, target[0])


def test_pixels_are_those_that_the_generator_draws(drawer, records, tmp_path):
    (first, *_) = written(plan_styles(drawer, records, "table", own_camera=True), tmp_path)
    with Image.open(records[0].path) as picture:
        small = np.asarray(picture.resize((8, 16), Image.Resampling.BILINEAR))
    made = drawer.draw(small[None], np.array([0]))[0]
    with Image.open(tmp_path / first.path) as picture:
        difference = np.asarray(picture).astype(int) - made
    assert np.abs(difference).mean() < 4, "what JPEG changes of a picture of noise"


def test_without_the_own_camera(drawer, records, tmp_path):
    rows = written(plan_styles(drawer, records, "table", own_camera=False), tmp_path)
    cameras = {record.name: record.camera for record in records}
    assert len(rows) == 12
    assert all(row.camera != cameras[row.source] for row in rows)


@pytest.mark.parametrize("killed_at", [1, 5, 12])
def test_a_killed_set_is_gone_on_with(drawer, records, tmp_path, killed_at, monkeypatch):
    monkeypatch.setattr("probe.backbones.stargan.styled_set.BETWEEN_LISTS", 3)
    plan = plan_styles(drawer, records, "table", own_camera=True)
    written(plan, tmp_path / "whole")

    def kill(done, everything):
        if done >= 2 * killed_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(plan, tmp_path / "cut", progress=kill)
    if killed_at > 3:
        table = tmp_path / "cut" / "pictures.csv"
        with pytest.raises(PictureSourceError, match=r"not whole: \d+ of 24 pictures"):
            trained_records(f"table={table}")
    with pytest.raises(UsageError, match="already"):
        written(plan, tmp_path / "cut")
    (tmp_path / "cut" / ".a.png.50267q7w.part").write_bytes(b"half")
    written(plan, tmp_path / "cut", resume=True)
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_what_was_changed_is_drawn_again(drawer, records, tmp_path):
    plan = plan_styles(drawer, records, "table", own_camera=True)
    rows = written(plan, tmp_path)
    whole = contents(tmp_path)
    (tmp_path / rows[3].path).write_bytes(b"half")
    (tmp_path / rows[5].path).unlink()
    written(plan, tmp_path, resume=True)
    assert contents(tmp_path) == whole


def test_another_set_in_the_folder_is_not_gone_on_with(drawer, records, tmp_path):
    written(plan_styles(drawer, records, "table", own_camera=True), tmp_path)
    before = contents(tmp_path)
    other = plan_styles(drawer, records[1:], "table", own_camera=False)
    with pytest.raises(UsageError, match=r"own_camera, sources, sources_sha256, expected differ"):
        written(other, tmp_path, resume=True)
    assert contents(tmp_path) == before


def test_a_generator_of_the_other_direction_is_refused(drawer, records):
    with pytest.raises(UsageError, match="trained on table, not on market1501") as caught:
        plan_styles(drawer, records, "market1501", own_camera=True)
    assert "direction" in caught.value.hint


def test_cameras_that_the_generator_does_not_know_are_refused(drawer, filmed):
    others = trained_records(f"table={filmed(cameras=(2, 5, 6))}")
    with pytest.raises(UsageError, match="knows the cameras 1, 2, not 5, 6"):
        plan_styles(drawer, others, "table", own_camera=True)


def test_a_file_of_other_cameras_is_refused(trained, filmed, records):
    drawer = open_style_drawer(str(trained / "weights.safetensors"))
    others = trained_records(f"table={filmed(cameras=(2, 5, 6))}")
    with pytest.raises(UsageError, match=r"knows 2 cameras; this data set has 3 \(2, 5, 6\)"):
        plan_styles(drawer, others, "table", own_camera=True)
    plan = plan_styles(drawer, records, "anything", own_camera=True)
    assert plan.styles == (Style(0, 1), Style(1, 2))


def test_names_that_meet_are_refused(drawer, records):
    twice = [*records, records[0].__class__(**{**vars(records[0]), "name": "p0_c1.jpg"})]
    with pytest.raises(UsageError, match="copies of one name"):
        plan_styles(drawer, twice, "table", own_camera=True)
