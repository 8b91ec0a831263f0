"""Moved crops: by how much, up or down by name, the gallery as it is."""

import importlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.pictures.data_sets import read_data

FOLDER = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def crops(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("lstm_moved_crops")


def test_the_frame_moves_by_a_share_of_the_height(crops):
    picture = np.arange(20, dtype=np.uint8)[:, None, None].repeat(6, 1).repeat(3, 2)
    ups = set()
    for name in "abcdefgh":
        rows = crops.moved(picture, 0.2, name)[:, 0, 0].tolist()
        assert rows in ([*range(4, 20), *[19] * 4], [*[0] * 4, *range(16)])
        ups.add(rows[0])
    assert ups == {0, 4}
    assert np.array_equal(crops.moved(picture, 0.0, "a"), picture)


@pytest.mark.parametrize("form", ["market_form", "cuhk03_pictures"])
def test_queries_are_moved_and_the_gallery_is_as_it_was(crops, form, tmp_path, market, picture):
    folder = market
    if form == "cuhk03_pictures":
        folder = tmp_path / "cuhk03"
        for person in (1, 2):
            for number in (0, 1, 5, 6):
                picture(folder / f"{person:04d}_{number:02d}.jpg", 10 * person + number)
        (folder / "test.txt").write_text("1-2\n")
    before = read_data(f"{form}={folder}")
    given = crops.moved_set(f"{form}={folder}", 0.1, tmp_path / "moved")
    after = read_data(given)
    for side in ("query", "gallery"):
        old, new = getattr(before, side), getattr(after, side)
        assert (old.paths, old.people.tolist()) == (new.paths, new.people.tolist())
        for name in old.paths:
            a, b = (np.asarray(Image.open(part.root / name)) for part in (old, new))
            assert np.array_equal(b, crops.moved(a, 0.1, name) if side == "query" else a)
    assert crops.moved_set(f"{form}={folder}", 0.1, tmp_path / "moved") == given
    assert crops.moved_set(f"{form}={folder}", 0.0, tmp_path / "moved") == f"{form}={folder}"
