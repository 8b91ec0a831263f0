"""Pictures that are one picture, whatever the file."""

import io

import numpy as np
from PIL import Image

from probe.pictures import duplicates
from probe.pictures.duplicates import (
    files_in_both,
    fingerprint,
    nearly_same,
    pixel_digest,
    two_people_note,
)
from probe.wording import wording_of


def drawn(seed, size=(96, 40)):
    coarse = np.random.default_rng(seed).integers(30, 220, (6, 3, 3)).astype(np.uint8)
    return np.asarray(Image.fromarray(coarse).resize(size[::-1], Image.Resampling.BICUBIC))


def saved_again(picture):
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "JPEG", quality=90)
    return np.asarray(Image.open(buffer).convert("RGB"))


def test_the_colours_are_means_of_the_parts_of_a_picture():
    ramp = np.broadcast_to(np.arange(16, dtype=np.uint8)[:, None, None], (16, 12, 3))
    colours = fingerprint(ramp).colours.reshape(8, 8, 3)
    np.testing.assert_allclose(colours[:, 0, 0], np.arange(8) * 2 + 0.5, atol=1e-5)
    np.testing.assert_allclose(
        colours, np.broadcast_to(colours[:, :1, :1], colours.shape), atol=1e-4
    )


def test_pixels_decide_whether_pictures_are_the_same():
    assert fingerprint(drawn(1)).pixels == fingerprint(drawn(1).copy()).pixels
    assert fingerprint(drawn(1)).pixels != fingerprint(drawn(2)).pixels
    assert fingerprint(drawn(1)).pixels != fingerprint(drawn(1).reshape(40, 96, 3)).pixels


def test_a_picture_that_was_saved_again_is_nearly_the_same(monkeypatch):
    pictures = [drawn(1), drawn(2), saved_again(drawn(1)), drawn(1), drawn(3)]
    prints = list(map(fingerprint, pictures))
    assert nearly_same(prints) == [(0, 2), (2, 3)]
    monkeypatch.setattr(duplicates, "MOST", 4)
    assert nearly_same(prints) == []
    assert nearly_same(prints[:1]) == []


def test_one_picture_under_two_people_is_counted():
    rows = [("x", "a.png", "1"), ("y", "b.png", "1"), ("x", "c.png", "2"), ("y", "d.png", "1")]
    (note,) = two_people_note(rows)
    assert wording_of()(note) == (
        "1 picture stands under two people, by their pixels, such as a.png and c.png"
    )
    assert two_people_note(rows[:2]) == ()


def test_the_digest_of_pixels_is_that_of_the_fingerprint():
    picture = np.arange(60, dtype=np.uint8).reshape(5, 4, 3)
    assert pixel_digest(picture) == fingerprint(picture).pixels
    assert pixel_digest(picture.reshape(4, 5, 3)) != pixel_digest(picture)


def test_files_of_the_test_part_that_lie_in_the_training_part(tmp_path):
    contents = {"a": b"one", "b": b"two", "c": b"long one", "d": b"two", "e": b"six", "f": b"two"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    trained, tested = ([tmp_path / name for name in names] for names in ("abc", "defg"))
    both = files_in_both(trained, tested)
    assert [(one.name, other.name) for one, other in both] == [("b", "d"), ("b", "f")]
