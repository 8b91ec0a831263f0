"""Small pictures of a run in one file: what was written is read; what a stranger made, refused."""

import random
import zipfile

import pytest

from probe.errors import DamagedFileError
from probe.runs.archive import MOST_BYTES, Archive, write_archive

FILES = [(f"pictures/{k}.webp", bytes([k]) * (100 + k)) for k in range(20)]


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "pictures.zip"
    write_archive(path, iter(FILES))
    return path


def test_what_was_written_is_read_by_name(archive):
    read = Archive(archive)
    assert len(read) == 20
    assert [(name, read.read(name)) for name, _ in FILES] == FILES
    assert read.read("pictures/none.webp") is None


def test_equal_files_give_equal_bytes_and_nothing_is_packed(archive, tmp_path):
    write_archive(tmp_path / "again.zip", FILES)
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    assert all(data in archive.read_bytes() for _, data in FILES)


@pytest.mark.parametrize("kept", [0, 10, 500, -1])
def test_a_file_that_is_cut_short_is_named(archive, kept):
    archive.write_bytes(archive.read_bytes()[:kept])
    with pytest.raises(DamagedFileError, match=r"no zip file, or is cut short") as caught:
        Archive(archive)
    assert caught.value.place == str(archive)


def test_flipped_bytes_of_a_picture_are_found(archive):
    data = archive.read_bytes()
    at = data.index(FILES[7][1])
    archive.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    read = Archive(archive)
    assert read.read(FILES[6][0]) == FILES[6][1]
    with pytest.raises(DamagedFileError, match=r"7\.webp is not what was written"):
        read.read(FILES[7][0])


@pytest.mark.parametrize(
    ("method", "data"),
    [(zipfile.ZIP_DEFLATED, b"\0" * 1000), (zipfile.ZIP_STORED, bytes(MOST_BYTES + 1))],
    ids=["packed", "large"],
)
def test_nothing_is_unpacked_and_nothing_large_is_read(tmp_path, method, data):
    path = tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w", method) as made:
        made.writestr("pictures/a.webp", data)
    with pytest.raises(DamagedFileError, match=r"compressed, or larger than a small picture"):
        Archive(path).read("pictures/a.webp")


def test_two_files_of_one_name_are_refused(tmp_path):
    path = tmp_path / "pictures.zip"
    with pytest.warns(UserWarning, match="Duplicate name"):
        write_archive(path, [("pictures/a.webp", b"one"), ("pictures/a.webp", b"two")])
    with pytest.raises(DamagedFileError, match="two files of one name"):
        Archive(path)


def test_an_entry_that_states_less_than_it_takes_is_not_read(archive):
    """Bytes beyond the stated size would be read, and thrown away."""
    data = bytearray(archive.read_bytes())
    entry = data.index(b"PK\1\2")
    data[entry + 20 : entry + 24] = (1 << 30).to_bytes(4, "little")
    archive.write_bytes(bytes(data))
    with pytest.raises(DamagedFileError, match=r"0\.webp is compressed, or larger"):
        Archive(archive).read(FILES[0][0])


def test_bytes_changed_anywhere_are_refused_or_change_nothing(archive):
    whole = archive.read_bytes()
    drawn = random.Random(5)
    start = whole.index(b"PK\1\2")
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(drawn.choice([1, 2, 4])):
            data[drawn.randrange(start, len(data))] = drawn.choice([0, 127, 128, 255])
        archive.write_bytes(bytes(data))
        try:
            read = Archive(archive)
            given = [(data, read.read(name)) for name, data in FILES]
        except DamagedFileError:
            continue
        assert all(told in (None, data) for data, told in given)
