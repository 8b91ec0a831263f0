"""What is refused, and how: every row of the table in the documentation is a case here."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from probe.cli import main

PAGE = Path(__file__).parents[3] / "docs" / "refused" / "index.md"


class Bench:
    """A working folder with photographs and their protocol, to be spoilt."""

    def __init__(self, folder, photos, protocol):
        self.folder, self.photos, self.protocol = folder, photos, protocol

    def edit(self, old, new):
        text = self.protocol.read_text(encoding="utf-8")
        assert old in text
        self.protocol.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *more):
        return ["run", str(self.protocol), "--photos", str(self.photos), "--no-report", *more]


@pytest.fixture
def bench(tmp_path, photos, protocol_file, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Bench(tmp_path, photos, protocol_file)


def unknown_key(b):
    b.edit("question:", "qestion:")
    return b.run()


def duplicate_key(b):
    b.edit("takes: 3", "takes: 3\ntakes: 4")
    return b.run()


def unknown_level(b):
    b.edit("standard: 180", "standard: 135")
    return b.run()


def code(b):
    b.edit("name: turn", "name: !!python/object/apply:os.getcwd []")
    return b.run()


def unreadable_yaml(b):
    b.edit("name: turn", "name: [turn")
    return b.run()


def wrong_kind_of_value(b):
    (b.folder / "card.yaml").write_text("backbone: stripes\ninput_size: [wide, 32]\n")
    return b.run("--backbone", "card.yaml")


def leaves_folder(b):
    b.edit('"{subject}_o', '"../{subject}_o')
    return b.run()


def no_protocol(b):
    return ["run", "protocols/orientatoin.yaml"]


def no_folder(b):
    return ["run", str(b.protocol), "--photos", "nowhere"]


def no_photos_given(b):
    return ["run", str(b.protocol)]


def camera_unknown(b):
    b.edit("photos:", "photos:\n  across: camera")
    return b.run()


def remedies_across(b):
    b.edit("photos:", "photos:\n  across: camera")
    return b.run("--remedies")


def nothing_fits(b):
    b.edit(".png", ".tiff")
    return b.run()


def level_in_a_name(b):
    (b.photos / "01_o0_1.png").rename(b.photos / "01_o91_1.png")
    return b.run()


def empty_condition(b):
    for path in b.photos.glob("*_o90_*"):
        path.write_bytes(b"\xff\xd8 cut short")
    return b.run()


def undeclared_repeat(b):
    b.edit("_{take}", "_{camera}")
    return b.run()


def stranger_is_subject(b):
    (b.photos / "others").mkdir()
    Image.new("RGB", (8, 20), "red").save(b.photos / "others" / "01.png")
    b.edit("photos:", 'photos:\n  strangers: "others/{subject}.png"')
    return b.run()


def bad_box(b):
    (b.photos / "boxes.csv").write_text("path,x,y,width,height\n01_o0_1.png,1,2,three,4\n")
    b.edit("photos:", "photos:\n  boxes: boxes.csv")
    return b.run()


def unknown_backbone(b):
    return b.run("--backbone", "strypes")


def no_weights(b):
    return b.run("--backbone", "osnet_x0_25")


def weights_missing(b):
    return b.run("--backbone", "osnet_x0_25=gone.pth")


def weights_are_a_picture(b):
    shutil.copy(b.photos / "01_o0_1.png", b.folder / "w.pth")
    return b.run("--backbone", "osnet_x0_25=w.pth")


def weights_hold_code(b):
    import pickle

    (b.folder / "w.pth").write_bytes(pickle.dumps({"state_dict": Bench}))
    return b.run("--backbone", "osnet_x0_25=w.pth")


def weights_of_another(b):
    import torch

    torch.save({"conv.weight": torch.ones(3, 3)}, b.folder / "w.pth")
    return b.run("--backbone", "osnet_x0_25=w.pth")


def unknown_card_key(b):
    (b.folder / "card.yaml").write_text("backbone: stripes\ninptu_size: [64, 32]\n")
    return b.run("--backbone", "card.yaml")


def small_halves(b):
    return b.run("--split-strangers", "--fmr", "0.03")


def impossible_value(b):
    return b.run("--device", "gpu")


def fmr_out_of_range(b):
    return b.run("--fmr", "5")


def site_not_varied(b):
    return b.run("--site", "orientation=any distance=3..10")


def site_not_read(b):
    return b.run("--site", "orientation=90..backwards")


def subjects_of_photos(b):
    return b.run("--subjects", "4")


def matrix_without_data(b):
    matrix = b.folder / "matrix.yaml"
    matrix.write_text("name: m\nsummary: s\nrecipe: ibn.small\nseeds: [1]\nrows: {plain: {}}\n")
    return ["train", str(matrix), "--data", "market1501=no/such"]


def not_a_run(b):
    return ["report", str(b.photos)]


def folder_for_weights(b):
    return b.run("--backbone", f"osnet_x0_25={b.photos}")


def unfinished_run(b):
    from probe.runs.manifest import Manifest
    from probe.runs.writer import RunWriter

    RunWriter(b.folder / "r", Manifest(status="started", study="s", run="r", created="now"))
    return ["report", "r"]


def not_a_cache(b):
    return ["cache", "--empty", "--cache", str(b.photos)]


CASES = {
    "an unknown key in a protocol": (unknown_key, r"turn\.yaml:3:.*did you mean 'question'"),
    "a key that stands twice": (duplicate_key, r"turn\.yaml:\d+:1: the key 'takes' stands twice"),
    "a level that does not exist": (unknown_level, r"turn\.yaml:\d+.*standard '135' is no level"),
    "YAML that would run code": (code, r"turn\.yaml:1:.*not plain data"),
    "YAML that cannot be read": (unreadable_yaml, r"turn\.yaml:2:6: .*is not closed.*close it"),
    "a value of the wrong kind in a card, protocol or recipe": (
        wrong_kind_of_value,
        r"card\.yaml:2:14: input_size\.0 is 'wide': a whole number is needed.*backbones stripes",
    ),
    "a path pattern that leaves its folder": (leaves_folder, "stays below the photo folder"),
    "a protocol that is not there": (no_protocol, "did you mean 'orientation'"),
    "a photo folder that is not there": (no_folder, "nowhere: there is no such folder"),
    "a photo protocol without photographs": (no_photos_given, "--photos FOLDER"),
    "a protocol across cameras, and a picture whose camera is unknown": (
        camera_unknown,
        r"across: camera, which is not known of 72 pictures.*\{camera\}",
    ),
    "`--remedies` in a protocol across cameras": (remedies_across, "leave --remedies out"),
    "a pattern that fits no file": (nothing_fits, r"none of 72 picture files.*probe init"),
    "a level in a file name that the protocol lacks": (level_in_a_name, r"01_o91_1\.png.*'91'"),
    "a condition without a usable picture": (empty_condition, r"condition '90'.*01_o90_1\.png"),
    "pictures of a condition that differ in an undeclared field": (
        undeclared_repeat,
        r"differ in \{camera\}.*repeat: \[camera\]",
    ),
    "a stranger who is also a subject": (stranger_is_subject, "'01' is a subject and a stranger"),
    "a mistake in boxes.csv or metadata": (bad_box, r"boxes\.csv:2: width is 'three'"),
    "an unknown backbone": (unknown_backbone, "did you mean 'stripes'"),
    "a backbone without its weights": (no_weights, "--backbone osnet_x0_25=FILE"),
    "a weights file that is not there": (weights_missing, r"gone\.pth: there is no such weights"),
    "a weights file that is no checkpoint": (weights_are_a_picture, r"w\.pth"),
    "a checkpoint that holds code": (weights_hold_code, r"w\.pth"),
    "a checkpoint of another architecture": (weights_of_another, r"w\.pth"),
    "an unknown key in a card file": (unknown_card_key, r"card\.yaml:2:.*'input_size'"),
    "an option given a value that it does not take": (
        impossible_value,
        "--device gpu: there is no such device.*cuda:1",
    ),
    "an FMR outside 0..1": (fmr_out_of_range, "between 0 and 1"),
    "people too few to split for a threshold": (
        small_halves,
        "3\u00a0% needs at least 7 people.*leave --split-strangers out",
    ),
    "a site that names what is not varied": (
        site_not_varied,
        r"did not vary 'distance'.*probe run protocols/distance\.yaml",
    ),
    "a site that cannot be read": (site_not_read, r"'backwards' is no number.*3\.\.10"),
    "`--subjects` with photographs": (subjects_of_photos, "rendered people"),
    "a matrix of trainings whose data set is not there": (
        matrix_without_data,
        r"no/such: there is no such folder",
    ),
    "a folder that is no run": (not_a_run, "no run directory"),
    "a file where a folder is needed, or the other way round": (
        folder_for_weights,
        "this is a folder, not a weights file.*it holds 01_o0_1.png.*name one of them",
    ),
    "the report of an unfinished run": (unfinished_run, r"run is started.*--resume"),
    "emptying a folder that is no cache": (not_a_cache, "nothing was deleted"),
}


@pytest.mark.parametrize("what", CASES)
def test_bad_input_gets_a_clear_refusal(what, bench, capsys):
    spoil, expected = CASES[what]
    before = {path for path in bench.folder.rglob("*") if "runs" in path.parts}
    code = main(spoil(bench))
    complaint = capsys.readouterr().err
    assert code == 2
    assert "probe: " in complaint
    assert "Traceback" not in complaint
    message = complaint[complaint.index("probe: ") :]
    assert re.search(expected, message, re.DOTALL), message
    assert {path for path in bench.folder.rglob("*") if "runs" in path.parts} == before


@pytest.mark.checkout
def test_the_page_lists_exactly_these():
    section = PAGE.read_text(encoding="utf-8").split("## What is refused")[1].split("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")]
    assert rows[1:] == list(CASES)
