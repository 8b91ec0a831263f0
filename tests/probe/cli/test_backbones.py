"""`probe backbones NAME`: where weights come from, their licence, and the command to use them."""

import json

import pytest

from probe.cli import main
from probe.embedding.registry import cards

SHIPPED = [name for name, (card, _) in cards().items() if card.needs_weights and not card.tag]


@pytest.mark.parametrize("name", SHIPPED)
def test_weights_have_a_source_a_licence_and_a_command(name, capsys):
    assert main(["backbones", name]) == 0
    printed = capsys.readouterr().out
    rows = dict(line.split(maxsplit=1) for line in printed.splitlines() if "  " in line)
    assert "." in rows["source"] or "probe train" in rows["source"]
    assert len(rows["licence"]) > 5
    assert f"--backbone {name}=FILE" in printed


def test_what_a_shipped_card_says_of_weights_is_in_the_users_language(capsys):
    assert main(["backbones", "arcface.demo", "--json", "--language", "ja"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert card["demonstration"].startswith("レンダリングした人物で学習")
    assert "320人" in card["training_data"]
    assert main(["backbones", "moco", "--language", "zh"]) == 0
    assert "LUPerson 数据仅限研究" in capsys.readouterr().out


def test_a_network_of_a_family_has_a_card(tmp_path, capsys):
    assert main(["backbones", "timm:resnet50", "--json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert card["mean"] == pytest.approx([0.485, 0.456, 0.406])
    assert main(["backbones", "timm"]) == 2
    assert "probe backbones timm:NAME" in capsys.readouterr().err
    assert main(["backbones", "timn:resnet50"]) == 2
    assert "there is no backbone" in capsys.readouterr().err


def test_backbones_are_listed_with_their_cards(capsys):
    assert main(["backbones"]) == 0
    assert "stripes" in capsys.readouterr().out
    assert main(["backbones", "stripes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["architecture"] == "stripes"
    assert main(["backbones", "strips"]) == 2
    assert "did you mean 'stripes'" in capsys.readouterr().err


def test_a_card_without_a_checksum_says_how_its_download_is_checked(capsys):
    unchecked = "a download is kept only where it is a whole weights file"
    for name, (card, _) in cards().items():
        assert main(["backbones", name]) == 0
        assert (unchecked in capsys.readouterr().out) is bool(card.url and not card.sha256)


def test_a_card_file_is_named_as_it_is_used(tmp_path, capsys):
    folder = tmp_path / "my trainings"
    folder.mkdir()
    (folder / "mine.pth").write_bytes(b"")
    card = folder / "card.yaml"
    card.write_text("backbone: ibn\nweights: mine.pth\n", encoding="utf-8")
    assert main(["backbones", str(card)]) == 0
    printed = capsys.readouterr().out
    assert printed.endswith(f"--backbone '{card}'\n")
    assert "dimension" not in printed, "how long vectors of other weights are is not known yet"
