"""Controls that reorder a line are spelt out; letters of any script stay."""

import pytest

from probe.files.plain_text import hyphenated, spelt_out
from probe.files.strict_yaml import load_yaml
from probe.pictures.photo_folder import look_into
from probe.pictures.photo_tables import read_metadata


@pytest.mark.parametrize("control", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2069"])
def test_reordering_controls_are_spelt(control):
    assert spelt_out(f"a{control}gnp.exe") == f"a<U+{ord(control):04X}>gnp.exe"


def test_letters_and_marks_of_right_to_left_scripts_stay():
    text = "\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645 \u200f"
    assert spelt_out(text) == text


def test_names_tables_and_protocols_are_read_through_it(tmp_path):
    (tmp_path / "a\u202eb.png").write_bytes(b"x")
    contents = look_into(tmp_path)
    assert contents.names == ("a<U+202E>b.png",)
    assert contents.path("a<U+202E>b.png").read_bytes() == b"x"
    (tmp_path / "m.csv").write_text("path,outfit\na\u202eb.png,r\u202eed\n", "utf-8")
    assert read_metadata(tmp_path / "m.csv") == {"a<U+202E>b.png": {"outfit": "r<U+202E>ed"}}
    (tmp_path / "p.yaml").write_text("title: r\u202eed\n", "utf-8")
    assert load_yaml(tmp_path / "p.yaml").data == {"title": "r<U+202E>ed"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("entrance 1", "entrance-1"), ("Gate_A (north).", "Gate-A-north"), ("入口", "入口"),
        ("出口 2", "出口-2"), ("caf\u0065\u0301", "caf\u00e9"), ("กล้อง", "กล้อง"), ("../..", ""),
        ("<U+202E>", "U-202E"), ("\udcff", ""),
    ],
)  # fmt: skip
def test_names_of_every_script_stay_themselves_in_a_path(name, expected):
    assert hyphenated(name) == expected
