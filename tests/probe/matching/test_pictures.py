"""Crops that are compared: how many, which, and with which masks."""

import numpy as np
import pytest
from PIL import Image

from probe.contracts import Reporter, Runtime
from probe.errors import ComparisonError, FramesError, MaskError, PictureError
from probe.matching.cameras import crop_path, read_cameras
from probe.matching.pictures import check_different, masked, masks_of, pictures_of
from probe.matching.timing import Stopwatch
from probe.stores import local_folder


@pytest.fixture
def shown(asked):
    cameras = read_cameras(asked(), Reporter(), Stopwatch())
    return cameras, [walk for camera in cameras for walk in camera.walks]


def test_crops_are_spread_evenly(shown):
    pictures = pictures_of(shown[1], 4)
    assert [record.take for record in pictures[0].records] == ["0", "3", "5", "8"]
    assert pictures[0].records[0].source == "gate/p0001/f0000000.png"
    assert pictures[0].records[0].origin.load().shape == (50, 20, 3)
    assert len(pictures_of(shown[1], 99)[0].records) == 9


def test_a_crop_that_is_gone_or_no_picture_names_the_next_step(shown):
    walk = shown[1][0]
    path = crop_path(walk, walk.rows[0])
    for content in (b"no picture", None):
        path.unlink()
        if content:
            path.write_bytes(content)
        with pytest.raises(PictureError) as caught:
            pictures_of([walk], 4)
        assert str(path) in str(caught.value)
        assert "crop the frames again" in caught.value.hint


def test_a_link_out_of_the_crops_is_refused(shown, tmp_path):
    walk = shown[1][0]
    path = crop_path(walk, walk.rows[0])
    path.rename(tmp_path / "elsewhere.png")
    path.symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(FramesError, match="leads out of the folder"):
        pictures_of([walk], 4)


def test_the_same_film_twice_is_refused(asked, make_film, tmp_path):
    folders = [make_film(tmp_path / name, (1, 2), 7) for name in ("one", "copy")]
    cameras = read_cameras(asked(cameras=folders), Reporter(), Stopwatch())
    pictures = pictures_of([walk for camera in cameras for walk in camera.walks], 4)
    with pytest.raises(ComparisonError, match="one and copy hold the same pictures"):
        check_different(cameras, pictures)


def test_different_films_pass(shown):
    check_different(shown[0], pictures_of(shown[1], 4))


def test_masks_of_the_detector(shown):
    pictures = pictures_of(shown[1], 4)
    masks = masks_of("detector", pictures, Runtime(), Reporter())
    assert masks.variant == "detector"
    one = pictures[0].records[0]
    beside = np.zeros((50, 20), bool)
    beside[4:24, :5] = True
    np.testing.assert_array_equal(masks.mask(one.image_id), ~beside)
    assert masks.digest == masks_of("detector", pictures, Runtime(), Reporter()).digest


def test_a_mask_that_changed_is_another_mask(shown):
    pictures = pictures_of(shown[1], 4)
    before = masks_of("detector", pictures, Runtime(), Reporter()).digest
    half = np.zeros((50, 20), np.uint8)
    half[:25] = 255
    one = pictures[0]
    Image.fromarray(half).save(one.walk.folder / "masks" / one.records[0].source)
    masks = masks_of("detector", pictures, Runtime(), Reporter())
    assert masks.digest != before
    assert masks.mask(one.records[0].image_id).mean() == 0.5


def test_walks_without_a_mask_are_left_out(shown):
    pictures = pictures_of(shown[1], 2)
    lost = pictures[0]
    for record in lost.records:
        (lost.walk.folder / "masks" / record.source).unlink()
    masks = masks_of("detector", pictures, Runtime(), Reporter())
    assert len(masks.failures) == 2
    assert [one.walk.name for one in masked(pictures, masks)] == [
        one.walk.name for one in pictures[1:]
    ]


def test_a_detector_without_masks(shown):
    pictures = pictures_of(shown[1], 2)
    (pictures[0].walk.folder / "masks").rename(pictures[0].walk.folder / "gone")
    with pytest.raises(MaskError, match="the detector of gate gave no masks"):
        masks_of("detector", pictures, Runtime(), Reporter())


def test_crops_of_a_store_know_where_they_come_from(asked, cameras, crop, memory, quiet, tmp_path):
    memory.put_folder(crop(cameras[0], tmp_path / "cut"))
    request = asked(cameras=(local_folder(memory.address, quiet),), detector="")
    (camera,) = read_cameras(request, quiet, Stopwatch())
    record = pictures_of(camera.walks, 3)[0].records[0]
    assert str(record.origin.stored.address) == memory.address
    assert record.origin.stored.file.name == f"crops/{record.source}"
