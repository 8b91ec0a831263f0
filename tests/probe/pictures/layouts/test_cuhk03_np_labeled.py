"""CUHK03 under the new protocol, labeled boxes."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data, recognised_layouts
from probe.wording import wording_of

in_words = wording_of().stored


def test_its_own_protocol_file_is_recognised(tmp_path):
    (tmp_path / "cuhk03_new_protocol_config_labeled.mat").write_bytes(b"")
    assert "cuhk03_np_labeled" in recognised_layouts(tmp_path)
    assert "cuhk03_np_detected" not in recognised_layouts(tmp_path)
    with pytest.raises(PictureSourceError, match="this is no MATLAB file, or it is damaged"):
        read_data(f"cuhk03_np_labeled={tmp_path}")


def test_counts_that_differ_from_the_published_ones_are_said(market):
    data = read_data(f"cuhk03_np_labeled={market}")
    assert "2 training pictures instead of 7,368" in in_words(data.notes[0])
