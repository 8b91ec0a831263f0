"""`probe evaluate` and `probe train` as they are called: known truths, plain errors."""

import argparse
import importlib
import json

import numpy as np
import pytest

from probe.contracts import Reporter, Runtime
from probe.errors import BackboneError, ComparisonError, PictureSourceError
from probe.pictures.layouts.registry import read_data


def run(command, *arguments):
    module = importlib.import_module(f"probe.cli.{command}")
    parser = argparse.ArgumentParser()
    module.add(parser)
    return module.call(parser.parse_args([str(each) for each in arguments]))


@pytest.fixture
def coloured(tmp_path, picture):
    """Three people of one colour each under two cameras; a distractor; junk."""
    root = tmp_path / "data"
    for person in (1, 2, 3):
        picture(root / "bounding_box_train" / f"{90 + person:04d}_c1s1_1_00.jpg", person, person)
        for camera in (1, 2):
            name = f"{person:04d}_c{camera}s1_{person}_"
            picture(root / "query" / f"{name}00.jpg", 10 * person + camera, person)
            picture(root / "bounding_box_test" / f"{name}01.jpg", 20 * person + camera, person)
    picture(root / "bounding_box_test" / "0000_c1s1_9_00.jpg", 400)
    picture(root / "bounding_box_test" / "-1_c1s1_9_00.jpg", 401)
    return root


def test_people_of_one_colour_are_found(coloured, tmp_path, capsys):
    code = run("evaluate", "--data", f"market_form={coloured}", "--backbone", "stripes", "--flip",
               "--rerank", "--json", "--cache", tmp_path / "cache")  # fmt: skip
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["queries"], told["gallery"]) == (6, 7)
    plain, again = told["results"]
    assert plain["mAP"] == pytest.approx(1.0)
    assert plain["cmc"][0] == pytest.approx(1.0)
    assert "mirrored" in plain["distance"]
    assert "re-ranked (k1 20, k2 6, weight 0.3)" in again["distance"]


def test_figures_are_those_of_the_rule_on_the_vectors(coloured, tmp_path):
    from probe.cli.evaluate import EvaluationRequest, evaluate
    from probe.embedding.registry import find
    from probe.pictures.decoding import read_picture
    from probe.pictures.fitting import Fitting, fit_picture
    from probe.retrieval import evaluate_vectors, labels

    request = EvaluationRequest(f"market_form={coloured}", ("stripes",), fit="stretch")
    found = evaluate(request, Runtime("cpu"), Reporter())
    backbone = find("stripes").load(Runtime("cpu"))
    fitting = Fitting(backbone.card.input_size, "stretch")
    data = read_data(request.data)
    vectors = [
        backbone.embed(np.stack([fit_picture(read_picture(f), fitting) for f in part.files]))
        for part in (data.query, data.gallery)
    ]
    told = [labels(part.people, part.cameras) for part in (data.query, data.gallery)]
    want = evaluate_vectors(*vectors, *told)
    np.testing.assert_allclose(found.results[0].retrieval.ap, want.ap, atol=1e-9)


def test_table_states_rule_fit_and_distance(coloured, tmp_path, capsys):
    run("evaluate", "--data", f"market_form={coloured}", "--backbone", "stripes",
        "--rule", "trapezoid", "--cache", tmp_path / "cache")  # fmt: skip
    out = capsys.readouterr().out
    assert "rule trapezoid, fit card" in out
    assert "cosine" in out
    assert "mINP" in out


def test_one_camera_is_explained(tmp_path, picture):
    root = tmp_path / "data"
    for part, at in (("query", 0), ("bounding_box_test", 1), ("bounding_box_train", 2)):
        for person in (1, 2):
            picture(root / part / f"{person + (at == 2) * 50:04d}_c1s1_{at}.jpg", at, person)
    with pytest.raises(ComparisonError, match="from one camera") as caught:
        run("evaluate", "--data", f"scenes={root}", "--backbone", "stripes",
            "--cache", tmp_path / "cache")  # fmt: skip
    assert "any-camera" in str(caught.value)
    assert run("evaluate", "--data", f"scenes={root}", "--backbone", "stripes",
               "--rule", "any-camera", "--cache", tmp_path / "cache") == 0  # fmt: skip


def test_broken_pictures_are_listed(coloured, tmp_path, capsys):
    (coloured / "query" / "0001_c1s1_1_00.jpg").write_bytes(b"")
    run("evaluate", "--data", f"market_form={coloured}", "--backbone", "stripes", "--json",
        "--cache", tmp_path / "cache")  # fmt: skip
    told = json.loads(capsys.readouterr().out)
    assert told["queries"] == 5
    assert told["broken"] == [["query/0001_c1s1_1_00.jpg", "the file is empty"]]


def test_wrong_requests_are_plain(coloured, people, tmp_path):
    with pytest.raises(PictureSourceError, match="no query picture"):
        run("evaluate", "--data", f"identity_folders={people}", "--backbone", "stripes")
    with pytest.raises(ComparisonError, match="no retrieval rule"):
        run("evaluate", "--data", f"scenes={coloured}", "--backbone", "stripes", "--rule", "map")
    with pytest.raises(BackboneError, match="stripes"):
        run("evaluate", "--data", f"scenes={coloured}", "--backbone", "stripe")


def test_train_command(tiny, people, tmp_path, capsys):
    from probe.backbones._training.training import recipe_text

    path = tmp_path / "mine.yaml"
    path.write_text(recipe_text(tiny(epochs=1)))
    arguments = ("train", path, "--data", f"identity_folders={people}", "--out", tmp_path / "out",
                 "--device", "cpu", "--set", "objective.m2=0.1")  # fmt: skip
    assert run(*arguments, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["pictures"] == 16
    assert run(*arguments, "--resume") == 0
    assert told["sha256"] in capsys.readouterr().out
    assert "m2: 0.1" in (tmp_path / "out" / "recipe.yaml").read_text()


def test_train_command_lists_recipes(capsys):
    assert run("train") == 0
    out = capsys.readouterr().out
    assert "arcface.demo" in out
    assert "moco.demo" in out
