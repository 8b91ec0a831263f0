"""Which photograph stands where: roles, levels as written, boxes, and what is refused."""

import pytest

from probe.errors import PictureSourceError, ProtocolError
from probe.pictures.photo_folder import PhotoFolder
from probe.pictures.photo_placing import check_varying, place_files
from probe.pictures.photo_tables import read_tables
from probe.protocol.factor import Factor
from probe.protocol.model import Protocol


def protocol(**photos):
    factor = Factor(name="turn", kind="circular", levels=(0, 45), standard=45)
    source = {"pattern": "{subject}/{level}_{take}.png"} | photos
    return Protocol(name="p", title="P", question="Q?", factors=(factor,), photos=source)


def placed(one, contents):
    return place_files(one, one.photos, contents, read_tables(one.photos, contents))


def place(tmp_path, files, **photos):
    one = protocol(**photos)
    return placed(one, PhotoFolder(tmp_path, tuple(files)))


def test_numbers_are_levels_however_they_are_written(tmp_path):
    placed = place(tmp_path, ["ann/045_1.png", "ann/45.0_2.png", "ann/0_1.png"])
    assert [file.condition.key for file in placed] == ["45", "0", "45"]
    assert {file.subject for file in placed} == {"ann"}


def test_a_value_may_be_renamed_or_left_out(tmp_path):
    files = ["ann/side_1.png", "ann/back_1.png"]
    values = {"level": {"side": 45, "back": None}}
    assert [file.path for file in place(tmp_path, files, values=values)] == ["ann/side_1.png"]


def test_an_unknown_level_names_the_file_and_the_nearest(tmp_path):
    with pytest.raises(PictureSourceError, match="'46' is no level of 'turn'") as caught:
        place(tmp_path, ["ann/46_1.png"])
    assert caught.value.place == "ann/46_1.png"
    assert "45" in caught.value.hint


def test_strangers_stand_in_the_standard_condition_where_nothing_else_is_said(tmp_path):
    strangers = {"strangers": "others/{subject}.png"}
    placed = place(tmp_path, ["ann/0_1.png", "others/bob.png"], **strangers)
    assert [(f.role, f.subject, f.condition.key) for f in placed] == [
        ("subject", "ann", "0"), ("stranger", "bob", "45"),
    ]  # fmt: skip
    with pytest.raises(PictureSourceError, match="'ann' is a subject and a stranger"):
        place(tmp_path, ["ann/0_1.png", "others/ann.png"], **strangers)


def test_a_picture_without_its_box_is_a_failure_not_a_whole_picture(tmp_path):
    (tmp_path / "boxes.csv").write_text("path,x,y,width,height\nann/0_1.png,1,2,3,4\n")
    placed = place(tmp_path, ["ann/0_1.png", "ann/0_2.png"], boxes="boxes.csv")
    assert [file.trouble is None for file in placed] == [True, False]
    assert placed[0].box.width == 3


def test_no_picture_and_no_match_are_told_apart(tmp_path):
    with pytest.raises(PictureSourceError, match="holds no picture"):
        place(tmp_path, ["notes.txt"])
    with pytest.raises(PictureSourceError, match="none of 1 picture files fits"):
        place(tmp_path, ["ann.png"])


@pytest.mark.parametrize(
    ("picture", "step"),
    [
        ("田中さん/背面/45_1.png", "photos.pattern: '{subject}/*/{level}_{take}.png' in a copy"),
        ("a/b/c/45_1.png", "photos.pattern: '{subject}/*/*/{level}_{take}.png' in a copy"),
        ("a/b/IMG.png", "mend photos.pattern"),
        ("45_1.png", "mend photos.pattern"),
    ],
)
def test_pictures_that_lie_deeper_are_told_by_which_pattern(picture, step, tmp_path):
    with pytest.raises(PictureSourceError, match="none of 1 picture files fits") as caught:
        place(tmp_path, [picture])
    assert step in caught.value.hint
    if "*/" in step:
        deeper = step.split("'")[1]
        assert [file.path for file in place(tmp_path, [picture], pattern=deeper)] == [picture]


def test_a_pattern_that_does_not_say_the_level_is_refused(tmp_path):
    with pytest.raises(ProtocolError, match=r"the pattern has no \{level\}"):
        place(tmp_path, ["ann/1.png"], pattern="{subject}/{take}.png")


def test_a_field_that_varies_within_a_condition_must_be_a_repeat(tmp_path):
    files = ["ann/0_morning.png", "ann/0_noon.png"]
    pattern = "{subject}/{level}_{day}.png"
    one = protocol(pattern=pattern)
    varying = placed(one, PhotoFolder(tmp_path, tuple(files)))
    with pytest.raises(PictureSourceError, match=r"differ in \{day\}"):
        check_varying(one, one.photos, varying)
    repeated = protocol(pattern=pattern, repeat=["day"])
    check_varying(repeated, repeated.photos, varying)
