"""The study of camera styles at toy size: table, styled set, and going on."""

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout

TINY = {
    "network.width": 4, "network.blocks": 1, "network.discriminator_width": 4,
    "network.discriminator_layers": 2, "stages.styles.length": "{steps: 2}",
    "stages.styles.sampler.batch": 4, "stages.styles.augmentation.all.1.size": "[16, 8]",
    "stages.styles.augmentation.all.1.enlarged": "[18, 9]",
}  # fmt: skip


@pytest.fixture
def target(tmp_path):
    drawn, lines = np.random.default_rng(0), ["path,person,camera"]
    for person in range(8):
        for camera in (1, 2):
            name = f"{person}_{camera}.png"
            picture = drawn.integers(0, 256, (16, 8, 3), dtype=np.uint8)
            Image.fromarray(picture).save(tmp_path / name)
            lines.append(f"{name},{person},{camera}")
    (tmp_path / "table.csv").write_text("\n".join(lines) + "\n")
    return f"table={tmp_path / 'table.csv'}"


@pytest.mark.slow
def test_one_direction(target, tmp_path, monkeypatch, capfd):
    monkeypatch.syspath_prepend(STUDIES)
    from stargan_styles import COLUMNS, main

    settings = [word for pair in TINY.items() for word in ("--set", f"{pair[0]}={pair[1]}")]
    given = [
        "--target", target, "--out", str(tmp_path / "out"), "--judge", "stripes", *settings,
        "--epochs", "1", "--results", str(tmp_path / "results"),
    ]  # fmt: skip
    before = torch.get_num_threads()
    main(given)
    styled = tmp_path / "out" / "styled"
    assert len(list(styled.glob("*_fake_*.jpg"))) == 32
    with (tmp_path / "out" / "styles.csv").open() as file:
        rows = {row["camera"]: row for row in csv.DictReader(file)}
    assert list(rows) == ["1", "2", "all"]
    everything = rows["all"]
    assert tuple(everything) == COLUMNS
    # Two of eight people are held out: four pictures, eight copies, four in another style.
    counts = [everything[name] for name in ("real", "styled", "other_styled")]
    assert counts == ["4", "8", "4"]
    for name in ("real_right", "styled_right", "other_right", "nearer"):
        assert 0 <= float(everything[name]) <= 1
    stored = (tmp_path / "results" / "table.csv").read_bytes()
    assert stored == (tmp_path / "out" / "styles.csv").read_bytes()
    capfd.readouterr()
    main(given)
    assert "probe train stargan.small" not in capfd.readouterr().out, (
        "what is trained is not trained again"
    )
    assert (tmp_path / "out" / "styles.csv").read_bytes() == stored
    torch.set_num_threads(before)
