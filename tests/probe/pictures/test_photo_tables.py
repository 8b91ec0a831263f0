"""Tables beside photographs: boxes and metadata."""

import pytest

from probe.errors import PictureSourceError, ProbeError
from probe.pictures.decoding import Box
from probe.pictures.photo_tables import read_boxes, read_metadata
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.wording import wording_of

in_words = wording_of().stored


def protocol(path, old="", new=""):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return load_protocol(path)


def test_boxes_cut_full_frames(photos, protocol_file):
    lines = ["path,x,y,width,height"]
    for path in sorted(photos.glob("*.png")):
        lines.append(f"{path.name},4,8,20,60")
    (photos / "boxes.csv").write_text("\n".join(lines[:-1]), encoding="utf-8")
    images = photo_set(protocol(protocol_file, "photos:", "photos:\n  boxes: boxes.csv"), photos)
    assert {(r.width, r.height) for r in images.records} == {(20, 60)}
    assert [in_words(f.reason) for f in images.failures] == ["no box in boxes.csv"]


def test_boxes_that_lie_unused_are_told(photos, protocol_file):
    table = photos / "boxes.csv"
    table.write_text("path,x,y,width,height\n01_o0_1.png,4,8,20,60", encoding="utf-8")
    (note,) = photo_set(load_protocol(protocol_file), photos).notes
    assert in_words(note).startswith("boxes.csv lies beside the photographs and is not used")
    table.write_text("frame,x,y,width,height,crop\n0,4,8,20,60,01_o0_1.png", encoding="utf-8")
    assert photo_set(load_protocol(protocol_file), photos).notes == ()


def test_pictures_without_a_box_are_told_what_to_do(photos, protocol_file):
    (photos / "boxes.csv").write_text("path,x,y,width,height\n01_o0_1.png,4,8,20,60", "utf-8")
    with_boxes = protocol(protocol_file, "photos:", "photos:\n  boxes: boxes.csv")
    with pytest.raises(PictureSourceError, match=r"no box in .*\n  give each picture a row"):
        photo_set(with_boxes, photos)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("01_o0_1.png,a,0,3,3", r"boxes\.csv:2: x is 'a'"),
        ("01_o0_1.png,1,0,3,3\n01_o0_1.png,1,0,3,3", r"boxes\.csv:3:.*twice"),
        ("01_o0_1.png,1,0,3,3,9", "more values"),
        ("01_o0_1.png,1,0,nan,3", "width is 'nan'"),
    ],
)
def test_mistakes_in_boxes_name_the_line(photos, protocol_file, row, told):
    (photos / "boxes.csv").write_text("path,x,y,width,height\n" + row, encoding="utf-8")
    with_boxes = protocol(protocol_file, "photos:", "photos:\n  boxes: boxes.csv")
    with pytest.raises(ProbeError, match=told):
        photo_set(with_boxes, photos)


def test_metadata_says_who_is_dressed_alike(photos, protocol_file):
    lines = ["path,outfit"] + [
        f"{path.name},{'blue' if path.name < '05' else 'red'}"
        for path in sorted(photos.glob("*.png"))
    ]
    (photos / "meta.csv").write_text("\n".join(lines), encoding="utf-8")
    known = protocol(protocol_file, "photos:", "photos:\n  metadata: meta.csv")
    images = photo_set(known, photos)
    assert images.alike == "outfit"
    assert {r.outfit for r in images.records} == {"blue", "red"}


def test_tables_are_read_as_they_are_written(tmp_path):
    (tmp_path / "b.csv").write_text("\ufeffpath, x ,y,width,height\na\\b.jpg,1,2,3,4\n", "utf-8")
    assert read_boxes(tmp_path / "b.csv") == {"a/b.jpg": Box(1, 2, 3, 4)}
    (tmp_path / "m.csv").write_text("path,day,outfit\na.jpg, 2 ,\n", "utf-8")
    assert read_metadata(tmp_path / "m.csv") == {"a.jpg": {"day": "2"}}


def test_a_missing_column_and_an_empty_path_are_named(tmp_path):
    (tmp_path / "b.csv").write_text("path,x,y,widht,height\n", "utf-8")
    with pytest.raises(PictureSourceError, match=r"'width' is missing\n  did you mean 'widht'"):
        read_boxes(tmp_path / "b.csv")
    (tmp_path / "m.csv").write_text("path,day\n,2\n", "utf-8")
    with pytest.raises(PictureSourceError, match=r"m\.csv:2: the row has no path"):
        read_metadata(tmp_path / "m.csv")


def boxes_of(photos, protocol_file, rows, head="path,x,y,width,height"):
    names = sorted(path.name for path in photos.glob("*.png"))
    lines = [head, *(f"{name},{rows}" for name in names)]
    (photos / "boxes.csv").write_text("\n".join(lines), "utf-8")
    return photo_set(protocol(protocol_file, "photos:", "photos:\n  boxes: boxes.csv"), photos)


def test_fractions_are_refused_by_their_unit(photos, protocol_file):
    with pytest.raises(PictureSourceError, match=r"these are fractions of the picture\n.*pixels"):
        boxes_of(photos, protocol_file, "0.1,0.2,0.5,0.6")


def test_corners_are_read_under_their_names(photos, protocol_file):
    images = boxes_of(photos, protocol_file, "4,8,24,68", "path,x1,y1,x2,y2")
    assert {(r.width, r.height) for r in images.records} == {(20, 60)}
    assert images.notes == ()


