"""`probe generate` asks what generators draw, and refuses what does not go together."""

import pytest

from probe.cli import main
from probe.cli.generate import COMMANDS


def test_every_kind_of_drawing_has_a_command():
    from probe.backbones.generators import GENERATORS

    assert {spec.draws for spec in GENERATORS.all().values()} == set(COMMANDS)


def test_poses_and_styles_are_drawn_apart(training, styled_training, styled_table, capsys):
    given = [str(training), str(styled_training), "--data", f"table={styled_table}"]
    assert main(["generate", *given]) == 2
    assert "Name them in two commands" in capsys.readouterr().err


@pytest.mark.parametrize("where", [[], ["--data", "table={table}", "--run", "{folder}"]])
def test_pictures_are_of_a_data_set_or_of_a_run(where, styled_training, tmp_path, capsys):
    given = [text.format(table="x.csv", folder=tmp_path) for text in where]
    assert main(["generate", str(styled_training), *given]) == 2
    assert "--data FORM=DIR, or --run DIR" in capsys.readouterr().err
