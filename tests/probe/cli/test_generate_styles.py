"""`probe generate` of styles: the styled set, its sheet, its figures, and what is refused."""

import json
from shutil import copyfile

import pytest
from PIL import Image

from probe.backbones._training.data import trained_records
from probe.cli import main


@pytest.fixture
def draw(styled_training, styled_table, tmp_path):
    """`draw(*more)`: exit code of a command over the table."""
    return lambda *more: main([
        "generate", str(styled_training), "--data", f"table={styled_table}",
        "--out", str(tmp_path / "styled"), *more,
    ])  # fmt: skip


def test_a_styled_set_with_its_sheet(draw, tmp_path, capsys):
    assert draw("--people", "3") == 0
    printed = capsys.readouterr().out
    assert "16 styled pictures of 8 in the styles of 2 cameras" in printed
    out = tmp_path / "styled"
    assert f"--styled {out}" in printed
    assert len(trained_records(f"table={out / 'pictures.csv'}")) == 16
    with Image.open(out / "styles.png") as sheet:
        assert sheet.width >= 3 * 64
        assert sheet.height > 3 * 16
    assert not (out / "figures.json").exists()
    assert draw() == 2
    assert "--resume" in capsys.readouterr().err
    assert draw("--resume") == 0


def test_figures_of_a_judge(draw, tmp_path, capsys):
    assert draw("--judge", "stripes", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["sources"], printed["pictures"], printed["cameras"]) == (8, 16, [3, 5])
    figures = json.loads((tmp_path / "styled" / "figures.json").read_text())["figures"]
    assert figures == printed["figures"]
    assert list(figures) == ["3", "5", "all"]
    for values in figures.values():
        assert -1 <= values["other"] <= 1
        assert -1 <= values["source"] <= values["small"] + 1
        assert 0 <= values["nearer"] <= 1


def test_statistics_and_other_cameras(draw, tmp_path, capsys):
    assert draw("--statistics", "running", "--other-cameras") == 0
    assert "8 styled pictures of 8" in capsys.readouterr().out
    manifest = json.loads((tmp_path / "styled" / "styled.json").read_text())
    assert (manifest["statistics"], manifest["own_camera"]) == ("running", False)
    assert draw("--resume", "--other-cameras") == 2
    assert "statistics differ" in capsys.readouterr().err


def test_two_generators_are_refused(draw, styled_training, styled_table, tmp_path, capsys):
    given = [str(styled_training), str(styled_training), "--data", f"table={styled_table}"]
    assert main(["generate", *given, "--out", str(tmp_path / "out")]) == 2
    assert "drawn by one generator" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_data_set_of_the_other_direction_leaves_nothing(
    styled_table, styled_training, tmp_path, capsys
):
    other = tmp_path / "folders"
    for person in "12":
        (other / person).mkdir(parents=True)
        copyfile(styled_table.parent / f"{person}_3.png", other / person / "1_c1.png")
    given = ["--data", f"identity_folders={other}", "--out", str(tmp_path / "out")]
    assert main(["generate", str(styled_training), *given]) == 2
    assert "was trained on table, not on identity_folders" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_foreign_file_is_named(styled_table, tmp_path, capsys):
    given = ["--data", f"table={styled_table}", "--out", str(tmp_path / "out")]
    assert main(["generate", str(styled_table), *given]) == 2
    assert "not a PyTorch or safetensors file" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_judge_needs_people(styled_training, styled_table, tmp_path, capsys):
    lines = styled_table.read_text().splitlines()
    nobody = [lines[0], *(f"{line.split(',')[0]},,{line.split(',')[2]}" for line in lines[1:])]
    styled_table.write_text("\n".join(nobody) + "\n")
    given = ["--data", f"table={styled_table}", "--out", str(tmp_path / "out")]
    assert main(["generate", str(styled_training), *given, "--judge", "stripes"]) == 2
    assert "whose numbers are known" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
