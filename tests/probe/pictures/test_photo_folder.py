"""What lies in a folder of photographs, and what of it cannot be used."""

import os
import unicodedata
from pathlib import Path

import pytest

from probe.errors import PictureSourceError
from probe.pictures.photo_folder import look_into
from probe.wording import wording_of

in_words = wording_of()


def write(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def test_files_are_listed_hidden_ones_left_out_and_links_that_lead_out_named(tmp_path):
    inside = write(tmp_path / "in", "b.png", "a.png", ".hidden.png", ".cache/c.png", "x/d.png")
    write(tmp_path, "secret.png")
    (inside / "out.png").symlink_to(tmp_path / "secret.png")
    (inside / "broken.png").symlink_to(inside / "nothing.png")
    (inside / "kept.png").symlink_to(inside / "a.png")
    (inside / "folder").symlink_to(inside / "x")
    contents = look_into(inside)
    assert contents.names == ("a.png", "b.png", "kept.png", "x/d.png")
    reasons = {name: in_words(why) for name, why in contents.unread_pictures().items()}
    assert reasons == {
        "out.png": "a link that leads out of the folder",
        "broken.png": "a link to a file that is not there",
    }
    assert {name: in_words(why) for name, why in contents.closed.items()} == {
        "folder": "a link to a folder, which is not followed"
    }


def test_pictures_of_other_formats_are_named(tmp_path):
    contents = look_into(write(tmp_path, "a.JXL", "b.jfif", "c.dng", "d.txt"))
    assert contents.pictures == ["b.jfif"]
    assert set(contents.unread_pictures()) == {"a.JXL", "c.dng"}
    assert "save it as .jpg" in in_words(contents.unread_pictures()["a.JXL"])


def test_a_folder_without_pictures_says_what_it_holds(tmp_path):
    contents = look_into(write(tmp_path, *(f"{k}.jxl" for k in range(32)), "a.txt"))
    assert "no picture that is read: 32 .jxl files, 1 .txt file" in str(contents.no_picture())
    assert "*.jpg" not in str(contents.no_picture())
    (tmp_path / "none").mkdir()
    assert str(look_into(tmp_path / "none").no_picture()).startswith(
        f"{tmp_path}/none: the folder holds no picture\n"
    )


def test_names_that_are_no_utf8_are_readable_and_found(tmp_path):
    raw = os.fsencode(tmp_path) + b"/" + "\u732b.png".encode("shift-jis")
    Path(os.fsdecode(raw)).write_bytes(b"cat")
    contents = look_into(tmp_path)
    (name,) = contents.names
    assert name == "\\x94L.png"
    assert contents.path(name).read_bytes() == b"cat"


def test_names_are_composed_and_two_that_read_the_same_stay_two(tmp_path):
    apart = unicodedata.normalize("NFD", "caf\u00e9.png")
    write(tmp_path, apart)
    contents = look_into(tmp_path)
    assert contents.names == ("caf\u00e9.png",)
    assert contents.path("caf\u00e9.png").is_file()
    write(tmp_path, "caf\u00e9.png")
    both = look_into(tmp_path)
    assert len({both.path(name).name for name in both.names}) == 2


def test_a_folder_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    write(tmp_path, "open/a.png", "closed/b.png")
    walk = os.scandir

    def refused(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return walk(path)

    monkeypatch.setattr(os, "scandir", refused)
    contents = look_into(tmp_path)
    assert contents.names == ("open/a.png",)
    assert in_words(contents.closed["closed"]) == "cannot be read (Permission denied)"


def test_no_folder(tmp_path):
    write(tmp_path, "photos.png")
    with pytest.raises(PictureSourceError, match="this is a file, not a folder"):
        look_into(tmp_path / "photos.png")
    with pytest.raises(PictureSourceError, match=r"no such folder(.|\n)*did you mean 'photos.png'"):
        look_into(tmp_path / "photo.png")
