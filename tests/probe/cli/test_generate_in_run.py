"""`probe generate --run`: people of a run turned through its conditions, kept in the run."""

import io
import json
from shutil import copytree

import numpy as np
import pytest
from PIL import Image

from probe.cli import main
from probe.cli.generate_in_run import mean_figures
from probe.files.lock import holding
from probe.runs.reading import Run
from probe.runs.records import COPY
from probe.wording import wording_of

PROTOCOL = """\
name: turn
title: {en: Orientation}
question: {en: "Does turning matter?"}
expectation: invariant
factors:
  - {name: orientation, title: {en: Orientation}, kind: circular, levels: [0, 180], standard: 180}
takes: 2
"""
SCENE = "scene: {orientation: $level}\n"
PHOTOS = 'photos: {pattern: "{subject}_{level}_{take}.png"}\n'


def finished(folder, text, *more):
    """The folder of a run of a protocol."""
    path = folder / "turn.yaml"
    path.write_text(PROTOCOL + text)
    given = ["run", str(path), "--backbone", "stripes", "--no-report", *more]
    assert main([*given, "--out", str(folder / "runs")]) == 0
    (run,) = (folder / "runs" / "turn").iterdir()
    return run


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    return finished(tmp_path_factory.mktemp("rendered"), SCENE, "--subjects", "2")


@pytest.fixture
def rendered(once, tmp_path):
    """A finished run of two rendered people, to be changed."""
    return copytree(once, tmp_path / "run")


@pytest.fixture(scope="module")
def photographed_once(tmp_path_factory):
    """Photographs of two people under two orientations, two takes, with joints, and their run."""
    place = tmp_path_factory.mktemp("photographed")
    drawn, folder = np.random.default_rng(0), place / "photos"
    (folder / "keypoints").mkdir(parents=True)
    for name in (f"{p}_{level}_{take}" for p in "ab" for level in (0, 180) for take in (1, 2)):
        picture = drawn.integers(0, 256, (96, 48, 3), dtype=np.uint8)
        Image.fromarray(picture).save(folder / f"{name}.png")
        joints = drawn.uniform(2, 46, (18, 2)).tolist()
        (folder / "keypoints" / f"{name}.json").write_text(json.dumps(joints))
    told = ["--photos", str(folder), "--cache", str(place / "cache")]
    return folder, finished(place, PHOTOS, *told)


@pytest.fixture
def photographs(photographed_once, tmp_path):
    """The folder of those photographs, to be changed."""
    return copytree(photographed_once[0], tmp_path / "photos")


@pytest.fixture
def photographed(photographed_once, tmp_path):
    """Their run, to be changed."""
    return copytree(photographed_once[1], tmp_path / "run")


def generate(training, run, *more):
    """The exit code of drawing in a run."""
    return main(["generate", str(training), *more, "--run", str(run)])


def test_everybody_is_turned_through_the_conditions(rendered, training, capsys):
    assert generate(training, rendered, "--judge", "stripes") == 0
    assert "against the true pictures of 2 people" in capsys.readouterr().out
    run = Run(rendered)
    record = run.generated
    rows = record["protocols"]["turn"]["drawn"]
    assert (record["models"], record["judge"]) == (["fdgan.small, joint"], "stripes")
    places = {(row["subject"], row["condition"], row["model"]) for row in rows}
    assert len(places) == len(rows) == 2 * 2 * 2
    images = run.images.set_index("image_id")
    for row in rows:
        subject = images.loc[[row["source"], row["true"]]]
        assert set(subject["subject"]) == {row["subject"]}
        assert row["source"] != row["true"]
        assert row["condition"] in set(images.loc[[row["true"]], "condition"])
        assert (row["picture"] == "") == (row["model"] == COPY)
        if row["picture"]:
            with Image.open(io.BytesIO(run.generated_picture(row["picture"]))) as picture:
                height, width = run.size(row["true"])
                assert picture.height in (128, 64)
                assert picture.width == round(picture.height * width / height)
    assert run.changed_files() == []
    assert main(["verify", str(rendered)]) == 0
    page = (rendered / "report.html").read_text("utf-8")
    assert wording_of().text("report-generated-head", kind="poses") in page
    data = json.loads((rendered / "report.json").read_text())
    assert "generated" in json.dumps(data)


