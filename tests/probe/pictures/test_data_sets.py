"""Data sets: names parsed, traps avoided, counts compared, broken pictures listed."""

import numpy as np
import pytest
from scipy.io import savemat

from probe.errors import PictureSourceError, UsageError
from probe.pictures.layouts.labelled import ReidData, joined, pictures_of
from probe.pictures.layouts.registry import (
    PUBLISHED,
    count_notes,
    form_of,
    read_data,
    without_broken,
)


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


def test_counts_that_differ_are_said(market):
    (note,) = read_data(f"market1501={market}").notes
    assert "2 training pictures instead of 12,936" in note
    assert "not comparable" in note
    assert read_data(f"market_form={market}").notes == ()


@pytest.mark.parametrize("name", list(PUBLISHED))
def test_published_counts_pass_and_another_sets_counts_are_named(name):
    told = PUBLISHED[name]

    def part(count, people):
        return pictures_of(".", ((f"{n}.jpg", n % people, 0) for n in range(count)))

    data = ReidData(
        name,
        part(told.train, told.train_people),
        part(told.query, told.query_people),
        part(told.gallery, 700),
    )
    assert count_notes(data) == []
    other = "market1501" if name != "market1501" else "dukemtmc"
    (note,) = count_notes(ReidData(other, data.train, data.query, data.gallery))
    assert f"These are the counts of {name}" in note


def test_people_in_training_and_query_are_said(market, picture):
    picture(market / "bounding_box_train" / "0007_c1s1_000009_00.jpg", 3)
    assert "1 people of the query are among" in read_data(f"market_form={market}").notes[0]


def write_msmt17(root, picture, folders=("train", "test")):
    lists = {
        "train": [
            "0000/0000_000_01_0303morning_0008_0.jpg 0",
            "0001/0001_000_05_0303noon_1_0.jpg 1",
        ],
        "val": ["0000/0000_001_15_0303morning_0009_0.jpg 0"],
        "query": ["0000/0000_000_02_0303morning_1_0.jpg 0"],
        "gallery": [
            "0000/0000_001_07_0303morning_1_0.jpg 0",
            "0001/0001_001_07_0303noon_1_0.jpg 1",
        ],
    }
    for name, lines in lists.items():
        folder = folders[0] if name in {"train", "val"} else folders[1]
        for at, line in enumerate(lines):
            picture(root / folder / line.split()[0], at)
        (root / f"list_{name}.txt").write_text("\n".join(lines) + "\n")
    return root


@pytest.mark.parametrize("folders", [("train", "test"), ("mask_train_v2", "mask_test_v2")])
def test_msmt17_versions(tmp_path, picture, folders):
    data = read_data(f"msmt17={write_msmt17(tmp_path / 'MSMT17', picture, folders)}")
    assert data.train.people.tolist() == [0, 1, 0]
    assert data.train.cameras.tolist() == [0, 4, 14]
    assert data.gallery.cameras.tolist() == [6, 6]
    assert all(file.is_file() for file in (*data.train.files, *data.gallery.files))
    assert any(("V2" if "mask" in folders[0] else "V1") in note for note in data.notes)


def test_msmt17_names_the_line_it_cannot_read(tmp_path, picture):
    root = write_msmt17(tmp_path / "MSMT17", picture)
    (root / "list_query.txt").write_text("0000/short.jpg 0\n")
    with pytest.raises(PictureSourceError, match=r"list_query\.txt:1"):
        read_data(f"msmt17={root}")


def write_cuhk03(root, picture, slash="/"):
    names = [f"1_00{n}_{1 + n % 2}_0{n}.png" for n in range(6)]
    for at, name in enumerate(names):
        picture(root / "images_detected" / "sub" / name, at)
    listed = np.empty((6, 1), object)
    listed[:, 0] = [f"sub{slash}{name}" for name in names]
    content = {
        "filelist": listed,
        "labels": np.array([[1], [1], [2], [2], [3], [3]]),
        "camId": np.array([[1], [2], [1], [2], [1], [2]]),
        "train_idx": np.array([[1], [2]]),
        "query_idx": np.array([[3], [5]]),
        "gallery_idx": np.array([[4], [6]]),
    }
    savemat(root / "cuhk03_new_protocol_config_detected.mat", content)
    return root


@pytest.mark.parametrize("slash", ["/", "\\"])
def test_cuhk03_counts_its_lists_from_one(tmp_path, picture, slash):
    data = read_data(f"cuhk03_np_detected={write_cuhk03(tmp_path, picture, slash)}")
    assert data.train.people.tolist() == [1, 1]
    assert data.query.people.tolist() == [2, 3]
    assert data.query.cameras.tolist() == [0, 0]
    assert data.gallery.cameras.tolist() == [1, 1]
    assert all(file.is_file() for file in data.gallery.files)


def test_cuhk03_in_market_form(market):
    assert len(read_data(f"cuhk03_np_labeled={market}").query) == 4


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


def test_a_path_that_is_another_data_set_is_named(tmp_path, market, picture, people):
    msmt = write_msmt17(tmp_path / "M", picture)
    with pytest.raises(PictureSourceError, match="msmt17=") as caught:
        read_data(f"market1501={msmt}")
    assert "It looks like msmt17" in str(caught.value)
    with pytest.raises(PictureSourceError, match="market_form="):
        read_data(f"msmt17={market}")
    with pytest.raises(PictureSourceError, match="market_form="):
        read_data(f"identity_folders={market}")
    with pytest.raises(PictureSourceError, match="no folder of market1501"):
        read_data(f"market1501={people}")
    with pytest.raises(PictureSourceError, match="no such folder"):
        read_data(f"market1501={tmp_path / 'nowhere'}")


def test_names_and_forms_are_checked(tmp_path):
    with pytest.raises(UsageError, match="not NAME=DIR"):
        read_data("market1501")
    with pytest.raises(UsageError, match="market1501"):
        read_data(f"market1502={tmp_path}")
    assert form_of(tmp_path) == ""


def test_market_refuses_pictures_it_cannot_name(market, picture):
    picture(market / "query" / "somebody.jpg", 1)
    with pytest.raises(PictureSourceError, match=r"1 of 5 pictures .* query/somebody.jpg"):
        read_data(f"market1501={market}")


def test_one_person_cannot_be_trained_on(tmp_path, picture):
    picture(tmp_path / "only" / "a.jpg", 1)
    with pytest.raises(PictureSourceError, match="one person only"):
        read_data(f"identity_folders={tmp_path}")


def test_broken_pictures_are_listed_and_left_out(people):
    (people / "p0" / "0.jpg").write_bytes(b"")
    whole = (people / "p1" / "1.jpg").read_bytes()
    (people / "p1" / "1.jpg").write_bytes(whole[: len(whole) // 2])
    data = without_broken(read_data(f"identity_folders={people}"))
    assert len(data.train) == 14
    assert {lost.path for lost in data.broken} == {"p0/0.jpg", "p1/1.jpg"}
    assert (
        next(lost for lost in data.broken if lost.path == "p0/0.jpg").reason == "the file is empty"
    )


def test_union_moves_people_and_cameras_apart(market, people):
    first = read_data(f"market1501={market}").train
    second = read_data(f"identity_folders={people}").train
    both = joined([first, second, first])
    assert len(both) == 2 * len(first) + len(second)
    assert both.identities == 2 * first.identities + second.identities
    assert len(np.unique(both.cameras)) == 2 + 1 + 2
    assert all(file.is_file() for file in both.files)
    assert sorted(set(both.labels().tolist())) == list(range(both.identities))
