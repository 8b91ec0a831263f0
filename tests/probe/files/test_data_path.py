"""Paths that stand in data stay below their folder."""

import pytest

from probe.errors import PictureSourceError
from probe.files.data_path import path_in_data, stays_below


@pytest.mark.parametrize(
    ("given", "below"),
    [
        ("boxes.csv", True),
        ("a/b..c/boxes.csv", True),
        ("./boxes.csv", True),
        ("/etc/passwd", False),
        ("../boxes.csv", False),
        ("a/../../boxes.csv", False),
        ("C:\\boxes.csv", False),
        ("..\\boxes.csv", False),
        ("\\\\server\\boxes.csv", False),
        ("", False),
        ("boxes\0.csv", False),
    ],
)
def test_what_stays_below_its_folder(given, below):
    assert stays_below(given) is below


def test_a_link_that_leads_out_is_refused_and_nothing_is_quoted(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.csv").write_text("password", "utf-8")
    (tmp_path / "in" / "boxes.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(PictureSourceError, match=r"'boxes\.csv' leads out of the folder") as caught:
        path_in_data(tmp_path / "in", "boxes.csv", PictureSourceError, "photos.boxes")
    assert caught.value.place == "photos.boxes"
    assert "password" not in str(caught.value)
    assert path_in_data(tmp_path, "secret.csv", PictureSourceError, "").is_file()