@pytest.mark.slow
def test_drawing_again_leaves_nothing_of_before(rendered, training):
    def pictures():
        return {name for name in Run(rendered).manifest.files if name.startswith("generated/")}

    assert generate(training, rendered, f"{training}@joint", "--seed", "3") == 0
    two = pictures()
    assert generate(training, rendered) == 0
    assert pictures() < two
    assert len(pictures()) == len(two) / 2
    assert Run(rendered).generated["seed"] == 0
    assert Run(rendered).changed_files() == []
    assert not [name for name in two - pictures() if (rendered / name).exists()]


def test_means_are_of_all_people_and_conditions(rendered, training):
    assert generate(training, rendered) == 0
    record = Run(rendered).generated
    rows = record["protocols"]["turn"]["drawn"]
    figures = mean_figures(record)
    assert list(figures) == ["fdgan.small, joint", "copy of the source"]
    copies = [row["l1"] for row in rows if row["model"] == COPY]
    assert figures["copy of the source"]["L1"] == pytest.approx(np.mean(copies))
    assert "cosine" not in figures["copy of the source"]


def test_photographs_are_drawn_from_keypoints_beside_them(photographed, photographs, training):
    for name in ("a_0_1", "b_180_2"):
        (photographs / "keypoints" / f"{name}.json").unlink()
    assert generate(training, photographed, "--photos", str(photographs)) == 0
    stored = Run(photographed).generated["protocols"]["turn"]
    assert stored["missing"] == 2
    assert len(stored["drawn"]) == 2 * 2
    page = (photographed / "report.html").read_text("utf-8")
    assert "2 pictures have no keypoints" in page


def test_photographs_without_keypoints_leave_the_run_as_it_is(
    photographed, photographs, training, capsys
):
    before = (photographed / "manifest.json").read_bytes()
    for path in (photographs / "keypoints").iterdir():
        path.unlink()
    assert generate(training, photographed, "--photos", str(photographs)) == 2
    assert "keypoints/NAME.json of the photo folder" in capsys.readouterr().err.replace("\n", " ")
    assert (photographed / "manifest.json").read_bytes() == before
    assert not (photographed / "generated.json").exists()


def test_the_folder_of_the_photographs_has_to_be_named(photographed, training, capsys):
    assert generate(training, photographed) == 2
    assert "--photos DIR" in capsys.readouterr().err


def test_a_run_that_keeps_no_pictures_gets_none(tmp_path, photographs, training, capsys):
    run = finished(tmp_path, PHOTOS, "--photos", str(photographs), "--no-pictures")
    assert generate(training, run) == 2
    assert "asked to keep no pictures" in capsys.readouterr().err


def test_other_pictures_than_those_of_the_run_are_refused(
    photographed, photographs, training, capsys
):
    other = np.random.default_rng(9).integers(0, 256, (96, 48, 3), dtype=np.uint8)
    Image.fromarray(other).save(photographs / "a_0_1.png")
    assert generate(training, photographed, "--photos", str(photographs)) == 2
    assert "no longer those of the run" in capsys.readouterr().err


def test_an_unfinished_run_is_refused(rendered, training, capsys):
    path = rendered / "manifest.json"
    path.write_text(path.read_text().replace('"status": "complete"', '"status": "failed"'))
    assert generate(training, rendered) == 2
    assert "the run is failed, not complete" in capsys.readouterr().err


def test_a_run_that_another_process_writes_into_is_left_as_it_is(rendered, training, capsys):
    before = (rendered / "manifest.json").read_bytes()
    with holding(rendered):
        assert generate(training, rendered) == 2
    assert "another process works in this folder" in capsys.readouterr().err
    assert (rendered / "manifest.json").read_bytes() == before


def test_a_run_whose_small_pictures_are_gone_is_left_as_it_is(rendered, training, capsys):
    (rendered / "pictures.zip").unlink()
    before = (rendered / "manifest.json").read_bytes()
    assert generate(training, rendered) == 2
    assert "small pictures are not there" in capsys.readouterr().err
    assert (rendered / "manifest.json").read_bytes() == before
    assert not (rendered / "generated").exists()


def test_joints_of_another_layout_name_their_file(photographed, photographs, training, capsys):
    given = ["--photos", str(photographs), "--layout", "coco17"]
    assert generate(training, photographed, *given) == 2
    told = capsys.readouterr().err
    assert "18 joints, not the 17 of coco17" in told
    assert "/photos/keypoints/" in told
