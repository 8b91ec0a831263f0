"""`probe evaluate` as it is called: known truths, plain errors."""

import argparse
import json

import pytest

from probe.cli import evaluate
from probe.errors import BackboneError, ComparisonError, PictureSourceError


def run(*arguments):
    """The exit code of `probe evaluate`; errors are raised, not printed."""
    parser = argparse.ArgumentParser()
    evaluate.add(parser)
    return evaluate.call(parser.parse_args([str(argument) for argument in arguments]))


def test_people_of_one_colour_are_found(coloured, tmp_path, capsys):
    code = run("--data", f"market_form={coloured}", "--backbone", "stripes", "--flip",
               "--rerank", "--json", "--cache", tmp_path / "cache")  # fmt: skip
    payload = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (payload["queries"], payload["gallery"]) == (6, 7)
    plain, again = payload["results"]
    assert plain["mAP"] == pytest.approx(1.0)
    assert plain["cmc"][0] == pytest.approx(1.0)
    assert "mirrored" in plain["distance"]
    assert "re-ranked (k1 20, k2 6, weight 0.3)" in again["distance"]


def test_table_states_rule_fit_and_distance(coloured, tmp_path, capsys):
    run("--data", f"market_form={coloured}", "--backbone", "stripes",
        "--rule", "trapezoid", "--cache", tmp_path / "cache")  # fmt: skip
    out = capsys.readouterr().out
    assert "rule trapezoid, fit card" in out
    assert "cosine" in out
    assert "mINP" in out
    assert "torchreid's default is the Euclidean distance" in out


def test_the_distance_of_torchreid_ranks_vectors_as_they_are(coloured, tmp_path, capsys):
    """Longer vectors count for more: from the same features other figures."""
    figures = {}
    for distance in ("cosine", "euclidean"):
        run("--data", f"market_form={coloured}", "--backbone", "stripes", "--distance", distance,
            "--json", "--cache", tmp_path / "cache")  # fmt: skip
        payload = json.loads(capsys.readouterr().out)
        assert payload["distance"] == distance
        figures[distance] = payload["results"][0]
    assert figures["euclidean"]["distance"] == "Euclidean, vectors as they are"
    assert figures["cosine"]["distance"] == "cosine"


def test_one_camera_is_explained_before_anything_is_embedded(tmp_path, picture, monkeypatch):
    root = tmp_path / "data"
    for part, at in (("query", 0), ("bounding_box_test", 1), ("bounding_box_train", 2)):
        for person in (1, 2):
            picture(root / part / f"{person + (at == 2) * 50:04d}_c1s1_{at}.jpg", at, person)
    with monkeypatch.context() as patched, pytest.raises(ComparisonError) as caught:
        patched.setattr("probe.retrieval.evaluate.embed", None)
        run("--data", f"scenes={root}", "--backbone", "stripes",
            "--cache", tmp_path / "cache")  # fmt: skip
    assert "from one camera" in str(caught.value)
    assert "any-camera" in str(caught.value)
    assert run("--data", f"scenes={root}", "--backbone", "stripes",
               "--rule", "any-camera", "--cache", tmp_path / "cache") == 0  # fmt: skip


def test_broken_pictures_are_listed(coloured, tmp_path, capsys):
    (coloured / "query" / "0001_c1s1_1_00.jpg").write_bytes(b"")
    run("--data", f"market_form={coloured}", "--backbone", "stripes", "--json",
        "--cache", tmp_path / "cache")  # fmt: skip
    payload = json.loads(capsys.readouterr().out)
    assert payload["queries"] == 5
    assert payload["broken"] == [["query/0001_c1s1_1_00.jpg", "the file is empty"]]


def test_wrong_requests_are_plain(coloured, people, tmp_path):
    with pytest.raises(PictureSourceError, match="no query picture"):
        run("--data", f"identity_folders={people}", "--backbone", "stripes")
    with pytest.raises(ComparisonError, match="no retrieval rule"):
        run("--data", f"scenes={coloured}", "--backbone", "stripes", "--rule", "map")
    with pytest.raises(BackboneError, match="stripes"):
        run("--data", f"scenes={coloured}", "--backbone", "stripe")


def test_a_model_that_cannot_finish_is_said_last_and_ends_with_one(
    coloured, frail, tmp_path, capsys
):
    given = ["--data", f"market_form={coloured}", "--backbone", frail, "--backbone", "stripes"]
    assert run(*given, "--cache", tmp_path / "cache") == 1
    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("stripes ") for line in printed)
    assert any(line.startswith("frail could not finish, and has no figures: ") for line in printed)
    assert printed[-1].startswith("next")
    assert run(*given, "--json", "--cache", tmp_path / "other") == 1
    stored = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in stored["failed_backbones"]] == ["frail"]
