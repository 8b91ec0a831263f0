"""Masks from files named as the photographs."""

from dataclasses import replace

import pytest

from probe.errors import MaskError
from probe.masking import make_masks
from probe.masking.maskers.files import FileMasks
from probe.wording import wording_of

in_words = wording_of().stored


def test_a_mask_file_is_found_by_the_name_of_its_picture(folder, record, photo):
    source = FileMasks(folder)
    ann = replace(record("ann", photo), source="day1/ann.jpg")
    mask = source.mask_of(ann, photo)
    assert mask.sum() == 20 * 6
    assert mask.dtype == bool


def test_every_bad_mask_file_is_named_with_its_reason(folder, record, photo):
    names = ("small", "nobody", "broken", "missing")
    ann = replace(record("ann", photo), source="day1/ann.jpg")
    found = make_masks(FileMasks(folder), [ann, *(record(n, photo) for n in names)])
    reasons = {f.source: in_words(f.reason) for f in found.failures}
    assert "20 x 12 pixels, the picture 30 x 12" in reasons["small.jpg"]
    assert "empty" in reasons["nobody.jpg"]
    assert "not a readable mask" in reasons["broken.jpg"]
    assert "no mask file is named missing" in reasons["missing.jpg"]
    assert len(found.packed) == 1


def test_the_digest_follows_the_content(folder):
    before = FileMasks(folder).digest
    assert FileMasks(folder).digest == before
    (folder / "small.png").write_bytes(b"other")
    assert FileMasks(folder).digest != before


def test_a_folder_without_masks_is_refused(tmp_path):
    (tmp_path / "mask.txt").write_bytes(b"")
    with pytest.raises(MaskError, match="this is a file, and a folder of masks is needed"):
        FileMasks(tmp_path / "mask.txt")
    with pytest.raises(MaskError, match="no such folder"):
        FileMasks(tmp_path / "nowhere")
    with pytest.raises(MaskError, match="no mask files"):
        FileMasks(tmp_path)


def test_a_mask_file_that_changes_is_refused(folder, record, photo):
    source = FileMasks(folder)
    assert source.digest
    path = folder / "day1" / "ann.png"
    path.write_bytes(path.read_bytes() + b" ")
    ann = replace(record("ann", photo), source="day1/ann.jpg")
    with pytest.raises(MaskError, match="has changed since the run read it first"):
        source.mask_of(ann, photo)