def test_corners_and_centres_under_other_names_are_told(photos, protocol_file):
    for rows in ("15,40,38,95", "20,48,30,80"):  # corners; the centre of the 40 x 96 picture
        images = boxes_of(photos, protocol_file, rows)
        protocol_file.write_text(
            protocol_file.read_text("utf-8").replace("\n  boxes: boxes.csv", ""), "utf-8"
        )
        assert "72 of 72 boxes reach far out of their picture" in in_words(images.notes[0])


@pytest.mark.parametrize("value", ["1e308", "-2000000"])
def test_a_place_that_no_picture_has_is_refused(photos, protocol_file, value):
    with pytest.raises(PictureSourceError, match=r"boxes\.csv:2: x is .*: no picture is so large"):
        boxes_of(photos, protocol_file, f"{value},0,10,10")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda name: "photos/" + name, "below the photo folder; write '01_o0_1.png'"),
        (str.upper, "small and capital letters differ: the picture is '01_o0_1.png'"),
        (lambda name: "x" + name, "the first picture is '01_o0_1.png'"),
    ],
)
def test_a_table_of_which_no_row_names_a_picture_is_refused(photos, protocol_file, change, said):
    lines = ["path,day", *(change(path.name) + ",2" for path in sorted(photos.glob("*.png")))]
    (photos / "meta.csv").write_text("\n".join(lines), "utf-8")
    with_table = protocol(protocol_file, "photos:", "photos:\n  metadata: meta.csv")
    with pytest.raises(PictureSourceError, match="0 of 72 rows name a picture") as caught:
        photo_set(with_table, photos)
    assert said in caught.value.hint


def test_rows_that_name_no_picture_are_counted_and_dots_and_accents_do_not_matter(
    photos, protocol_file
):
    (photos / "01_o0_1.png").rename(photos / "caf\u00e9_o0_1.png")
    rows = ["path,day", "./cafe\u0301_o0_1.png,2", "02_o0_1.png,3", "gone.png,4"]
    (photos / "meta.csv").write_text("\n".join(rows), "utf-8")
    with_table = protocol(protocol_file, "photos:", "photos:\n  metadata: meta.csv")
    with_table = protocol(protocol_file, "photos:", "photos:\n  repeat: [day]")
    images = photo_set(with_table, photos)
    days = {record.source: record.day for record in images.records}
    assert (days["caf\u00e9_o0_1.png"], days["02_o0_1.png"]) == ("2", "3")
    assert in_words(images.notes[0]) == (
        "1 of 3 rows of meta.csv name no picture of the folder; the first is gone.png"
    )


@pytest.mark.parametrize("key", ["boxes", "metadata"])
def test_a_table_outside_the_photo_folder_is_not_opened(photos, protocol_file, key, tmp_path):
    (tmp_path / "secret.csv").write_text("password,1", "utf-8")
    outside = protocol(protocol_file, "photos:", f"photos:\n  {key}: ../secret.csv")
    with pytest.raises(PictureSourceError, match=rf"photos\.{key}: '\.\./secret.csv' leads out"):
        photo_set(outside, photos)


def test_a_table_without_rows_is_refused(photos, protocol_file):
    for key in ("boxes", "metadata"):
        (photos / "t.csv").write_text("path,x,y,width,height\n", "utf-8")
        named = protocol_file.read_text("utf-8")
        protocol_file.write_text(named.replace("photos:", f"photos:\n  {key}: t.csv"), "utf-8")
        with pytest.raises(PictureSourceError, match=r"t\.csv: the table has no row"):
            photo_set(load_protocol(protocol_file), photos)
        protocol_file.write_text(named, "utf-8")


@pytest.mark.parametrize(
    ("columns", "missing", "hint"),
    [
        ("left,top,right,bottom", "x", "boxes have the columns path, x, y, width, height, or path"),
        ("x1,y1,x2,height", "y2", "this one has height, path, x1, x2, y1"),
        ("X,y,width,height", "x", "write 'x' for 'X'"),
    ],
)
def test_columns_by_other_names_are_told(tmp_path, columns, missing, hint):
    (tmp_path / "b.csv").write_text(f"path,{columns}\na.jpg,1,2,30,60\n", "utf-8")
    with pytest.raises(PictureSourceError, match=f"the column '{missing}' is missing") as caught:
        read_boxes(tmp_path / "b.csv")
    assert hint in caught.value.hint


def test_metadata_that_contradict_the_path_are_refused(photos, protocol_file):
    names = [path.name for path in sorted(photos.glob("*.png"))]
    same = ["path,subject,day", *(f"{name},{int(name[:2])},2" for name in names)]
    (photos / "meta.csv").write_text("\n".join(same), "utf-8")
    with_table = protocol(protocol_file, "photos:", "photos:\n  metadata: meta.csv")
    assert {record.subject for record in photo_set(with_table, photos).records} == {
        name[:2] for name in names
    }
    (photos / "meta.csv").write_text("\n".join([*same[:5], f"{names[4]},bob,2"]), "utf-8")
    with pytest.raises(PictureSourceError, match=r"'bob' by meta\.csv") as caught:
        photo_set(with_table, photos)
    assert caught.value.place == names[4]


def test_pictures_without_a_row_are_counted(photos, protocol_file):
    (photos / "meta.csv").write_text("path,outfit\n01_o0_1.png,red\n", "utf-8")
    with_table = protocol(protocol_file, "photos:", "photos:\n  metadata: meta.csv")
    assert in_words(photo_set(with_table, photos).notes[0]) == (
        "71 of 72 pictures have no row in meta.csv; the first is 01_o0_2.png"
    )
