"""What a layout declares, and where its folder may lie."""

import pytest

from probe.pictures.data_sets import LAYOUTS
from probe.pictures.layout import Layout, folder_and_inner


def test_inner_folders_are_looked_at_in_order_and_files_are_not(tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / name).mkdir()
    (tmp_path / "a.txt").write_text("")
    assert folder_and_inner(tmp_path) == [tmp_path, *(tmp_path / name for name in "abc")]
    assert folder_and_inner(tmp_path, most=1) == [tmp_path, tmp_path / "a"]
    assert folder_and_inner(tmp_path / "none") == [tmp_path / "none"]


def test_a_layout_that_says_nothing_is_never_sure(tmp_path):
    layout = Layout("a folder", read=lambda folder: None)
    assert not layout.recognises(tmp_path)
    assert layout.published is None


@pytest.mark.parametrize("name", LAYOUTS.names())
def test_every_layout_says_in_a_line_what_it_reads(name):
    assert LAYOUTS.get(name).summary.strip()
    assert "\n" not in LAYOUTS.get(name).summary


@pytest.mark.parametrize("name", LAYOUTS.names())
def test_no_layout_is_sure_of_an_empty_folder(name, tmp_path):
    assert not LAYOUTS.get(name).recognises(tmp_path)
