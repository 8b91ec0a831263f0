"""HEIC pictures of phones, with and without their decoder."""

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError
from probe.pictures import heic
from probe.pictures.decoding import picture_size, read_picture
from probe.pictures.photo_folder import other_format
from probe.wording import wording_of


def written(path, picture, **options):
    heic.bring_decoder()
    Image.fromarray(picture).save(path, "HEIF", **options)
    return path


def test_a_picture_has_the_size_of_its_header(tmp_path):
    drawn = np.zeros((32, 64, 3), np.uint8)
    drawn[:, :32] = 220
    path = written(tmp_path / "a.heic", drawn, quality=95)
    assert picture_size(path) == (64, 32)
    picture = read_picture(path)
    assert picture.shape == (32, 64, 3)
    assert picture[:, :28].min() > 180
    assert picture[:, 36:].max() < 40


def test_a_file_that_is_cut_off_is_a_failure(tmp_path):
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    path = written(tmp_path / "a.heic", noise)
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(PictureError):
        read_picture(path)


def test_without_the_decoder_the_reason_names_its_extra():
    words = wording_of()(other_format("a/01.HEIC"))
    assert words == (
        ".heic is read where its decoder is installed: pip install 'probe-reid[heic]', "
        "or save it as .jpg or .png"
    )


WITHOUT = """
import importlib.util, sys
sys.modules["pillow_heif"] = None
importlib.util.find_spec = lambda name, find=importlib.util.find_spec: (
    None if name == "pillow_heif" else find(name)
)
from probe.pictures import decoding, photo_folder
assert ".heic" in photo_folder.OTHER_PICTURES and ".heic" not in decoding.SUFFIXES
assert "HEIF" not in decoding.FORMATS
decoding.read_picture(__import__("pathlib").Path(sys.argv[1]))
"""


def test_without_the_decoder_other_pictures_are_read(tmp_path):
    Image.new("RGB", (8, 16), (9, 80, 200)).save(tmp_path / "a.png")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(tmp_path / "a.png")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
