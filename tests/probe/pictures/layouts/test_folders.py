"""One folder a person; tracks; query and gallery."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data


def test_identity_folders_and_tracks(people, picture):
    data = read_data(f"identity_folders={people}")
    assert data.train.identities == 4
    assert len(data.train) == 16
    assert not len(data.query)
    picture(people / "p9_t1_c12" / "0.jpg", 5)
    assert 12 in read_data(f"tracks={people}").train.cameras


def test_tracks_of_the_scenes_export_leave_masks_alone(tmp_path, picture):
    for person in ("00001", "00002"):
        picture(tmp_path / "tracks" / person / "000.jpg", 1)
        picture(tmp_path / "masks" / "tracks" / person / "000.png", 1)
    data = read_data(f"tracks={tmp_path}")
    assert len(data.train) == 2


def test_query_and_gallery_folders(tmp_path, picture):
    for part in ("query", "gallery"):
        for person in ("ann", "bob"):
            picture(tmp_path / part / person / f"{part}_c{1 if part == 'query' else 2}.jpg", 1)
    data = read_data(f"identity_folders={tmp_path}")
    assert data.query.people.tolist() == data.gallery.people.tolist() == [1, 2]
    assert data.query.cameras.tolist() == [1, 1]
    assert data.gallery.cameras.tolist() == [2, 2]


def test_one_person_cannot_be_trained_on(tmp_path, picture):
    picture(tmp_path / "only" / "a.jpg", 1)
    with pytest.raises(PictureSourceError, match="one person only"):
        read_data(f"identity_folders={tmp_path}")


def test_folders_without_pictures_are_said(tmp_path):
    (tmp_path / "ann").mkdir()
    with pytest.raises(PictureSourceError, match="no folder in it holds pictures"):
        read_data(f"identity_folders={tmp_path}")
