"""`probe crop` from frames to a protocol that `probe validate` takes; what it refuses."""

import numpy as np
import pytest
from PIL import Image

from probe.cli import main
from probe.pictures.decoding import read_picture


@pytest.fixture
def frames(tmp_path):
    folder = tmp_path / "gate"
    (folder / "masks").mkdir(parents=True)
    for number in range(12):
        shown = np.random.default_rng(number).integers(60, 90, (90, 160, 3), dtype=np.uint8)
        mask = np.zeros((90, 160), np.uint8)
        for person, top in ((1, 4), (2, 48)):
            place = slice(top, top + 40), slice(4 + 8 * number, 24 + 8 * number)
            noise = np.random.default_rng([number, person]).integers(0, 25, (40, 20, 3), np.uint8)
            shown[place] = np.array((220, 90 * person, 40), np.uint8) + noise
            mask[place] = person
        Image.fromarray(shown).save(folder / f"{number:03d}.png")
        Image.fromarray(mask).save(folder / "masks" / f"{number:03d}.png")
    return folder


def test_crops_sheet_and_protocol(frames, tmp_path, capsys):
    out = tmp_path / "out"
    command = ["crop", str(frames), "--out", str(out), "--detector=scene", "--least-height=20"]
    assert main(command) == 0
    printed = capsys.readouterr().out
    assert "12 frames, 24 people seen in 2 tracks, 24 crops" in printed
    assert f"--photos {out / 'crops'} --mask files={out / 'masks'}" in printed
    assert read_picture(out / "sheet.png").shape[1] > 500
    validate = ["validate", str(out / "protocol.yaml"), "--photos", str(out / "crops")]
    assert main(validate) == 0
    assert main(command) == 0, "giving it again changes nothing"


def test_small_crops_are_counted_and_no_protocol_is_proposed(frames, tmp_path, capsys):
    assert main(["crop", str(frames), "--out", str(tmp_path / "out"), "--detector", "scene"]) == 0
    printed = capsys.readouterr().out
    assert "24 without a crop: too small" in printed
    assert "no protocol is proposed" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing.mp4", "--out", "x", "--detector", "scene"], "no such video or folder"),
        (["FRAMES", "--out", "x", "--detector", "skene"], "no detector 'skene'"),
        (["FRAMES", "--out", "x", "--detector", "scene", "--every", "0"], "every"),
        (["FRAMES", "--out", "x", "--detector", "scene", "--least-score", "2"], "least-score"),
        (["FRAMES", "--detector", "scene"], "--out"),
        (["FRAMES", "--out", "x"], "--detector"),
    ],
)
def test_what_is_refused(arguments, message, frames, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    given = [str(frames) if word == "FRAMES" else word for word in arguments]
    try:
        code = main(["crop", *given])
    except SystemExit as stopped:
        code = stopped.code
    assert code == 2
    assert message in capsys.readouterr().err
