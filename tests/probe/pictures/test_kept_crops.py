"""Crops of full frames are kept as far as there is room."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.pictures import photographs
from probe.pictures.decoding import Box, read_picture
from probe.pictures.kept_crops import KeptCrops
from probe.pictures.photographs import photo_set
from tests.probe.pictures.test_photographs import protocol


def crop(value):
    return np.full((4, 2, 3), value, np.uint8)


def test_what_has_room_is_kept_and_stays_as_it_was():
    crops = KeptCrops(2 * 24)
    given = crop(1)
    for digest, picture in (("a", given), ("b", crop(2)), ("c", crop(3)), ("a", crop(9))):
        crops.keep(digest, picture)
    given[:] = 7
    crops.crop("a", lambda: crop(8))[:] = 6
    kept = [crops.crop(digest, lambda: crop(8))[0, 0, 0] for digest in "abc"]
    assert kept == [1, 2, 8]


@pytest.fixture
def framed(photos, protocol_file):
    """A protocol with a box in every picture, and the folder."""
    paths = [path.relative_to(photos).as_posix() for path in sorted(photos.rglob("*.png"))]
    rows = [f"{path},3,5,20,60" for path in paths]
    (photos / "boxes.csv").write_text("\n".join(["path,x,y,width,height", *rows]), "utf-8")
    return protocol(protocol_file, "photos:", "photos:\n  boxes: boxes.csv"), photos


def test_a_frame_is_decoded_once(framed, monkeypatch):
    decoded = []

    def counting(data, box=None):
        decoded.append(len(data))
        return decode(data, box)

    decode = photographs.decode_picture
    monkeypatch.setattr(photographs, "decode_picture", counting)
    images = photo_set(*framed)
    assert len(decoded) == len(images.records) > 10
    for record in images.records * 2:
        expected = read_picture(framed[1] / record.source, Box(3, 5, 20, 60))
        np.testing.assert_array_equal(record.origin.load(), expected)
    assert len(decoded) == len(images.records)


def test_without_room_frames_are_decoded_again(framed, monkeypatch):
    monkeypatch.setattr(photographs, "KeptCrops", lambda: KeptCrops(0))
    record = photo_set(*framed).records[0]
    expected = read_picture(framed[1] / record.source, Box(3, 5, 20, 60))
    np.testing.assert_array_equal(record.origin.load(), expected)


def test_a_frame_that_changes_is_refused_though_its_crop_is_kept(framed):
    record = photo_set(*framed).records[0]
    Image.new("RGB", (40, 96), (3, 200, 3)).save(framed[1] / record.source)
    with pytest.raises(PictureError, match="the file has changed since the run read it first"):
        record.origin.load()
