"""Labelled pictures: parts, unions, digests, broken files."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureSourceError
from probe.pictures import labelled
from probe.pictures.data_sets import read_data, without_broken
from probe.pictures.labelled import LabelledPictures, check_files, joined, pictures_of
from probe.wording import wording_of


def test_broken_pictures_are_listed_and_left_out(people):
    (people / "p0" / "0.jpg").write_bytes(b"")
    whole = (people / "p1" / "1.jpg").read_bytes()
    (people / "p1" / "1.jpg").write_bytes(whole[: len(whole) // 2])
    data = without_broken(read_data(f"identity_folders={people}"))
    assert len(data.train) == 14
    assert {lost.path for lost in data.broken} == {"p0/0.jpg", "p1/1.jpg"}
    reason = next(lost for lost in data.broken if lost.path == "p0/0.jpg").reason
    assert wording_of("en")(reason) == "the file is empty"


def test_a_file_is_decoded_again_only_where_it_has_changed(tmp_path, monkeypatch):
    decoded = []
    monkeypatch.setattr(
        labelled,
        "_decoded",
        lambda file, real=labelled._decoded: decoded.append(file) or real(file),
    )
    file = tmp_path / "1_1.png"
    colours = np.arange(32 * 16 * 3, dtype=np.uint8).reshape(32, 16, 3)
    Image.fromarray(colours).save(file)
    given = pictures_of(tmp_path, [("1_1.png", 1, 1)])
    first = check_files(given)
    assert check_files(given).pixels == first.pixels
    assert decoded == [file]
    Image.fromarray(colours[::-1]).save(file)
    assert check_files(given).pixels != first.pixels
    file.write_bytes(b"cut off")
    assert len(check_files(given).broken) == 1
    file.unlink()
    assert len(check_files(given).broken) == 1


def test_union_moves_people_and_cameras_apart(market, people):
    first = read_data(f"market1501={market}").train
    second = read_data(f"identity_folders={people}").train
    both = joined([first, second, first])
    assert len(both) == 2 * len(first) + len(second)
    assert both.identities == 2 * first.identities + second.identities
    assert len(np.unique(both.cameras)) == 2 + 1 + 2
    assert all(file.is_file() for file in both.files)
    assert sorted(set(both.labels().tolist())) == list(range(both.identities))


def test_the_digest_follows_names_people_and_cameras():
    rows = [("a.jpg", 1, 0), ("b.jpg", 2, 0)]
    digest = pictures_of(Path(), rows).digest()
    assert pictures_of(Path("elsewhere"), rows).digest() == digest
    for other in (("a.jpg", 2, 0), ("a.jpg", 1, 1), ("c.jpg", 1, 0)):
        assert pictures_of(Path(), [other, rows[1]]).digest() != digest


def test_labels_count_from_zero_and_parts_keep_their_order():
    pictures = pictures_of(Path(), [("a", 7, 0), ("b", 3, 1), ("c", 7, 2)])
    assert pictures.labels().tolist() == [1, 0, 1]
    assert pictures.only(pictures.people == 7).paths == ("a", "c")
    with pytest.raises(ValueError, match="read-only"):
        pictures.people[0] = 1


def test_columns_of_different_length_are_refused():
    with pytest.raises(PictureSourceError, match="1 pictures, 2 people and 1 cameras"):
        LabelledPictures(Path(), ("a",), np.array([1, 2]), np.array([0]))
