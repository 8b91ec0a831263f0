"""Styled sets: whose copies they are; sets with gaps, of other pictures, or of one camera."""

from dataclasses import replace
from pathlib import Path

import pytest

from probe.backbones._training.styled_manifest import StyledManifest, write_manifest
from probe.backbones._training.styled_set import read_copies, with_copies
from probe.backbones._training.table import TrainingRecord
from probe.backbones.naming import sha256_of
from probe.errors import PictureSourceError


@pytest.fixture
def records(tmp_path, picture):
    """Four pictures of a target in two cameras."""
    made = []
    for number in range(4):
        path = tmp_path / "target" / f"{number}.jpg"
        picture(path, number)
        camera = 1 + number % 2
        made.append(TrainingRecord(path, f"{number}.jpg", "market_form", number, camera))
    return made


@pytest.fixture
def styled(tmp_path, records, picture):
    """`styled(wanted, columns)`: copies of (picture, camera) that `wanted` wants."""

    def made(wanted=lambda number, camera: True, source=lambda name: name, head="source_sha256"):
        folder = tmp_path / "styled"
        lines = [f"path,person,camera,source,{head}"]
        for number, record in enumerate(records):
            for camera in (1, 2):
                if wanted(number, camera):
                    name = f"{number}_fake_{camera}.jpg"
                    picture(folder / name, 10 * number + camera)
                    digest = sha256_of(record.path)
                    lines.append(f"{name},,{camera},{source(record.name)},{digest}")
        folder.mkdir(exist_ok=True)
        (folder / "pictures.csv").write_text("\n".join(lines) + "\n")
        return folder

    return made


def test_every_picture_gets_its_copies_in_the_order_of_cameras(records, styled):
    folder = styled()
    found = with_copies(records, folder, "market_form=target")
    for number, record in enumerate(found):
        assert [path.name for path in record.styled] == [f"{number}_fake_{c}.jpg" for c in (1, 2)]
        assert record.name == records[number].name


def test_a_set_without_the_style_of_ones_own_camera_is_whole(records, styled):
    folder = styled(lambda number, camera: camera != 1 + number % 2)
    assert {len(record.styled) for record in with_copies(records, folder, "")} == {1}


def test_a_set_with_gaps_is_refused_with_counts(records, styled):
    folder = styled()
    (folder / "2_fake_1.jpg").unlink()
    with pytest.raises(PictureSourceError, match=r"7 of 8 copies are there, 2.jpg has 1 of 2"):
        with_copies(records, folder, "market_form=target")
    folder = styled(lambda number, camera: number < 3)
    with pytest.raises(PictureSourceError, match=r"6 of 8 copies are there, 3.jpg has 0 of 2"):
        with_copies(records, folder, "market_form=target")


def test_a_set_of_other_pictures_is_refused(records, styled):
    folder = styled(source=lambda name: f"other/{name}")
    with pytest.raises(PictureSourceError, match=r"4 of its 4 sources are not in market_form=t"):
        with_copies(records, folder, "market_form=t")


def test_a_set_of_the_same_names_with_another_content_is_refused(records, styled, picture):
    folder = styled()
    picture(records[1].path, 99)
    with pytest.raises(PictureSourceError, match=r"1 of 4 pictures are others .* 1\.jpg"):
        with_copies(records, folder, "market_form=target")


@pytest.mark.parametrize("camera", [0, 1])
def test_a_target_of_one_camera_or_without_cameras_is_refused(records, styled, camera):
    alike = [replace(record, camera=camera) for record in records]
    with pytest.raises(PictureSourceError, match="one camera, or names none"):
        with_copies(alike, styled(), "identity_folders=target")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "no styled set is here"),
        ("path,camera\n1.jpg,1\n", "not the list of a styled set"),
        ("path,camera,source\n1.jpg,one,1.jpg\n", "not the list of a styled set"),
    ],
)
def test_a_folder_that_is_no_styled_set_is_refused(tmp_path, text, message):
    if text is not None:
        (tmp_path / "pictures.csv").write_text(text)
    with pytest.raises(PictureSourceError, match=message):
        read_copies(Path(tmp_path))


def test_a_list_with_fewer_pictures_than_its_manifest_says_is_refused(records, styled):
    folder = styled()
    manifest = StyledManifest(
        "stargan.tiny", "0" * 64, "instance", "market_form", (32, 16), (1, 2), True, 4, "0" * 64, 9
    )
    write_manifest(folder, manifest)
    with pytest.raises(PictureSourceError, match="8 of 9 pictures are drawn"):
        with_copies(records, folder, "market_form=target")
    write_manifest(folder, replace(manifest, expected=8))
    assert len(with_copies(records, folder, "market_form=target")[0].styled) == 2
