"""The pictures of a recipe: forms, several sets, the target, and parts of the set."""

import pytest
from PIL import Image
from pydantic import ValidationError

from probe.backbones._training.data import (
    DataFolder,
    DataRequest,
    check_forms,
    tested_records,
    training_table,
)
from probe.errors import PictureSourceError, UsageError

tested_records.__test__ = False


def folder(**changes):
    values = {"kind": "folder", "forms": ("identity_folders", "market1501"), "all_parts": False}
    return DataFolder(**{**values, **changes})


def table(data, quiet, tmp_path, *source, target=()):
    return training_table(data, DataRequest(source, target), tmp_path / "rendered", quiet, 0)


def test_several_sets_come_in_the_order_they_are_named(people, market, quiet, tmp_path):
    sources = (f"identity_folders={people}", f"market1501={market}")
    data = table(folder(), quiet, tmp_path, *sources)
    assert data.set_names[0] == "identity_folders"
    assert (data.sets == 0).sum() == 16
    assert data.classes == 5, "four people, and the one of Market's training part"
    assert {record.split for record in data.records} == {"train"}


def test_two_folders_of_one_form_are_two_sets(people, quiet, tmp_path):
    source = f"identity_folders={people}"
    data = table(folder(), quiet, tmp_path, source, source)
    assert data.set_names == ["identity_folders", "identity_folders#16"]
    assert data.classes == 8


def test_people_of_the_target_are_not_looked_at(people, market, quiet, tmp_path):
    data = table(
        folder(), quiet, tmp_path, f"identity_folders={people}", target=(f"market1501={market}",)
    )
    assert data.classes == 4
    assert data.target.sum() == (data.sets == 1).sum() > 0
    assert set(data.labels[data.target]) == {-1}


def test_all_parts_bring_the_people_of_the_test_part(market, quiet, tmp_path):
    source = f"market1501={market}"
    train = table(folder(), quiet, tmp_path, source)
    whole = table(folder(all_parts=True), quiet, tmp_path, source)
    assert (train.classes, whole.classes) == (1, 3)
    splits = [record.split for record in whole.records]
    assert splits.count("train") == len(train)
    assert splits.count("query") == 4
    assert splits.count("gallery") == 4, "junk and background are nobody"


def test_shares_of_people_and_of_pictures(people, quiet, tmp_path):
    source = f"identity_folders={people}"
    assert table(folder(share_of_people=0.5), quiet, tmp_path, source).classes == 2
    fewer = table(folder(share_of_pictures=0.25), quiet, tmp_path, source)
    assert (len(fewer), fewer.classes) == (4, 4)


def test_masks_and_keypoints_beside_the_pictures_are_seen(market, quiet, tmp_path):
    source = f"market1501={market}"
    before = table(folder(), quiet, tmp_path, source).records[0]
    assert (before.mask, before.keypoints) == (None, None)
    mask = (market / "masks" / before.name).with_suffix(".png")
    mask.parent.mkdir(parents=True)
    mask.write_bytes(b"mask")
    after = table(folder(), quiet, tmp_path, source).records
    assert (after[0].name, after[0].mask, after[0].keypoints) == (before.name, mask, None)
    assert after[1].mask is None


def test_the_test_part_is_queries_and_gallery_or_everything(market, people):
    splits = [record.split for record in tested_records(f"market1501={market}")]
    assert set(splits) == {"query", "gallery"}
    assert splits.count("query") == 4
    assert len(tested_records(f"identity_folders={people}")) == 16


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ((), (), "learns from a data set of yours"),
        (("msmt17=DIR",), (), "does not take 'msmt17'"),
        (("market1501",), (), "'market1501' is not FORM=DIR"),
        (("market1501=",), (), "'market1501=' is not FORM=DIR"),
        (("market1501=DIR",), ("table=a.csv",), "does not take 'table'"),
    ],
)
def test_data_that_a_recipe_does_not_take_are_refused(source, target, message):
    with pytest.raises(UsageError, match=message) as refused:
        check_forms(folder(), DataRequest(source, target))
    assert "identity_folders, market1501" in refused.value.hint


def test_a_form_that_does_not_exist_is_named_with_the_nearest():
    with pytest.raises(ValidationError, match="did you mean 'market1501'"):
        folder(forms=("market1502",))


def test_a_set_whose_pictures_cannot_be_used_says_so_not_that_it_has_none(quiet, tmp_path):
    for person in range(2):
        place = tmp_path / "grey" / f"p{person}"
        place.mkdir(parents=True)
        Image.new("RGB", (16, 32), (90, 90, 90 + person)).save(place / "0.png")
    with pytest.raises(PictureSourceError, match=r"none of its 2 pictures.*p0.*one colour"):
        table(folder(), quiet, tmp_path, f"identity_folders={tmp_path / 'grey'}")
