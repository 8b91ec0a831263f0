"""CUHK01, PKU-Reid and CUHK03 as single pictures: persons and cameras in names, people in lists."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data, recognised_layouts
from probe.wording import wording_of

in_words = wording_of().stored

FILES = {
    "cuhk01": ("campus/{person:04d}{number:03d}.png", (1, 2, 3, 4), (0, 0, 1, 1)),
    "pku_reid": ("{person:03d}_c{number}_o3.png", (1, 2), (0, 1)),
    "cuhk03_pictures": ("{person:04d}_{number:02d}.jpg", (0, 4, 5, 9), (0, 0, 1, 1)),
}


@pytest.fixture
def made(tmp_path, picture):
    def make(layout, people):
        pattern, numbers, _ = FILES[layout]
        for person in people:
            for number in numbers:
                path = tmp_path / "data" / pattern.format(person=person, number=number)
                picture(path, 10 * person + number, person)
        return tmp_path / "data"

    return make


@pytest.mark.parametrize("layout", FILES)
def test_people_and_cameras_are_in_the_names(layout, made):
    folder = made(layout, (1, 2, 7))
    (folder / "test.txt").write_text("2\n\n5-9\n")
    data = read_data(f"{layout}={folder}")
    cameras = FILES[layout][2]
    assert data.train.people.tolist() == [1] * len(cameras)
    assert data.train.cameras.tolist() == list(cameras)
    assert set(data.query.people) == set(data.gallery.people) == {2, 7}
    assert set(data.query.cameras) == {0}
    assert set(data.gallery.cameras) == {1}
    assert all(file.is_file() for file in (*data.train.files, *data.gallery.files))
    (note,) = data.notes
    assert in_words(note) == "1 people are trained on, 2 tested (as test.txt says)"


@pytest.mark.parametrize("layout", FILES)
def test_folders_are_recognised(layout, made):
    assert recognised_layouts(made(layout, (1, 2))) == [layout]


def test_without_a_list_cuhk01_is_halved(made, monkeypatch):
    from probe.pictures.layouts import cuhk01

    monkeypatch.setattr(cuhk01, "TRAINED", 2)
    data = read_data(f"cuhk01={made('cuhk01', (4, 6, 9))}")
    assert set(data.train.people) == {4, 6}
    assert set(data.query.people) == {9}
    assert "there is no test.txt" in in_words(data.notes[0])


def test_without_a_list_pku_reid_is_tested(made):
    data = read_data(f"pku_reid={made('pku_reid', (1, 2))}")
    assert (len(data.train), data.query.identities) == (0, 2)


def test_without_a_list_cuhk03_pictures_are_trained_on(made):
    data = read_data(f"cuhk03_pictures={made('cuhk03_pictures', (1, 2))}")
    assert (data.train.identities, len(data.query)) == (2, 0)


@pytest.mark.parametrize("line", ["9", "seven", "9-7", "7 8", "\xff", "1" * 5000])
def test_a_list_that_names_nobody_is_refused(line, made):
    folder = made("pku_reid", (1, 2))
    (folder / "test.txt").write_text(f"1\n{line}\n", "latin-1")
    with pytest.raises(PictureSourceError, match=r"test\.txt:2"):
        read_data(f"pku_reid={folder}")


def test_strange_names_are_refused(made, picture):
    folder = made("pku_reid", (1, 2))
    picture(folder / "group.png", 1)
    with pytest.raises(PictureSourceError, match="1 of 5 pictures are not named as in pku_reid"):
        read_data(f"pku_reid={folder}")


def test_another_layout_is_named(made):
    with pytest.raises(PictureSourceError) as caught:
        read_data(f"cuhk01={made('pku_reid', (1, 2))}")
    assert "It looks like pku_reid" in caught.value.hint
