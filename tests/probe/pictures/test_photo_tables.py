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
