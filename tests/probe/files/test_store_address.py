from pathlib import Path

import pytest

from probe.errors import UsageError
from probe.files.store_address import is_address, read_address, without_secrets


@pytest.mark.parametrize("given", ["s3://b/f", "gs://b", "http://h/x", Path("s3://b/f"), "s3://"])
def test_what_is_meant_as_an_address(given):
    assert is_address(given)


@pytest.mark.parametrize(
    "given", ["photos", "/photos", "C:/photos", "C:\\photos", "a:b", "写真/田中", ""]
)
def test_what_is_a_path(given):
    assert not is_address(given)


def test_a_folder_that_is_there_is_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "night:" / "a").mkdir(parents=True)
    assert not is_address(Path("night:/a"))


@pytest.mark.parametrize("given", ["s3://b/f/g", "S3://b/f/g/", Path("s3://b/f/g")])
def test_an_address_has_bucket_folder_and_name(given):
    address = read_address(given)
    assert (str(address), address.bucket, address.name) == ("s3://b/f/g", "b", "g")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("s3://KEY:SECRET@b/f", "s3://***@b/f"),
        (Path("s3://KEY:SECRET@b/f"), "s3://***@b/f"),
        ("gs://b/f?X-Goog-Signature=SECRET", "gs://b/f?***"),
        ("ftp://me:SECRET@host/f", "ftp://***@host/f"),
    ],
)
def test_what_may_be_a_secret_is_refused_and_not_shown(given, shown):
    with pytest.raises(UsageError) as caught:
        read_address(given)
    assert caught.value.place == shown
    assert "SECRET" not in str(caught.value)
    assert without_secrets(shown) == shown


@pytest.mark.parametrize("given", ["s3://", "s3:///f", "s3://b/../c", "s3://b//c", "s3://b/\x1b"])
def test_what_names_no_folder_is_refused(given):
    with pytest.raises(UsageError, match="no address of a folder"):
        read_address(given)


def test_another_kind_of_store_names_those_that_are_read():
    with pytest.raises(UsageError, match="nothing is read from http://") as caught:
        read_address("http://host/pictures")
    assert "gs://BUCKET/FOLDER" in caught.value.hint
