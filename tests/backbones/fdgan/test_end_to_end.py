"""From a training to every command: `probe run`, `probe evaluate` and `probe doctor`."""

import json

import pytest
import torch

from probe.backbones._training.machine import Machine
from probe.backbones._training.training import train
from probe.cli import main
from probe.contracts import Reporter
from probe.files.strict_yaml import load_yaml
from probe.runs.in_words import data_in_words
from probe.runs.reading import Run
from probe.wording import wording_of

PROTOCOL = """\
name: turn
title: {en: Orientation}
question: {en: "Does turning matter?"}
expectation: invariant
factors:
  - {name: orientation, title: {en: Orientation}, kind: circular, levels: [0, 180], standard: 180}
takes: 2
scene: {orientation: $level}
"""


pytestmark = pytest.mark.slow  # two trainings


@pytest.fixture(scope="module")
def trained(tiny, people, tmp_path_factory):
    """Folders of two tiny trainings, of Model A and of Model B."""
    before, folders = torch.get_num_threads(), {}
    for model in "AB":
        recipe = tiny(**{"name": f"fdgan.model_{model}", "stages.transfer.objective.model": model})
        folders[model] = tmp_path_factory.mktemp(model)
        train(recipe, folders[model], Reporter(), Machine("cpu", threads=1), data=people)
    torch.set_num_threads(before)
    return folders


@pytest.fixture
def protocol(tmp_path):
    path = tmp_path / "turn.yaml"
    path.write_text(PROTOCOL)
    return str(path)


def chosen(*cards):
    return [f"--backbone={card}" for card in cards]


def test_every_stage_leaves_a_card_for_vectors_and_one_for_pairs(trained):
    folder = trained["B"]
    vectors, pairs = (load_yaml(folder / name).data for name in ("card.yaml", "pairs.yaml"))
    assert (vectors["backbone"], pairs["backbone"]) == ("fdgan", "fdgan_pairs")
    assert {**pairs, "backbone": "fdgan"} == vectors, "one file, opened in two ways"
    joint = folder / "stages" / "joint"
    assert load_yaml(joint / "encoder.pairs.yaml").data["backbone"] == "fdgan_pairs"
    tags = [load_yaml(path).data["tag"] for path in (folder / "card.yaml", joint / "encoder.yaml")]
    assert tags == ["model_B", "model_B.joint"], "a run of both tells them apart"


def test_a_study_of_all_stages(trained, protocol, tmp_path, monkeypatch, capsys):
    """Stage I, stage III, Model A and Model B side by side, with maps, masks and remedies."""
    monkeypatch.chdir(tmp_path)
    stages = [trained["A"] / "stages" / name / "encoder.yaml" for name in ("baseline", "joint")]
    cards = chosen(*stages, trained["A"] / "card.yaml", trained["B"] / "card.yaml")
    options = ["--subjects", "2", "--mask", "scene", "--attention", "--remedies", "--json"]
    assert main(["run", protocol, *cards, *options]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["backbones"] == [
        "fdgan.model_A.baseline", "fdgan.model_A.joint", "fdgan.model_A", "fdgan.model_B",
    ]  # fmt: skip
    run = Run(tmp_path / reply["run"])
    words = wording_of("en")
    features = [data_in_words(entry.card, words)["feature"] for entry in run.manifest.backbones]
    assert [feature[-7:] for feature in features[2:]] == ["Model A", "Model B"]
    assert all("E_I" in feature for feature in features[:2])
    assert main(["verify", reply["run"]]) == 0


def test_both_heads_score_the_pairs_of_a_study(trained, protocol, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    encoder = trained["A"] / "stages" / "joint" / "encoder.pairs.yaml"
    cards = chosen(encoder, trained["B"] / "pairs.yaml")
    assert main(["run", protocol, *cards, "--subjects", "2", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["backbones"] == ["fdgan_pairs.model_A.joint", "fdgan_pairs.model_B"]
    assert main(["verify", reply["run"]]) == 0


@pytest.mark.parametrize("model", ["A", "B"])
def test_both_rankings_are_printed(model, trained, people, tmp_path, capsys):
    """By E_A's distance, and by C_v's score over the nearest of it."""
    folder = trained[model]
    given = ["--data", people[0], "--rule", "any-camera", "--cache", str(tmp_path / "cache")]
    two = ["--backbone", str(folder / "pairs.yaml"), "--first-stage", str(folder / "card.yaml")]
    assert main(["evaluate", *given, *two, "--distance", "euclidean"]) == 0
    printed = capsys.readouterr().out
    assert f"fdgan.model_{model}" in printed
    assert f"fdgan_pairs.model_{model}" in printed
    assert "Euclidean, vectors as they are, first stage" in printed
    assert f"nearest of fdgan.model_{model}" in printed


@pytest.mark.parametrize("card", ["stages/baseline/encoder", "stages/joint/encoder", "card"])
def test_doctor_looks_into_weights_of_every_stage(card, trained, people, capsys):
    photos = ["--photos", f"{people[0].partition('=')[2]}/bounding_box_train"]
    for folder in trained.values():
        path = folder / f"{card}.yaml"
        weights = path.with_name(load_yaml(path).data["weights"])
        # Networks of three steps are suspicious or not; they are opened as what they are.
        assert main(["doctor", str(weights), "--backbone", str(path), *photos]) in (0, 1)
        printed = capsys.readouterr().out
        assert "FD-GAN" in printed
        assert "missing        0" in printed
