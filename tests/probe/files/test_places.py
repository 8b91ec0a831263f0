"""What lies at a path; text that can be no path names nothing."""

import pytest

from probe.files.places import is_file, is_folder, is_there

LONG = "a" * 1000


@pytest.mark.parametrize("given", [LONG, "a\0b", "", f"{LONG}/x"])
def test_text_that_can_be_no_path_names_nothing(given):
    assert not is_file(given)
    assert not is_folder(given)
    assert not is_there(given)


def test_a_link_in_a_circle_names_nothing(tmp_path):
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert not is_there(tmp_path / "round" / "x")


def test_files_and_folders_are_told_apart(tmp_path):
    (tmp_path / "file").write_text("x")
    assert is_file(tmp_path / "file")
    assert not is_folder(tmp_path / "file")
    assert is_folder(str(tmp_path))
    assert is_there(tmp_path / "file")
