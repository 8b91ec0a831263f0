"""Photographs become an image set, or say why not."""

import re
import shutil

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureError, PictureSourceError, ProtocolError
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.wording import wording_of

in_words = wording_of().stored


def reasons(images):
    return {failure.picture: in_words(failure.reason) for failure in images.failures}


def protocol(path, old="", new=""):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return load_protocol(path)


def test_every_photograph_finds_its_place(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    assert len(images.records) == 8 * 3 * 3
    assert images.subjects == [f"{k:02d}" for k in range(1, 9)]
    record = next(r for r in images.records if r.source == "03_o90_2.png")
    assert (record.subject, record.condition, record.take) == ("03", 1, "2")
    assert (record.width, record.height) == (40, 96)
    assert record.origin.load().shape == (96, 40, 3)
    assert images.failures == ()


def test_the_order_of_files_and_their_names_do_not_change_the_pictures_digest(
    photos, protocol_file, tmp_path
):
    first = photo_set(load_protocol(protocol_file), photos).digest()
    copy = tmp_path / "elsewhere"
    shutil.copytree(photos, copy)
    assert photo_set(load_protocol(protocol_file), copy).digest() == first
    Image.new("RGB", (9, 9)).save(copy / "01_o0_1.png")
    assert photo_set(load_protocol(protocol_file), copy).digest() != first


def test_bad_pictures_are_counted_and_do_not_stop(photos, protocol_file):
    (photos / "01_o0_1.png").write_bytes(b"")
    (photos / "02_o0_1.png").write_bytes(b"no picture")
    shutil.copy(photos / "03_o0_2.png", photos / "03_o0_1.png")
    images = photo_set(load_protocol(protocol_file), photos)
    told = {failure.picture: in_words(failure.reason) for failure in images.failures}
    assert told["01_o0_1.png"] == "the file is empty"
    assert "one of the formats JPEG" in told["02_o0_1.png"]
    assert told["03_o0_2.png"] == "the same picture as 03_o0_1.png"
    assert len(images.records) == 72 - 3


def test_a_condition_without_a_usable_picture_is_named(photos, protocol_file):
    for path in photos.glob("*_o90_*.png"):
        path.write_bytes(b"")
    with pytest.raises(PictureSourceError, match=r"condition '90' \(90°\) has no usable.*empty"):
        photo_set(load_protocol(protocol_file), photos)


def test_an_unknown_level_names_the_file_and_the_nearest(photos, protocol_file):
    (photos / "01_o0_1.png").rename(photos / "01_o91_1.png")
    with pytest.raises(PictureSourceError, match=r"01_o91_1\.png: '91' is no level(.|\n)*90"):
        photo_set(load_protocol(protocol_file), photos)


def test_written_values_are_mapped_and_null_leaves_out(photos, protocol_file):
    for path in photos.glob("*_o180_*.png"):
        path.rename(path.with_name(path.name.replace("o180", "oBACK")))
    (photos / "01_o0_1.png").rename(photos / "01_oTOP_1.png")
    mapped = protocol(
        protocol_file,
        'pattern: "{subject}_o{level}_{take}.png"',
        'pattern: "{subject}_o{level}_{take}.png"\n  values: {level: {BACK: 180, TOP: null}}',
    )
    images = photo_set(mapped, photos)
    assert len(images.records) == 71
    assert sum(r.condition == 2 for r in images.records) == 24


def test_numbers_may_be_written_with_zeros(photos, protocol_file):
    for path in photos.glob("*_o0_*.png"):
        path.rename(path.with_name(path.name.replace("o0", "o000")))
    assert len(photo_set(load_protocol(protocol_file), photos).records) == 72


def test_a_field_that_varies_must_be_declared_a_repeat(photos, protocol_file):
    camera = protocol(protocol_file, "_{take}", "_{camera}")
    with pytest.raises(PictureSourceError, match=r"differ in \{camera\}(.|\n)*repeat: \[camera\]"):
        photo_set(camera, photos)
    declared = protocol(protocol_file, "photos:", "photos:\n  repeat: [camera]")
    images = photo_set(declared, photos)
    assert {r.take for r in images.records} == {"1", "2", "3"}
    assert any("camera" in in_words(note) for note in images.notes)


def test_a_pattern_that_fits_nothing_shows_a_file(photos, protocol_file):
    wrong = protocol(protocol_file, ".png", ".jpg")
    with pytest.raises(PictureSourceError, match=r"none of 72 picture files(.|\n)*01_o0_1\.png"):
        photo_set(wrong, photos)


def test_without_a_level_field_the_pattern_is_refused(photos, protocol_file):
    with pytest.raises(ProtocolError, match=r"no \{level\}"):
        photo_set(protocol(protocol_file, "_o{level}", "_*"), photos)


def test_a_stranger_is_somebody_else(photos, protocol_file):
    other = photos / "others"
    other.mkdir()
    shutil.copy(photos / "01_o0_1.png", other / "99_1.png")
    Image.linear_gradient("L").resize((9, 20)).save(other / "98_1.png")
    further = protocol(
        protocol_file, "photos:", 'photos:\n  strangers: "others/{subject}_{take}.png"'
    )
    images = photo_set(further, photos)
    strangers = [r for r in images.records if r.role == "stranger"]
    assert [(r.subject, r.condition) for r in strangers] == [("98", 2)]
    (other / "98_1.png").rename(other / "01_1.png")
    with pytest.raises(PictureSourceError, match="'01' is a subject and a stranger"):
        photo_set(further, photos)


def test_files_outside_the_folder_are_not_read(photos, protocol_file, tmp_path):
    outside = tmp_path / "secret.png"
    Image.new("RGB", (9, 20)).save(outside)
    (photos / "01_o0_9.png").symlink_to(outside)
    images = photo_set(load_protocol(protocol_file), photos)
    assert not [r for r in images.records if r.source == "01_o0_9.png"]
    assert reasons(images) == {"01_o0_9.png": "a link that leads out of the folder"}


def test_no_picture_that_fits_is_left_out_in_silence(photos, protocol_file):
    for name, new in (("01_o0_1", ".JXL"), ("02_o0_1", ".dng"), ("03_o0_1", ".jfif")):
        (photos / f"{name}.png").rename(photos / f"{name}{new}")
    (photos / "04_o0_1.png").unlink()
    (photos / "04_o0_1.png").symlink_to(photos / "gone.png")
    (photos / "further").symlink_to(photos)
    (photos / "05_o0_1.png").rename(photos / "05_o0_1")
    (photos / "06_o0_1").write_text("no picture")
    images = photo_set(load_protocol(protocol_file), photos)
    assert len(images.records) == 72 - 5
    assert reasons(images) == {
        "01_o0_1.JXL": ".jxl is a picture format that is not read: save it as .jpg or .png",
        "02_o0_1.dng": ".dng is a picture format that is not read: save it as .jpg or .png",
        "04_o0_1.png": "a link to a file that is not there",
        "05_o0_1": "it is a picture without an ending: add .jpg or .png, as it is",
    }
    notes = " ".join(map(in_words, images.notes))
    assert "1 picture file of the folder is not part of the protocol: 03_o0_1.jfif" in notes
    assert "1 folder of the photographs was not looked into: further (a link to" in notes


def test_endings_of_jpeg_are_one_format(photos, protocol_file):
    for at, path in enumerate(sorted(photos.glob("*.png"))):
        with Image.open(path) as opened:
            ending = (".jpg", ".jpeg", ".jfif", ".JPE")[at % 4]
            opened.save(path.with_suffix(ending), format="JPEG")
        path.unlink()
    images = photo_set(protocol(protocol_file, ".png", ".jpg"), photos)
    assert len(images.records) == 72
    assert images.notes == ()


def test_a_take_saved_again_is_the_same_picture(photos, protocol_file):
    with Image.open(photos / "01_o0_1.png") as opened:
        opened.save(photos / "01_o0_2.png", compress_level=1)
        opened.save(photos / "02_o0_2.png", compress_level=2)
        opened.convert("RGB").save(photos / "near.jpg", quality=95)
    (photos / "near.jpg").rename(photos / "03_o0_1.png")
    images = photo_set(load_protocol(protocol_file), photos)
    assert reasons(images) == {
        "01_o0_2.png": "the same picture as 01_o0_1.png",
        "02_o0_2.png": "the same picture as 01_o0_1.png, which is of 01",
    }
    double, near = map(in_words, images.notes)
    assert double == (
        "1 picture stands under two people, by their pixels, such as 01_o0_1.png and 02_o0_2.png"
    )
    assert near.startswith(
        "2 pictures are nearly the same as pictures of another person, such as 01_o0_1.png and "
        "03_o0_1.png"
    )


def test_a_take_that_is_nearly_another_is_told_apart_from_another_person(photos, protocol_file):
    with Image.open(photos / "01_o0_1.png") as opened:
        opened.convert("RGB").save(photos / "near.jpg", quality=95)
    (photos / "near.jpg").rename(photos / "01_o0_2.png")
    (note,) = photo_set(load_protocol(protocol_file), photos).notes
    assert in_words(note).startswith(
        "2 pictures are nearly the same as others, such as 01_o0_1.png and 01_o0_2.png"
    )


def test_a_picture_of_one_colour_is_a_failure(photos, protocol_file):
    Image.new("RGB", (40, 96), (3, 3, 3)).save(photos / "01_o0_1.png")
    black = Image.fromarray(np.random.default_rng(1).integers(0, 4, (96, 40, 3)).astype(np.uint8))
    black.save(photos / "02_o0_1.png")
    images = photo_set(load_protocol(protocol_file), photos)
    assert reasons(images) == dict.fromkeys(
        ["01_o0_1.png", "02_o0_1.png"], "the picture is of one colour: it shows nobody"
    )


def test_a_picture_that_changes_after_it_was_read_is_refused(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    record = next(r for r in images.records if r.source == "01_o0_1.png")
    shutil.copy(photos / "02_o0_1.png", photos / "01_o0_1.png")
    with pytest.raises(PictureError, match="the file has changed since the run read it first"):
        record.origin.load()


def test_pictures_left_out_are_told(photos, protocol_file):
    Image.new("RGB", (9, 20)).save(photos / "holiday.png")
    images = photo_set(load_protocol(protocol_file), photos)
    assert re.search("1 picture file of .* holiday.png", in_words(images.notes[0]))


def test_no_folder_and_no_pictures(tmp_path, protocol_file):
    with pytest.raises(PictureSourceError, match="no such folder"):
        photo_set(load_protocol(protocol_file), tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(PictureSourceError, match="holds no picture"):
        photo_set(load_protocol(protocol_file), tmp_path / "empty")
