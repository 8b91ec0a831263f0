"""`probe match` as it is typed: two folders in, page out; what it refuses."""

import json

import numpy as np
import pytest
from PIL import Image

import probe
from probe.cli import main


@pytest.fixture
def cameras(tmp_path):
    """The same two people in two folders of frames."""
    folders = []
    for seed, name in enumerate(("gate", "hall & yard")):
        folder = tmp_path / name
        (folder / "masks").mkdir(parents=True)
        for number in range(6):
            noise = np.random.default_rng([seed, number])
            frame = noise.integers(90, 120, (110, 120, 3)).astype(np.uint8)
            mask = np.zeros((110, 120), np.uint8)
            for person, colour in ((1, (220, 40, 40)), (2, (40, 60, 220))):
                place = slice(52 * person - 50, 52 * person - 2), slice(5 * number, 5 * number + 20)
                frame[place] = np.array(colour) + noise.integers(0, 30, (48, 20, 3))
                mask[place] = person
            Image.fromarray(frame).save(folder / f"{number}.png")
            Image.fromarray(mask).save(folder / "masks" / f"{number}.png")
        folders.append(str(folder))
    return folders


def test_page_and_tables(cameras, tmp_path, capsys):
    out = tmp_path / "out"
    command = ["match", *cameras, "--out", str(out), "--detector=scene", "--backbone=stripes"]
    assert main(command) == 0
    printed = capsys.readouterr().out
    assert "4 walks in 2 cameras" in printed
    assert "stripes: ranked, no threshold is known (see --run)" in printed
    assert "12 frames in" in printed
    assert "frames/s" in printed
    assert "hall-yard/p0002" in (out / "matches.html").read_text("utf-8")
    assert main([*command, "--json"]) == 0
    stored = json.loads(capsys.readouterr().out)
    assert [query["ranked"][0]["walk"][-5:] for query in stored["queries"]] == [
        "p0001", "p0002", "p0001", "p0002",
    ]  # fmt: skip


def test_scores_are_calibrated_by_a_run(cameras, photos, protocol_file, tmp_path, capsys):
    run = probe.run(
        protocol_file, backbones="stripes", photos=photos, out=tmp_path / "runs", fmr=0.05,
        device="cpu", pictures=False,
    )  # fmt: skip
    command = ["match", *cameras, "--out", str(tmp_path / "out"), "--detector=scene"]
    command += ["--backbone=stripes", "--run", str(run.path)]
    assert main(command) == 0
    assert "above the threshold of 5 % false matches (" in capsys.readouterr().out.replace(
        "\xa0", " "
    )
    page = (tmp_path / "out" / "matches.html").read_text("utf-8")
    assert "5 % of strangers pass" in page.replace("\xa0", " ")
    assert main([*command, "--fit", "letterbox"]) == 2
    assert "--fit card, or leave --fit out" in capsys.readouterr().err
    assert main([*command, "--backbone", "moco.demo"]) == 2
    assert "the run has no moco.demo" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ONE", "--out", "x", "--backbone", "stripes", "--detector", "scene"], "one camera"),
        (["ONE", "ONE", "--out", "x", "--backbone", "stripes"], "named twice"),
        (["ONE", "TWO", "--out", "x", "--backbone", "stripes"], "--detector is missing"),
        (["ONE", "TWO", "--out", "x", "--detector", "scene"], "--backbone"),
        (["ONE", "TWO", "--backbone", "stripes"], "--out"),
        (["ONE", "TWO", "--out", "x", "--backbone", "stripes", "--run", "y"], "no such folder"),
        (["ONE", "TWO", "--out", "x", "--backbone", "strips", "--detector", "scene"], "stripes"),
        (["ONE", "TWO", "--out", "x", "--backbone", "stripes", "--detector", "scene", "--mask",
          "grabcat"], "grabcut"),
        (["ONE", "no.mp4", "--out", "x", "--backbone", "stripes", "--detector", "scene"],
         "no such video"),
    ],
)  # fmt: skip
def test_what_is_refused(arguments, message, cameras, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names = {"ONE": cameras[0], "TWO": cameras[1]}
    try:
        code = main(["match", *[names.get(word, word) for word in arguments]])
    except SystemExit as stopped:
        code = stopped.code
    assert code == 2
    assert message in capsys.readouterr().err
