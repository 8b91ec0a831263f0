"""CUHK03 as single pictures: cameras by the number of the picture."""

import pytest

from probe.pictures.data_sets import read_data, recognised_layouts


@pytest.fixture
def folder(tmp_path, picture):
    for person in (1, 2):
        for number in (0, 4, 5, 9):
            picture(tmp_path / f"{person:04d}_{number:02d}.jpg", number, person)
    return tmp_path


def test_numbers_from_five_on_are_of_the_second_camera(folder):
    assert read_data(f"cuhk03_pictures={folder}").train.cameras.tolist() == [0, 0, 1, 1] * 2
    assert recognised_layouts(folder) == ["cuhk03_pictures"]


def test_people_of_the_list_are_tested(folder):
    (folder / "test.txt").write_text("2\n")
    data = read_data(f"cuhk03_pictures={folder}")
    assert set(data.query.people) == set(data.gallery.people) == {2}
    assert set(data.train.people) == {1}
