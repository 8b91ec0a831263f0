"""A proposal is a protocol that runs; levels are written as a protocol has them."""

from pathlib import Path

import pytest

from probe.errors import PictureSourceError
from probe.pictures.photo_folder import PhotoFolder, look_into
from probe.pictures.photographs import photo_set
from probe.pictures.proposal import as_yaml, propose
from probe.protocol.finding import load_protocol
from probe.wording import speaking


def held(files):
    return PhotoFolder(Path("photos"), tuple(sorted(files)))


def names(form, people, levels, takes=(1, 2)):
    return [form.format(s=s, v=v, t=t) for s in people for v in levels for t in takes]


def test_a_proposal_is_a_protocol_that_runs(photos, tmp_path):
    proposal = propose(look_into(photos))
    (reading,) = proposal.readings
    path = tmp_path / "p.yaml"
    path.write_text(as_yaml(reading, "proposed", proposal.files), encoding="utf-8")
    protocol = load_protocol(path)
    assert protocol.takes == 3
    images = photo_set(protocol, photos)
    assert len(images.records) == 72
    assert len(images.subjects) == 8


def test_a_table_of_boxes_beside_the_pictures_is_named(photos, tmp_path):
    boxes = photos / "boxes.csv"
    rows = [f"{path.name},4,8,20,60" for path in sorted(photos.glob("*.png"))]
    boxes.write_text("\n".join(["path,x,y,width,height", *rows]), "utf-8")
    proposal = propose(look_into(photos))
    path = tmp_path / "p.yaml"
    text = as_yaml(proposal.readings[0], "proposed", proposal.files, boxes=proposal.boxes)
    path.write_text(text, encoding="utf-8")
    assert {r.width for r in photo_set(load_protocol(path), photos).records} == {20}
    boxes.write_text("frame,time,x,y,width,height,crop\n0,0,4,8,20,60,a.png", "utf-8")
    assert propose(look_into(photos)).boxes == "", "of frames, as `probe crop` writes it"


@pytest.mark.parametrize(
    ("levels", "lines"),
    [
        (("0", "90", "180"), ["kind: circular", 'unit: "°"', "levels: [0, 90, 180]"]),
        (("back", "front"), ["kind: nominal", 'levels: ["front", "back"]', 'standard: "front"']),
        (("Back", "back", "front"), ['values:\n    level: {"Back": "back"}']),
        (("3m", "10 m"), ["kind: ordered", "levels: [3, 10]", '{"10 m": 10, "3m": 3}']),
        (("1.5m", "3m"), ["levels: [1.5, 3]", 'pattern: "{subject}/{level}m/{take}.jpg"']),
    ],
)
def test_levels_are_written_as_a_protocol_has_them(levels, lines):
    proposal = propose(held(names("{s}/{v}/{t}.jpg", ("anna", "ben"), levels)))
    text = as_yaml(proposal.readings[0], "proposed", proposal.files)
    for line in lines:
        assert line in text


def test_two_factors_are_asked_about_together_and_unknown_words_are_left_out():
    files = names("{s}/{v}.jpg", [f"p{k} {t}" for k in "abcdefgh" for t in "xy"], ("front", "back"))
    files = [path.replace(".jpg", f" {m}m.jpg") for path in files for m in (3, 6)]
    proposal = propose(held([*files, "pa x/kaputt 3m.jpg"]))
    text = as_yaml(proposal.readings[0], "turned", proposal.files, "Straße_1")
    assert (
        'question: "Is a person still recognised when the orientation and distance change?"' in text
    )
    assert 'orientation: {"kaputt": null}' in text
    assert 'title: "Straße 1"' in text


@pytest.mark.parametrize(("language", "title"), [("ja", "向き"), ("zh", "朝向"), ("en", None)])
def test_a_factor_has_a_title_in_the_language_of_the_reader(tmp_path, language, title):
    proposal = propose(held(names("{s}/{v}/{t}.jpg", ("anna", "ben"), ("front", "back"))))
    path = tmp_path / "p.yaml"
    with speaking(language):
        path.write_text(as_yaml(proposal.readings[0], "proposed", proposal.files), encoding="utf-8")
    (factor,) = load_protocol(path).factors
    assert factor.name == "orientation"
    assert (f'title: "{title}"' in path.read_text(encoding="utf-8")) == bool(title)
    assert (title or "orientation") in path.read_text(encoding="utf-8").split("question:")[1]


def test_a_proposal_of_a_part_says_so_first():
    files = names("{s}/{v}/{t}.jpg", ("anna", "ben"), ("front", "back"))
    proposal = propose(held([*files, *(f"x{k}.jpg" for k in range(3))]))
    text = as_yaml(proposal.readings[0], "proposed", proposal.files)
    assert text.startswith("# Fits 8 of 11 picture files only")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "no picture"),
        (["notes.txt"], "no picture"),
        (["1.jpg", "2.jpg"], "who is shown and under which condition; the first is '1.jpg'"),
        (["annaFront1.jpg", "annaBack1.jpg", "benFront1.jpg", "benBack1.jpg"], "who is shown"),
    ],
)
def test_paths_that_say_nothing_are_refused(files, told):
    with pytest.raises(PictureSourceError, match=told):
        propose(held(files))
