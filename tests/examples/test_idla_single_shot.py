"""Single-shot draws: who is drawn, how ranks count, and the table of a small data set."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.errors import UsageError
from probe.retrieval.parts import read_parts

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import idla_single_shot

    return idla_single_shot


@pytest.fixture
def data(tmp_path):
    """Six people to test, with three pictures a camera, each person of a colour of its own."""
    drawn, folder = np.random.default_rng(3), tmp_path / "cuhk03"
    folder.mkdir()
    for person in range(6):
        colour = (30 + 35 * person, 220 - 30 * person, 40 * (person % 3))
        for number in (0, 1, 2, 5, 6, 7):
            noise = drawn.normal(0, 6, (64, 32, 3))
            picture = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(picture).save(folder / f"{person:04d}_{number:02d}.jpg")
    (folder / "test.txt").write_text("0-5\n")
    return f"cuhk03_pictures={folder}"


def test_a_draw_has_one_picture_a_person_and_side(study, data):
    parts = read_parts(data)
    draws = study.drawn_rows(parts, 4, 3, seed=1)
    people = np.concatenate([parts.query.labels.people, parts.gallery.labels.people])
    for draw in draws:
        assert (people[draw[:, 0]] == people[draw[:, 1]]).all()
        assert len(set(people[draw[:, 0]])) == 4
        assert (draw[:, 0] < len(parts.query)).all()
        assert (draw[:, 1] >= len(parts.query)).all()
    assert not np.array_equal(draws[0], draws[1])
    with pytest.raises(UsageError, match="6 people have pictures"):
        study.drawn_rows(parts, 7, 1, seed=1)


def test_ranks_count_equal_scores_against_the_right_answer(study):
    scores = np.eye(6)
    assert study.shares_at_ranks(scores) == [1, 1, 1, 1]
    scores[0, 1:] = 2
    scores[1, 0] = 1
    assert study.shares_at_ranks(scores) == pytest.approx([4 / 6, 5 / 6, 1, 1])


def test_the_table_of_a_small_data_set(study, data, tmp_path, monkeypatch, capsys):
    out = tmp_path / "t.csv"
    options = [
        "--people=5",
        "--draws=2",
        "--threads=1",
        f"--cache={tmp_path / 'c'}",
        f"--out={out}",
    ]
    arguments = ["study", "--data", data, "--backbone=stripes", *options]
    monkeypatch.setattr("sys.argv", arguments)
    study.main()
    with out.open() as file:
        (row,) = csv.DictReader(file)
    assert (row["backbone"], row["rank-1"], row["draws"]) == ("stripes", "1.0000", "2")
    monkeypatch.setattr("sys.argv", ["study", "--data", data, "--backbone=stripes", f"--out={out}"])
    with pytest.raises(SystemExit, match="a draw takes 100"):
        study.main()
