import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.pictures.decoding import Box, decode_picture, picture_digest, read_picture
from probe.pictures.fitting import Fitting, fit_picture, inner_size


def encoded(image, kind="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pattern(height=20, width=12):
    rng = np.random.default_rng(3)
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_png_comes_back_exactly():
    assert np.array_equal(decode_picture(encoded(Image.fromarray(pattern()))), pattern())


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
    found = decode_picture(encoded(Image.fromarray(pattern()), exif=exif))
    assert np.array_equal(found, turned(pattern()))


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "CMYK", "YCbCr", "I;16"])
def test_every_mode_becomes_rgb(mode):
    kind = "TIFF" if mode in {"CMYK", "YCbCr"} else "PNG"
    if mode == "I;16":
        image = Image.fromarray(np.linspace(0, 65535, 240).reshape(20, 12).astype(np.uint16))
    else:
        image = Image.fromarray(pattern()).convert(mode)
    found = decode_picture(encoded(image, kind))
    assert found.shape == (20, 12, 3)
    assert found.dtype == np.uint8


def test_sixteen_bits_keep_their_range():
    deep = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    found = decode_picture(encoded(Image.fromarray(deep)))[..., 0].ravel()
    assert np.array_equal(found, np.arange(256))


def test_transparent_parts_become_the_fill_grey():
    image = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    image.putpixel((0, 0), (10, 20, 30, 255))
    found = decode_picture(encoded(image))
    assert found[0, 0].tolist() == [10, 20, 30]
    assert found[3, 3].tolist() == [128, 128, 128]


def huge_png():
    """A PNG header that promises 100,000 x 100,000 pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_broken_files_say_why(tmp_path):
    whole = encoded(Image.fromarray(pattern(200, 120)), "JPEG")
    cases = {
        "empty.png": (b"", "empty"),
        "text.png": (b"hello", "no known picture format"),
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


def test_letterbox_at_the_papers_size_is_the_papers_picture():
    tall = np.full((200, 40, 3), 7, np.uint8)
    fitted = fit_picture(tall, Fitting((384, 128)))
    assert fitted.shape == (384, 128, 3)
    width = round(40 * 384 / 200)
    left = (128 - width) // 2
    assert (fitted[:, left : left + width] == 7).all()
    assert (fitted[:, :left] == 128).all()
    assert (fitted[:, left + width :] == 128).all()


def test_stretch_fills_the_frame():
    assert (fit_picture(np.full((9, 90, 3), 7, np.uint8), Fitting((64, 32), "stretch")) == 7).all()


def test_shrinking_is_antialiased():
    """Every pixel of a reduced picture is a weighted mean of all it covers (triangle filter)."""
    fine = np.zeros((80, 40, 3), np.uint8)
    fine[::2] = 255
    fitted = fit_picture(fine, Fitting((10, 5), "stretch"))
    assert np.abs(fitted.astype(int) - 127).max() <= 6


def test_shrinking_equals_the_triangle_filter_in_float64():
    picture = pattern(60, 20)
    fitted = fit_picture(picture, Fitting((15, 5), "stretch")).astype(float)
    expected = picture.astype(float)
    for axis, (old, new) in enumerate(((60, 15), (20, 5))):
        scale = old / new
        centres = (np.arange(new) + 0.5) * scale
        distance = np.abs(np.arange(old) + 0.5 - centres[:, None]) / scale
        weights = np.clip(1 - distance, 0, None)
        weights /= weights.sum(axis=1, keepdims=True)
        expected = np.moveaxis(np.tensordot(weights, expected, (1, axis)), 0, axis)
    assert np.abs(fitted - expected).max() <= 1.01


@pytest.mark.parametrize("size", [(1, 1), (1, 1000), (1000, 1), (384, 128), (3, 7)])
def test_inner_size_fits_and_touches_the_frame(size):
    height, width = inner_size(size, (256, 128))
    assert 1 <= height <= 256
    assert 1 <= width <= 128
    assert height == 256 or width == 128
