"""Pictures and failures to acquire as rows of `images.parquet`."""

from dataclasses import replace

from probe.runs.manifest import Failure
from probe.runs.rows import ImagePlace, ImageSource, columns_of
from probe.study.image_rows import images_table
from tests.probe.comparison.test_cells import photographs, study


def test_every_picture_has_its_levels_and_failures_have_none():
    images = study(photographs(2))[0]
    key = images.protocol.conditions[2].key
    failure = Failure(protocol="p", picture="x.png", condition=key, subject="s0", reason="dark")
    table = images_table([replace(images, failures=(failure,))])
    assert list(table.columns) == [
        *columns_of(ImagePlace), "factor_f", *columns_of(ImageSource)
    ]  # fmt: skip
    assert len(table) == len(images.records) + 1
    usable = table[table["status"] == "ok"]
    assert usable["image_id"].tolist() == [r.image_id for r in images.records]
    assert usable["factor_f"].tolist() == ["abc"[r.condition] for r in images.records]
    (failed,) = table[table["status"] != "ok"].to_dict("records")
    assert (failed["status"], failed["condition"], failed["image_id"]) == ("dark", 2, "")
    assert failed["factor_f"] != failed["factor_f"]  # NaN: it shows nothing


def test_everybodys_groups_stand_between_levels_and_places():
    images = study(photographs(2))[0]
    protocol = images.protocol.model_copy(update={"groups": ("sex",)})
    records = tuple(replace(r, groups=("f" if r.subject == "s0" else "",)) for r in images.records)
    table = images_table([replace(images, protocol=protocol, records=records)])
    assert list(table.columns) == [
        *columns_of(ImagePlace), "factor_f", "group_sex", *columns_of(ImageSource)
    ]  # fmt: skip
    assert set(zip(table["subject"], table["group_sex"], strict=True)) == {("s0", "f"), ("s1", "")}
