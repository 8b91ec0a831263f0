import json

import pytest

from probe.cli import main


def planned(capsys, *more):
    assert main(["plan", "distance", "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_more_people_are_needed_for_a_narrower_interval_or_a_rarer_error(capsys):
    wide, narrow = planned(capsys, "--width", "0.3"), planned(capsys, "--width", "0.1")
    assert narrow["subjects"] > wide["subjects"]
    assert narrow["width"] <= 0.1 < wide["width"] <= 0.3
    rare = planned(capsys, "--width", "0.3", "--fmr", "0.0001")
    assert rare["people_for_fmr"] > wide["people_for_fmr"]
    assert wide["pictures"] == wide["subjects"] * 7 * 5 + wide["further_strangers"] * 5


def test_the_capture_sheet_has_a_box_for_every_picture(tmp_path, capsys):
    pymupdf = pytest.importorskip("pymupdf")
    out = tmp_path / "sheet.pdf"
    assert main(["plan", "orientation", "--sheet", str(out), "--subjects", "3"]) == 0
    with pymupdf.open(out) as sheet:
        pages = [page.get_text() for page in sheet]
        boxes = [len(page.get_drawings()) for page in sheet]
    assert len(pages) == 3
    assert all("Orientation" in page and "with backpack" in page for page in pages)
    assert "ID/orientation/with/45/N.jpg" in pages[0].replace("\u200b", "").replace("\n", "")
    assert min(boxes) >= 16 * 5
    assert main(["plan", "orientation", "--sheet", str(out), "--subjects", "9999", "--force"]) == 2
    assert "is not printed" in capsys.readouterr().err


def test_what_cannot_be_reached_is_refused(capsys):
    assert main(["plan", "distance", "--width", "0"]) == 2
    assert main(["plan", "distance", "--fmr", "2"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_protocol_across_cameras_is_told_that_it_takes_more_people(tmp_path, capsys):
    text = """
name: p
title: P
question: Q?
factors: [{name: f, levels: [a, b], standard: b}]
photos: {pattern: "{subject}_c{camera}_{level}.png", repeat: [camera]%s}
"""
    path = tmp_path / "p.yaml"
    for across, expected in (("", False), (", across: camera", True)):
        path.write_text(text % across)
        assert main(["plan", str(path)]) == 0
        assert ("it takes more people" in capsys.readouterr().out) is expected


def test_a_protocol_of_two_rendered_sessions_is_told_so_too(tmp_path, capsys):
    path = tmp_path / "p.yaml"
    path.write_text(
        "name: p\ntitle: P\nquestion: Q?\n"
        "factors: [{name: f, levels: [0, 90], standard: 0}]\n"
        "scene: {orientation: $f}\nagain: {light: 1}\n"
    )
    assert main(["plan", str(path)]) == 0
    assert "across sessions there are fewer comparisons" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option", [("--takes", "0", ": at least 1"), ("--subjects", "-3", " is not from 1 to 10000")]
)
def test_a_plan_of_nothing_is_refused(option, capsys):
    name, value, message = option
    assert main(["plan", "distance", name, value]) == 2
    assert f"{name} {value}{message}" in capsys.readouterr().err


def test_people_on_a_sheet_that_nobody_asked_for_are_refused(capsys):
    assert main(["plan", "distance", "--subjects", "30"]) == 2
    assert "add --sheet FILE.pdf" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("--fmr", "2"), "--fmr 2 is not between 0 and 1\n"),
        (("--fmr", "0"), "1\u00a0% is written 0.01"),
        (("--width", "-1"), "--width -1 is not between 0 and 1\n"),
        (("--fnmr", "7"), "--fnmr 7 is not from 0 to 1\n"),
        (("--correlation", "1.5"), "--correlation 1.5 is not from 0 to 1\n"),
        (("--sheet", "{file}/sheet.pdf"), "this is a file, and a folder is needed"),
        (("--sheet", "{folder}"), "this is a folder, and the name of a file is needed"),
    ],
)
def test_a_number_out_of_range_or_a_sheet_nowhere_is_refused_by_name(
    wrong, message, tmp_path, capsys
):
    (tmp_path / "file").write_text("")
    given = [word.format(file=tmp_path / "file", folder=tmp_path) for word in wrong]
    assert main(["plan", "distance", *given]) == 2
    assert message in capsys.readouterr().err


def test_a_plan_says_what_comparing_and_rendering_take(capsys):
    assert main(["plan", "distance"]) == 0
    printed = capsys.readouterr().out
    assert "by each model" in printed
    assert "of one core for each model" in printed
    assert "rendered instead of photographed" in printed
    more = planned(capsys, "--takes", "9"), planned(capsys, "--takes", "2")
    for name in ("comparisons", "seconds", "memory", "disk"):
        assert more[0][name] > more[1][name] > 0


def test_conditions_that_transforms_make_take_no_pictures(capsys):
    assert main(["plan", "mirror", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["conditions"], data["photographed"]) == (2, 1)
    assert data["pictures"] == (data["subjects"] + data["further_strangers"]) * 5
    assert main(["plan", "mirror"]) == 0
    assert "1 of 2 conditions is photographed" in capsys.readouterr().out
    assert main(["plan", "distance"]) == 0
    assert "photographed; transforms" not in capsys.readouterr().out
