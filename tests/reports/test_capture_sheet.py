"""The capture sheet: people one below the other, a box a picture."""

import json

import pymupdf
import pytest

from probe.errors import UsageError
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.finding import load_protocol
from probe.reports import capture_sheet
from probe.reports.capture_sheet import sheet_data


def test_every_condition_is_a_row_and_every_person_a_block(protocol_file) -> None:
    protocol = load_protocol(protocol_file)
    data = sheet_data(protocol, 12, 3, "en")
    assert len(data["rows"]) == len(protocol.conditions)
    assert [person["id"] for person in data["people"]][:2] == ["01", "02"]
    assert len(data["people"]) == 12
    json.dumps(data)


def test_as_many_people_stand_on_a_page_as_fit_whole(protocol_file, tmp_path) -> None:
    out = tmp_path / "sheet.pdf"
    capture_sheet.write_sheet(load_protocol(protocol_file), 8, 2, out)
    with pymupdf.open(out) as document:
        pages = [page.get_text() for page in document]
    assert 2 <= len(pages) <= 4  # three conditions: at least two people a page
    counts = [text.count("person ID") for text in pages]
    assert sum(counts) == 8
    # What a person begins with and ends with stand on one page.
    assert [text.count("consent") for text in pages] == counts


def where(text: str) -> list[str]:
    protocol = protocol_of(parse_yaml(text, "test.yaml"))
    return [row["where"] for row in sheet_data(protocol, 1, 2, "en")["rows"]]


TURN = """
name: turn
title: Orientation
question: Turned?
factors: [{name: orientation, levels: [0, 90], standard: 0}]
photos: {pattern: "PATTERN"}
"""


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{subject}/{level}/{take}.*", "ID/0/N.jpg"),
        ("{subject}/{level}/{take}*.jpg", "ID/0/N.jpg"),
        ("{subject}/{level}/*.png", "ID/0/N.png"),
        ("*/{subject}_{level}_{take}.*", "N/ID_0_N.jpg"),
        ("{subject}_{camera}_{level}", "ID_CAMERA_0"),
    ],
)
def test_a_path_on_the_sheet_can_be_a_file(pattern: str, path: str) -> None:
    assert where(TURN.replace("PATTERN", pattern))[0] == path


def test_levels_stand_as_files_name_them() -> None:
    text = TURN.replace(
        '"PATTERN"}', '"{subject}_o{level}_{take}.png", values: {level: {"7": 0, "1": 90}}}'
    )
    assert where(text) == ["ID_o7_N.png", "ID_o1_N.png"]


WORDS = 'values: {level: {"後ろ2": "後ろ", "正面2": "正面", "正面3": "正面"}}'
NAMED = TURN.replace("[0, 90], standard: 0", '["正面", "後ろ"], standard: "正面"')


def test_every_picture_of_a_condition_has_a_name_of_its_own() -> None:
    text = NAMED.replace('"PATTERN"', f'"{{subject}}/{{level}}.*", {WORDS}')
    assert where(text) == ["ID/正面.jpg, ID/正面2.jpg", "ID/後ろ.jpg, ID/後ろ2.jpg"]
    numbered = NAMED.replace('"PATTERN"', f'"{{subject}}/{{level}}_{{take}}.*", {WORDS}')
    assert where(numbered) == ["ID/正面_N.jpg", "ID/後ろ_N.jpg"]
    assert where(TURN.replace("PATTERN", "{subject}/{level}*.png"))[0] == "ID/0_N.png"


def test_pictures_that_the_pattern_gives_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match=r"has one: ID/0\.jpg\n  write {take} into photos"):
        where(TURN.replace("PATTERN", "{subject}/{level}.*"))
    with pytest.raises(UsageError, match=r"3 pictures .* has 2, such as ID/後ろ\.jpg"):
        text = NAMED.replace('"PATTERN"', f'"{{subject}}/{{level}}.*", {WORDS}')
        sheet_data(protocol_of(parse_yaml(text, "test.yaml")), 1, 3, "en")


def test_the_number_is_explained_where_it_stands() -> None:
    def told(text: str) -> str:
        data = sheet_data(protocol_of(parse_yaml(text, "test.yaml")), 1, 2, "en")
        return data["people"][0]["instruction"]

    assert told(TURN.replace("PATTERN", "{subject}/{level}/{take}.*")).endswith(
        "ID being 01 and N the number of the picture."
    )
    own = told(NAMED.replace('"PATTERN"', f'"{{subject}}/{{level}}.*", {WORDS}'))
    assert own.endswith("ID being 01, each under a name of its own.")


def test_too_many_people_are_refused(protocol_file, tmp_path) -> None:
    with pytest.raises(UsageError, match="people is not printed"):
        capture_sheet.write_sheet(load_protocol(protocol_file), 10**6, 2, tmp_path / "sheet.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_conditions_that_transforms_make_are_not_photographed() -> None:
    data = sheet_data(load_protocol("fog"), 1, 2, "en")
    assert [(row["label"], row["where"]) for row in data["rows"]] == [("clear", "ID/N.jpg")]
    rendered = TURN.replace('photos: {pattern: "PATTERN"}', "scene: {}\ntransform: motion_blur")
    assert where(rendered) == ["ID/N.jpg"]
