"""Renditions that are kept: what was made is given back, and nothing else."""

import os

import pytest

from probe.pictures.kept_renditions import KeptRenditions


def never():
    raise AssertionError("it is kept")


@pytest.fixture
def kept(tmp_path):
    renditions = KeptRenditions(tmp_path / "renditions")
    assert renditions.rendition("a", "plain", lambda: b"picture of a") == b"picture of a"
    return renditions


def test_it_gives_back_what_was_made(kept):
    assert kept.rendition("a", "plain", never) == b"picture of a"
    again = KeptRenditions(kept.folder)
    assert again.rendition("a", "plain", never) == b"picture of a"


@pytest.mark.parametrize(("image", "manner"), [("b", "plain"), ("a", "pixelated")])
def test_another_picture_or_manner_is_made(kept, image, manner):
    assert kept.rendition(image, manner, lambda: b"other") == b"other"
    assert kept.rendition("a", "plain", never) == b"picture of a"


@pytest.mark.parametrize("damage", ["changed", "cut", "empty", "another's"])
def test_a_damaged_file_counts_as_absent(kept, damage):
    (path,) = kept.folder.rglob("*.webp")
    content = path.read_bytes()
    if damage == "another's":
        kept.rendition("b", "plain", lambda: b"picture of b")
        (other,) = set(kept.folder.rglob("*.webp")) - {path}
        path.write_bytes(other.read_bytes())
    else:
        damaged = {"changed": b"q" + content[1:], "cut": content[:-1], "empty": b""}
        path.write_bytes(damaged[damage])
    assert kept.rendition("a", "plain", lambda: b"anew") == b"anew"
    assert kept.rendition("a", "plain", never) == b"anew"


def test_those_used_longest_ago_go_first(kept):
    (first,) = kept.folder.rglob("*.webp")
    kept.rendition("b", "plain", lambda: b"picture of b")
    os.utime(first, (1, 1))
    kept.limit = 40
    kept.trim()
    (left,) = kept.folder.rglob("*.webp")
    assert left != first


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    kept = KeptRenditions(tmp_path / "file" / "renditions")
    assert kept.rendition("a", "plain", lambda: b"picture of a") == b"picture of a"
    kept.trim()
