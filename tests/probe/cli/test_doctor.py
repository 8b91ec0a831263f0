import re

import pytest
import torch
from PIL import Image

from probe.cli import main
from probe.cli.doctor import _pictures
from probe.embedding.registry import find
from probe.errors import PictureError


@pytest.mark.slow
def test_good_weights_are_recognised_and_found_good(real, capsys):
    weights = real / "weights" / "osnet_x0_25_msmt17.pth"
    assert main(["doctor", str(weights), "--photos", str(real / "pku_reid")]) == 0
    printed = capsys.readouterr().out
    assert "torchreid: osnet_x0_25" in printed
    assert "nothing suspicious" in printed
    assert len(printed) < 5000


@pytest.mark.slow
def test_a_wrong_set_up_is_found(real, tmp_path, capsys):
    weights = real / "weights" / "osnet_x0_25_msmt17.pth"
    card = tmp_path / "card.yaml"
    card.write_text(
        f"backbone: osnet_x0_25\nweights: {weights.resolve()}\nmean: [0, 0, 0]\nstd: [1, 1, 1]\n",
        encoding="utf-8",
    )
    given = ["doctor", str(weights), "--photos", str(real / "pku_reid"), "--backbone", str(card)]
    assert main(given) == 1
    assert "normalisation" in capsys.readouterr().out


def test_what_is_no_checkpoint_is_refused(tmp_path, capsys):
    file = tmp_path / "w.pth"
    file.write_text("hello")
    assert main(["doctor", str(file)]) == 2
    assert "w.pth" in capsys.readouterr().err
    assert main(["doctor", str(tmp_path / "none.pth")]) == 2


def test_a_broken_picture_is_named_and_what_to_do_with_it(tmp_path):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with pytest.raises(PictureError, match=r"broken\.png.*\n.*take the file out"):
        _pictures(tmp_path, find("stripes").card)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("own", r"not told by its tensors(.|\n)*timm:NAME=FILE(.|\n)*package\.module:spec"),
        ("timm", r"not told by its tensors(.|\n)*--backbone timm:NAME=\S*w\.pth"),
        ("generator", r"StarGAN(.|\n)*probe generate"),
    ],
)
def test_what_no_shipped_network_runs_names_the_line_to_type(made, told, tmp_path, capsys):
    shapes = {
        "own": {"mine.weight": (4, 3)},
        "timm": {"stem.0.weight": (8, 3, 4, 4), "stages.0.blocks.0.norm.weight": (8,)},
        "generator": {"main.0.weight": (8, 3, 7, 7), "main.1.running_mean": (8,)},
    }[made]
    file = tmp_path / "w.pth"
    torch.save({name: torch.zeros(shape) for name, shape in shapes.items()}, file)
    assert main(["doctor", str(file)]) == 2
    said = capsys.readouterr().err
    assert re.search(told, said), said
    assert "nothing here runs this file" not in said


def test_a_file_named_as_other_commands_name_it_is_told_how_to_name_it_here(capsys):
    assert main(["doctor", "osnet_x0_25.msmt17=weights.pth"]) == 2
    complaint = capsys.readouterr().err
    assert "probe doctor weights.pth --backbone osnet_x0_25.msmt17" in complaint
    assert "no such file" not in complaint
    assert main(["doctor", "nothing=weights.pth"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_a_card_file_is_looked_into_by_the_weights_that_it_names(tmp_path, capsys):
    (tmp_path / "w.pth").write_text("hello", encoding="utf-8")
    card = tmp_path / "card.yaml"
    card.write_text("backbone: osnet_x0_25\nweights: w.pth\n", encoding="utf-8")
    assert main(["doctor", str(card)]) == 2
    complaint = capsys.readouterr().err
    assert "w.pth" in complaint
    assert "card.yaml" not in complaint
    photos = tmp_path / "photos"
    photos.mkdir()
    for shade in range(4):
        Image.new("RGB", (16, 32), (60 * shade, 90, 200 - 60 * shade)).save(photos / f"{shade}.png")
    card.write_text("backbone: stripes\n", encoding="utf-8")
    main(["doctor", str(card), "--photos", str(photos)])
    assert "336 values" in capsys.readouterr().out, "a card without weights is looked into, too"
