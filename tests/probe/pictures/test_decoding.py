"""Picture files become upright RGB arrays, or say why not."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.pictures import heic
from probe.pictures.decoding import (
    SUFFIXES,
    Box,
    decode_picture,
    picture_digest,
    picture_size,
    read_picture,
)


def encoded(image, kind="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pattern(height=20, width=12):
    rng = np.random.default_rng(3)
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def huge_png():
    """A PNG header that promises 100,000 x 100,000 pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_png_comes_back_exactly():
    assert np.array_equal(decode_picture(encoded(Image.fromarray(pattern()))), pattern())


@pytest.mark.parametrize("orientation", [None, *range(1, 9)])
def test_the_size_of_a_file_is_that_of_the_upright_picture(orientation, tmp_path):
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
    path = tmp_path / "picture.png"
    path.write_bytes(encoded(Image.fromarray(pattern()), exif=exif))
    height, width = read_picture(path).shape[:2]
    assert picture_size(path) == (width, height)


@pytest.mark.parametrize("content", [b"", b"no picture", huge_png()])
def test_the_size_of_what_is_no_picture_is_refused(content, tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    with pytest.raises(PictureError) as caught:
        picture_size(path)
    assert caught.value.place is None or caught.value.place == str(path)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(orientation):
    turned = {
        1: lambda a: a,
        2: lambda a: a[:, ::-1],
        3: lambda a: a[::-1, ::-1],
        4: lambda a: a[::-1],
        5: lambda a: a.transpose(1, 0, 2),
        6: lambda a: np.rot90(a, -1),
        7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
        8: lambda a: np.rot90(a),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    decoded = decode_picture(encoded(Image.fromarray(pattern()), exif=exif))
    assert np.array_equal(decoded, turned(pattern()))


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "CMYK", "YCbCr", "I;16"])
def test_every_mode_becomes_rgb(mode):
    kind = "TIFF" if mode in {"CMYK", "YCbCr"} else "PNG"
    if mode == "I;16":
        image = Image.fromarray(np.linspace(0, 65535, 240).reshape(20, 12).astype(np.uint16))
    else:
        image = Image.fromarray(pattern()).convert(mode)
    decoded = decode_picture(encoded(image, kind))
    assert decoded.shape == (20, 12, 3)
    assert decoded.dtype == np.uint8


def test_sixteen_bits_keep_their_range():
    deep = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    decoded = decode_picture(encoded(Image.fromarray(deep)))[..., 0].ravel()
    assert np.array_equal(decoded, np.arange(256))


def test_transparent_parts_become_the_fill_grey():
    image = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    image.putpixel((0, 0), (10, 20, 30, 255))
    decoded = decode_picture(encoded(image))
    assert decoded[0, 0].tolist() == [10, 20, 30]
    assert decoded[3, 3].tolist() == [128, 128, 128]


def test_broken_files_say_why(tmp_path):
    whole = encoded(Image.fromarray(pattern(200, 120)), "JPEG")
    cases = {
        "empty.png": (b"", "empty"),
        "text.png": (b"hello", "one of the formats JPEG"),
        "cut.jpg": (whole[: len(whole) // 2], "truncated"),
        "bomb.png": (huge_png(), "pixels"),
        "cut.png": (encoded(Image.fromarray(pattern(200, 120)))[:400], "not a readable picture"),
    }
    for name, (data, told) in cases.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(PictureError, match=told):
            read_picture(tmp_path / name)
    with pytest.raises(PictureError, match="cannot be read"):
        read_picture(tmp_path / "missing.png")


def test_floating_point_pixels_are_refused():
    image = Image.fromarray(np.random.default_rng(0).normal(size=(4, 4)).astype(np.float32))
    with pytest.raises(PictureError, match="floating-point"):
        decode_picture(encoded(image, "TIFF"))


def test_boxes_cut_and_are_clipped():
    data = encoded(Image.fromarray(pattern()))
    assert np.array_equal(decode_picture(data, Box(2, 3, 5, 7)), pattern()[3:10, 2:7])
    assert np.array_equal(decode_picture(data, Box(-4, 15, 10, 50)), pattern()[15:, :6])
    for box in (Box(50, 0, 5, 5), Box(0, 0, 0, 5), Box(3, 3, -2, 4)):
        with pytest.raises(PictureError, match="no area"):
            decode_picture(data, box)


def test_the_box_is_part_of_the_digest():
    assert picture_digest(b"x", None) != picture_digest(b"x", Box(0, 0, 1, 1))


POSTSCRIPT = b"""%!PS-Adobe-3.0 EPSF-3.0
%%BoundingBox: 0 0 8 8
(OUT) (w) file closefile showpage
%%EOF
"""


def test_postscript_under_a_picture_name_is_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "front.png"
    path.write_bytes(POSTSCRIPT.replace(b"OUT", str(tmp_path / "written").encode()))
    monkeypatch.setattr("PIL.EpsImagePlugin.Ghostscript", lambda *_, **__: pytest.fail("it ran"))
    with pytest.raises(PictureError, match="one of the formats JPEG, PNG"):
        read_picture(path)
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("a.jfif", "JPEG"),
        ("a.jpe", "JPEG"),
        ("a.avif", "AVIF"),
        ("a.heic", "HEIF"),
        ("a.bmp", "WEBP"),
    ],
)  # fmt: skip
def test_every_format_is_read_whatever_its_ending(name, saved, tmp_path):
    heic.bring_decoder()
    picture = np.zeros((64, 32, 3), np.uint8)
    picture[:32] = 200
    Image.fromarray(picture).save(tmp_path / name, saved)
    assert np.abs(read_picture(tmp_path / name).astype(int) - picture).mean() < 8
    assert Path(name).suffix in SUFFIXES
