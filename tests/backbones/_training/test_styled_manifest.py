"""What a styled set is to hold."""

import pytest

from probe.backbones._training.styled_manifest import (
    StyledManifest,
    check_whole,
    read_manifest,
    write_manifest,
)
from probe.errors import PictureSourceError

MANIFEST = StyledManifest(
    "g", "0" * 64, "instance", "table", (64, 32), (0, 1), True, 5, "1" * 64, 10
)  # fmt: skip


def test_it_is_read_as_it_was_written(tmp_path):
    assert read_manifest(tmp_path) is None
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST


def test_a_list_with_gaps_is_refused_with_counts(tmp_path):
    write_manifest(tmp_path, MANIFEST)
    check_whole(tmp_path / "pictures.csv", 10)
    check_whole(tmp_path / "other.csv", 3)
    with pytest.raises(PictureSourceError, match="7 of 10 pictures are drawn") as caught:
        check_whole(tmp_path / "pictures.csv", 7)
    assert "--resume" in caught.value.hint


@pytest.mark.parametrize("text", ["", "{}", '{"generator": 3}'])
def test_another_file_is_no_manifest(text, tmp_path):
    (tmp_path / "styled.json").write_text(text)
    with pytest.raises(PictureSourceError, match="not the manifest"):
        read_manifest(tmp_path)
