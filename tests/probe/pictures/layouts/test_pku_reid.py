"""PKU-Reid: everybody is tested, by two cameras."""

import pytest

from probe.pictures.data_sets import read_data, recognised_layouts


@pytest.fixture
def folder(tmp_path, picture):
    for person in (1, 2):
        for camera in (1, 2):
            for orientation in (1, 5):
                name = f"{person:03d}_c{camera}_o{orientation}.png"
                picture(tmp_path / name, camera, person)
    return tmp_path


def test_the_first_camera_asks_and_the_second_answers(folder):
    data = read_data(f"pku_reid={folder}")
    assert len(data.train) == 0
    assert (len(data.query), set(data.query.cameras)) == (4, {0})
    assert (len(data.gallery), set(data.gallery.cameras)) == (4, {1})
    assert recognised_layouts(folder) == ["pku_reid"]
