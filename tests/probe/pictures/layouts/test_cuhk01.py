"""CUHK01: two cameras by the number of the picture, in `campus` or here."""

import pytest

from probe.pictures.data_sets import read_data, recognised_layouts


@pytest.fixture
def folder(tmp_path, picture):
    for person in (1, 2):
        for number in (1, 2, 3, 4):
            picture(tmp_path / "campus" / f"{person:04d}{number:03d}.png", number, person)
    return tmp_path


def test_pictures_one_and_two_are_of_the_first_camera(folder):
    train = read_data(f"cuhk01={folder}").train
    assert train.people.tolist() == [1] * 4 + [2] * 4
    assert train.cameras.tolist() == [0, 0, 1, 1] * 2


def test_the_folder_of_the_pictures_may_be_named_itself(folder):
    assert recognised_layouts(folder) == recognised_layouts(folder / "campus") == ["cuhk01"]
    assert len(read_data(f"cuhk01={folder / 'campus'}").train) == 8
