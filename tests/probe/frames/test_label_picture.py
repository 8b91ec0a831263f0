"""Pictures of numbers: values as they are, sizes from the header, hostile files."""

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.frames.label_picture import label_size, label_values


def test_values_and_size(tmp_path):
    values = np.array([[0, 1, 2], [2, 2, 200]], np.uint8)
    Image.fromarray(values).save(tmp_path / "grey.png")
    palette = Image.fromarray(values, "P")
    palette.putpalette([9] * 768)
    palette.save(tmp_path / "palette.png")
    for name in ("grey.png", "palette.png"):
        np.testing.assert_array_equal(label_values(tmp_path / name), values)
        assert label_size(tmp_path / name) == (2, 3)


def large(path, width, height):
    """A PNG of which hardly more than the header is there."""
    parts = {b"IHDR": struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0), b"IDAT": bytes(9)}
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts.items()
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_huge_picture_is_refused_by_its_header(tmp_path, side):
    """Pillow warns of the first, and refuses the second with an error of its own."""
    large(tmp_path / "m.png", side, side)
    for read in (label_size, label_values):
        with pytest.raises(PictureError, match="pixels"):
            read(tmp_path / "m.png")


def test_other_files_are_refused(tmp_path):
    (tmp_path / "text.png").write_text("%!PS\n")
    Image.new("L", (9, 9)).save(tmp_path / "jpeg.png", "JPEG")
    Image.new("L", (99, 99)).save(tmp_path / "cut.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "cut.png").read_bytes()[:60])
    for name in ("text.png", "jpeg.png", "cut.png", "none.png"):
        with pytest.raises(PictureError) as caught:
            label_values(tmp_path / name)
        assert caught.value.message
