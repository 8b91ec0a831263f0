"""`probe validate`: every protocol that is given is checked, whatever the others are."""

import numpy as np
from PIL import Image

from probe.cli import main


def test_the_shipped_protocols_validate(capsys):
    assert main(["validate", "protocols/"]) == 0
    assert capsys.readouterr().out.count("sound") == 5


def test_all_are_checked_though_one_is_not_sound(photos, protocol_file, tmp_path, capsys):
    other = tmp_path / "other.yaml"
    other.write_text("name: other\n", "utf-8")
    assert main(["validate", str(other), str(protocol_file), "--photos", str(photos)]) == 2
    out, err = capsys.readouterr()
    assert "turn.yaml: sound: 3 conditions, standard '180'; 72 photographs of 8 people" in out
    assert "other.yaml" in err


def test_what_is_not_used_is_named_by_reason(photos, protocol_file, capsys):
    spoilt = sorted(photos.glob("*.png"))[:3]
    for path in spoilt[:2]:
        path.write_bytes(b"no picture")
    for name in ("holiday.jpg", "overview.jpg", "scan.dng"):
        (photos / name).write_bytes(spoilt[2].read_bytes())
    given = ["validate", str(protocol_file), "--photos", str(photos)]
    assert main(given) == 0
    printed = capsys.readouterr().out
    assert "70 photographs of 8 people, 2 not usable, 3 that fit no pattern" in printed
    assert "2 not usable: not a picture in one of the formats" in printed
    assert f"{spoilt[0].name} and 1 more" in printed
    assert "3 fit no pattern: holiday.jpg and 2 more (--verbose lists them)" in printed
    assert "overview.jpg" not in printed
    assert main([*given, "--verbose"]) == 0
    printed = capsys.readouterr().out
    for name in (spoilt[0].name, spoilt[1].name, "holiday.jpg", "overview.jpg", "scan.dng"):
        assert name in printed


def test_photographs_are_counted_and_neither_scenes_nor_what_is_made_of_them(
    photos, tmp_path, capsys
):
    for path in photos.glob("*.png"):
        person = tmp_path / "people" / path.name[:2]
        person.mkdir(parents=True, exist_ok=True)
        (person / path.name).write_bytes(path.read_bytes())
    assert main(["validate", "low_light", "--photos", str(tmp_path / "people")]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.endswith("sound: 8 conditions, standard '1000'; 72 photographs of 8 people")
    assert main(["validate", "low_light"]) == 0
    assert "80 scenes for 8 people" in capsys.readouterr().out


def test_a_full_frame_among_crops_is_told(photos, protocol_file, capsys):
    path = sorted(photos.glob("*.png"))[4]
    frame = np.random.default_rng(0).integers(0, 255, (60, 320, 3), dtype=np.uint8)
    Image.fromarray(frame).save(path)
    assert main(["validate", str(protocol_file), "--photos", str(photos)]) == 0
    assert f"1 of 72 pictures have another shape or size than the others: {path.name}" in (
        capsys.readouterr().out
    )


def test_levels_that_transforms_make_alike_are_refused_before_there_are_photographs(
    tmp_path, capsys
):
    path = tmp_path / "p.yaml"
    path.write_text(
        "name: p\ntitle: P\nquestion: Q?\n"
        "factors: [{name: side, levels: [a, {value: b, transform: LEVEL}], standard: a}]\n"
        "photos: {pattern: '{subject}/{take}.*'}\n",
        "utf-8",
    )
    text = path.read_text("utf-8")
    path.write_text(text.replace("LEVEL", "mirror"), "utf-8")
    assert main(["validate", str(path)]) == 0
    path.write_text(text.replace("LEVEL", "none"), "utf-8")
    assert main(["validate", str(path)]) == 2
    assert "'a' and 'b' ask for the same pictures" in capsys.readouterr().err
