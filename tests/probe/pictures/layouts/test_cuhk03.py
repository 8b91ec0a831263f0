"""CUHK03-NP: MATLAB lists that count from one; the copy in the form of Market-1501."""

import numpy as np
import pytest
from scipy.io import loadmat, savemat

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data


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


def test_a_protocol_file_that_lacks_a_list_is_refused(tmp_path, picture):
    savemat(tmp_path / "cuhk03_new_protocol_config_detected.mat", {"labels": np.array([1])})
    with pytest.raises(PictureSourceError, match="the protocol lacks train_idx"):
        read_data(f"cuhk03_np_detected={tmp_path}")
    (tmp_path / "cuhk03_new_protocol_config_labeled.mat").write_bytes(b"no MATLAB file")
    with pytest.raises(PictureSourceError, match="this is no MATLAB file, or it is damaged"):
        read_data(f"cuhk03_np_labeled={tmp_path}")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("train_idx", np.array([[7]])),
        ("query_idx", np.array([[0]])),
        ("labels", np.array([[1], [2]])),
        ("camId", np.array([["a"]] * 6)),
        ("filelist", np.empty((0, 1), object)),
    ],
)
def test_lists_that_do_not_fit_each_other_are_refused(tmp_path, picture, key, value):
    root = write_cuhk03(tmp_path, picture)
    path = root / "cuhk03_new_protocol_config_detected.mat"
    content = {name: v for name, v in loadmat(path).items() if not name.startswith("__")}
    savemat(path, content | {key: value})
    with pytest.raises(PictureSourceError, match="do not fit each other"):
        read_data(f"cuhk03_np_detected={root}")


def test_a_list_does_not_lead_out_of_its_folder(tmp_path, picture):
    root = write_cuhk03(tmp_path, picture)
    path = root / "cuhk03_new_protocol_config_detected.mat"
    content = {name: v for name, v in loadmat(path).items() if not name.startswith("__")}
    content["filelist"][5, 0] = "..\\..\\secret.png"
    savemat(path, content)
    with pytest.raises(PictureSourceError, match=r"'\.\./\.\./secret\.png' leads out"):
        read_data(f"cuhk03_np_detected={root}")


def test_pictures_must_be_extracted(tmp_path, picture):
    root = write_cuhk03(tmp_path, picture)
    (root / "images_detected").rename(root / "elsewhere")
    with pytest.raises(PictureSourceError, match="is not in images_detected, detected or here"):
        read_data(f"cuhk03_np_detected={root}")


def test_the_other_boxes_are_named(tmp_path, picture):
    root = write_cuhk03(tmp_path, picture)
    with pytest.raises(PictureSourceError, match=f"cuhk03_np_detected={root}"):
        read_data(f"cuhk03_np_labeled={root}")
