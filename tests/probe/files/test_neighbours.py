"""The next step when a path is not there."""

from pathlib import Path

import pytest

from probe.files.neighbours import contents, neighbours


def test_the_nearest_name_beside_it(tmp_path):
    (tmp_path / "osnet.pth").write_text("")
    assert neighbours(tmp_path / "osnt.pth") == "did you mean 'osnet.pth'?"
    assert neighbours(tmp_path / "zzz") == f"it was looked for in {tmp_path}"
    assert (
        neighbours(tmp_path / "no" / "file") == f"the folder {tmp_path / 'no'} is not there either"
    )


@pytest.mark.parametrize("address", ["s3://bucket/osnet.pth", "gs://bucket"])
def test_what_is_not_read_from_a_store_is_to_be_brought(address):
    assert "bring it here first (`aws s3 cp`" in neighbours(Path(address))


def test_what_a_folder_holds(tmp_path):
    assert contents(tmp_path) == "name a file"
    assert contents(tmp_path, "*.yaml") == "it holds no .yaml file"
    for name in ("a.yaml", "b.yaml", "c.pth", "d.pth"):
        (tmp_path / name).write_text("")
    assert contents(tmp_path, "*.yaml") == "it holds a.yaml, b.yaml: name one of them"
    assert contents(tmp_path) == "it holds a.yaml, b.yaml, c.pth and 1 more: name one of them"
