"""MSMT17: lists, versions, cameras in file names."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data
from probe.wording import wording_of

in_words = wording_of().stored


@pytest.mark.parametrize("folders", [("train", "test"), ("mask_train_v2", "mask_test_v2")])
def test_msmt17_versions(tmp_path, picture, folders, msmt17):
    data = read_data(f"msmt17={msmt17(tmp_path / 'MSMT17', picture, folders)}")
    assert data.train.people.tolist() == [0, 1, 0]
    assert data.train.cameras.tolist() == [0, 4, 14]
    assert data.gallery.cameras.tolist() == [6, 6]
    assert all(file.is_file() for file in (*data.train.files, *data.gallery.files))
    assert any(("V2" if "mask" in folders[0] else "V1") in in_words(note) for note in data.notes)


def test_msmt17_names_the_line_it_cannot_read(tmp_path, picture, msmt17):
    root = msmt17(tmp_path / "MSMT17", picture)
    (root / "list_query.txt").write_text("0000/short.jpg 0\n")
    with pytest.raises(PictureSourceError, match=r"list_query\.txt:1"):
        read_data(f"msmt17={root}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("../../../etc/0_0_3_x.jpg 0", "leads out of the folder"),
        (f"0000/0000_000_01_0303morning_0008_0.jpg {'9' * 30}", "a number that no data set has"),
    ],
)
def test_a_list_does_not_lead_out_of_its_folder(tmp_path, picture, msmt17, line, said):
    root = msmt17(tmp_path / "MSMT17", picture)
    (root / "list_query.txt").write_text(line + "\n")
    with pytest.raises(PictureSourceError, match=said) as caught:
        read_data(f"msmt17={root}")
    assert str(caught.value.place).endswith("list_query.txt")


def test_people_of_the_two_parts_are_different_whatever_their_numbers(tmp_path, picture, msmt17):
    data = read_data(f"msmt17={msmt17(tmp_path, picture)}")
    assert set(data.train.people) & set(data.query.people)
    assert not any("among the training" in in_words(note) for note in data.notes)
