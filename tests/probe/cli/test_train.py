"""`probe train` as it is called."""

import argparse
import json
from pathlib import Path

from probe.cli import train


def run(*arguments):
    """The exit code of `probe train`; errors are raised, not printed."""
    parser = argparse.ArgumentParser()
    train.add(parser)
    return train.call(parser.parse_args([str(argument) for argument in arguments]))


def test_train_command(tiny, people, tmp_path, capsys):
    from probe.backbones._training.training import recipe_text

    path = tmp_path / "mine.yaml"
    path.write_text(recipe_text(tiny(epochs=1)))
    arguments = (path, "--data", f"identity_folders={people}", "--out", tmp_path / "out",
                 "--device", "cpu", "--set", "objective.m2=0.1")  # fmt: skip
    assert run(*arguments, "--json") == 0
    payload = json.loads(capsys.readouterr().out)
    assert payload["pictures"] == 16
    assert run(*arguments, "--resume") == 0
    assert payload["sha256"] in capsys.readouterr().out
    assert "m2: 0.1" in (tmp_path / "out" / "recipe.yaml").read_text()


def test_a_training_from_a_store_has_the_weights_of_the_folder(
    tiny, people, memory, tmp_path, capsys
):
    from probe.backbones._training.training import recipe_text

    memory.put_folder(people)
    recipe = tmp_path / "mine.yaml"
    recipe.write_text(recipe_text(tiny(epochs=1)))
    digests = []
    for name, place in (("here", people), ("there", memory.address)):
        data = f"identity_folders={place}"
        run(recipe, "--data", data, "--out", tmp_path / name, "--device", "cpu", "--json")
        digests.append(json.loads(capsys.readouterr().out.splitlines()[-1])["sha256"])
    assert digests[0] == digests[1]


def test_train_command_lists_recipes(capsys):
    assert run() == 0
    out = capsys.readouterr().out
    assert "arcface.demo" in out
    assert "moco.demo" in out
    assert run("--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert all(set(row) == {"name", "summary", "file"} for row in listed)
    assert {Path(row["file"]).stem for row in listed} == {row["name"] for row in listed}
