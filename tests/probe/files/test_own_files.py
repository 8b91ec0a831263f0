"""Files of one's own are written anew, those of others are kept."""

import pytest
from PIL import Image

from probe.errors import UsageError
from probe.files.own_files import check_others_kept, is_own
from probe.pictures.contact_sheet import maker


def test_a_picture_says_who_drew_it(tmp_path):
    picture = Image.new("RGB", (4, 4))
    picture.save(tmp_path / "own.png", pnginfo=maker())
    picture.save(tmp_path / "other.png")
    assert is_own(tmp_path / "own.png")
    assert not is_own(tmp_path / "other.png")


@pytest.mark.parametrize(
    ("name", "text", "own"),
    [
        ("r.html", '<!doctype html>\n<meta name="generator" content="probe">\n', True),
        ("r.HTML", '<meta name="generator" content="probe">', True),
        ("r.html", "<!doctype html><title>probe</title>", False),
        ("r.json", '{"format_version": 1, "language": "en"}', True),
        ("r.json", '{"language": "en", "format_version": 1}', False),
        ("r.pdf", "%PDF-1.7 /Author(probe)", True),
        ("r.pdf", "%PDF-1.7 /Author(somebody)", False),
        ("r.txt", '<meta name="generator" content="probe">', False),
        ("r.html", "", False),
    ],
)
def test_files_are_known_by_their_marks(name, text, own, tmp_path):
    (tmp_path / name).write_text(text)
    assert is_own(tmp_path / name) == own


def test_what_is_not_there_is_free_and_what_is_no_file_is_kept(tmp_path):
    (tmp_path / "r.html").mkdir()
    check_others_kept([tmp_path / "new.html"], force=False)
    check_others_kept([tmp_path / "r.html"], force=True)
    with pytest.raises(UsageError, match="probe did not write it"):
        check_others_kept([tmp_path / "new.html", tmp_path / "r.html"], force=False)
