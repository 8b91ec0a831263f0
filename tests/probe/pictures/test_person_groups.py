"""Which group a photographed person is of: stated once, contradicted, or by nobody."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.person_groups import groups_of_people
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from tests.conftest import PLAIN_PROTOCOL


@pytest.fixture
def grouped(tmp_path, make_photos):
    """A function: rows of metadata -> image set."""
    photos = make_photos(tmp_path / "photos", people=3, takes=2)

    def make(lines, groups="[sex]", pattern="{subject}_o{level}_{take}.png"):
        (photos / "people.csv").write_text("\n".join(lines), encoding="utf-8")
        path = tmp_path / "turn.yaml"
        text = PLAIN_PROTOCOL.replace("{subject}_o{level}_{take}.png", pattern)
        path.write_text(f"{text}  metadata: people.csv\ngroups: {groups}\n", encoding="utf-8")
        return photo_set(load_protocol(path), photos)

    return make


def test_one_picture_that_states_it_is_enough(grouped):
    images = grouped(["path,sex,age", "01_o0_1.png,f,30 to 39", "02_o90_2.png,m,"], "[sex, age]")
    assert images.groups_by("sex") == {"01": "f", "02": "m", "03": ""}
    assert images.groups_by("age") == {"01": "30 to 39", "02": "", "03": ""}
    assert {r.groups for r in images.records if r.subject == "01"} == {("f", "30 to 39")}
    assert not any(note.id == "note-pictures-without-row" for note in images.notes)


def test_a_person_of_two_groups_is_refused_by_name(grouped):
    told = r"'01' is of two groups by sex: 'f' \(01_o0_1.png\) and 'm' \(01_o90_1.png\)"
    with pytest.raises(PictureSourceError, match=told) as caught:
        grouped(["path,sex", "01_o0_1.png,f", "01_o90_1.png,m"])
    assert "correct the metadata" in caught.value.hint


def test_pictures_of_one_condition_that_disagree_are_refused_for_the_same_reason(grouped):
    with pytest.raises(PictureSourceError, match="of two groups by sex"):
        grouped(["path,sex", "01_o0_1.png,f", "01_o0_2.png,m"])


def test_a_group_that_nobody_states_names_the_nearest_field(grouped):
    with pytest.raises(PictureSourceError, match="groups: sexx, which is stated of nobody") as no:
        grouped(["path,sex", "01_o0_1.png,f"], "[sexx]")
    assert "did you mean 'sex'?" in no.value.hint


def test_the_pattern_may_say_the_group(grouped):
    images = grouped(["path", "01_o0_1.png"], "[kind]", "{subject}_o{level}_{take}.{kind}")
    assert set(images.groups_by("kind").values()) == {"png"}


def test_without_groups_everybody_has_none(grouped):
    images = grouped(["path,sex", "01_o0_1.png,f"], "[]")
    assert {record.groups for record in images.records} == {()}
    assert groups_of_people(images.protocol, []) == {}


def test_who_is_of_which_group_changes_the_digest(grouped):
    one = grouped(["path,sex", "01_o0_1.png,f"])
    other = grouped(["path,sex", "01_o0_1.png,m"])
    assert one.digest() != other.digest()
    assert one.protocol.digest() == other.protocol.digest()
