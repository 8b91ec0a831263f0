"""`probe generate --run` of styles: what is kept in the run, and what is refused."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones.stargan.drawing import open_style_drawer
from probe.cli import main
from probe.cli.judge import open_judge
from probe.cli.styles_in_run import style_names
from probe.pictures.fitting import Fitting, fit_picture
from probe.runs.reading import Run
from probe.runs.records import COPY

PROTOCOL = """\
name: turn
title: {en: Orientation}
question: {en: "Does turning matter?"}
expectation: invariant
factors:
  - {name: orientation, title: {en: Orientation}, kind: circular, levels: [0, 180], standard: 180}
takes: 2
photos: {pattern: "{subject}_{level}_{take}.png"}
"""


@pytest.fixture
def photographs(tmp_path):
    """Two people under two orientations, two takes."""
    drawn, folder = np.random.default_rng(0), tmp_path / "photos"
    folder.mkdir()
    for name in (f"{p}_{level}_{take}" for p in "ab" for level in (0, 180) for take in (1, 2)):
        picture = drawn.integers(0, 256, (96, 48, 3), dtype=np.uint8)
        Image.fromarray(picture).save(folder / f"{name}.png")
    return folder


@pytest.fixture
def run(photographs, tmp_path):
    """The folder of a finished run of these photographs."""
    path = tmp_path / "turn.yaml"
    path.write_text(PROTOCOL)
    given = ["run", str(path), "--photos", str(photographs), "--backbone", "stripes"]
    assert main([*given, "--no-report", "--out", str(tmp_path / "runs")]) == 0
    (folder,) = (tmp_path / "runs" / "turn").iterdir()
    return folder


def small_against_whole(run, row, folder):
    """The judge's cosine of a photograph at the size of the generator and of itself."""
    source = run.images.set_index("image_id").loc[row["source"], "source"]
    with Image.open(folder / source) as picture:
        whole = np.asarray(picture)
    small = fit_picture(whole, Fitting((16, 8), "stretch", "bilinear"))
    return float(open_judge("stripes").cosines([small], [whole])[0])


def test_everybody_in_every_style(run, photographs, styled_training, capsys):
    given = ["generate", str(styled_training), "--run", str(run), "--photos", str(photographs)]
    assert main([*given, "--judge", "stripes"]) == 0
    assert "2 people in 2 styles" in capsys.readouterr().out
    read = Run(run)
    record = read.generated
    assert record["kind"] == "styles"
    assert record["models"] == style_names(open_style_drawer(str(styled_training)))
    assert record["models"] == ["stargan.small, table 3", "stargan.small, table 5"]
    rows = record["protocols"]["turn"]["drawn"]
    assert len(rows) == 2 * 2 * 3, "people, conditions, two styles and the source as it is"
    for row in rows:
        assert row["source"] == row["true"]
        assert -1 <= row["other"] <= 1
        if row["model"] == COPY:
            assert row["cosine"] == pytest.approx(small_against_whole(read, row, photographs))
            assert (row["l1"], row["picture"]) == (0, "")
        else:
            assert row["l1"] > 0
            assert read.generated_picture(row["picture"])
    assert read.changed_files() == []
    page = (run / "report.html").read_text("utf-8")
    assert "In the styles of cameras." in page
    assert "stargan.small, table 5" in page


def test_photographs_that_are_not_named_are_asked_for(run, styled_training, capsys):
    assert main(["generate", str(styled_training), "--run", str(run)]) == 2
    assert "--photos DIR" in capsys.readouterr().err
    assert Run(run).generated is None
