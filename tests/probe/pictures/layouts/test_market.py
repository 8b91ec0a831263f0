"""The form of Market-1501: junk, background, names that say nobody."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data


def test_market_leaves_out_junk_and_keeps_background_in_the_gallery(market):
    data = read_data(f"market1501={market}")
    assert -1 not in data.gallery.people
    assert (data.gallery.people == 0).sum() == 1
    assert 0 not in data.train.people
    assert sorted(set(data.gallery.cameras.tolist())) == [0, 1, 2]
    assert len(data.query) == 4
    assert data.train.paths[0] == "bounding_box_train/0002_c1s1_000000_00.jpg"


def test_market_is_found_one_folder_up(market):
    assert len(read_data(f"market1501={market.parent}").query) == 4


def test_market_refuses_pictures_it_cannot_name(market, picture):
    picture(market / "query" / "somebody.jpg", 1)
    with pytest.raises(PictureSourceError, match=r"1 of 5 pictures .* query/somebody.jpg"):
        read_data(f"market1501={market}")


def test_training_pictures_are_not_needed_by_name_alone(market):
    for path in (market / "bounding_box_train").iterdir():
        path.rename(path.with_name(f"picture-{path.name}"))
    with pytest.raises(PictureSourceError, match="no picture is named as in market1501"):
        read_data(f"market1501={market}")


def test_empty_folders_are_no_data_set(tmp_path):
    for part in ("bounding_box_train", "query", "bounding_box_test"):
        (tmp_path / part).mkdir()
    with pytest.raises(PictureSourceError, match="hold no pictures"):
        read_data(f"market_form={tmp_path}")
