"""Matrices: rows and seeds, shared stages once, a row that fails beside the others, one table."""

import csv
import json

import pytest
import yaml

from probe.backbones._training import matrix_run
from probe.backbones._training.matrix import is_matrix, matrix_of, planned, shared_stages
from probe.backbones._training.matrix_run import MatrixRun, run_matrix
from probe.backbones._training.matrix_table import spreads, table_text, write_tables
from probe.backbones._training.training import train
from probe.cli import main
from probe.errors import CheckpointError, YamlError
from probe.files.strict_yaml import load_yaml

BREAKING = {"stages.pairs.optimisers.all.rate": 1e30}


@pytest.fixture
def matrix_file(write, tmp_path):
    """A matrix file over a recipe of two stages, with changes."""

    def made(rows, seeds=(1, 2), **changes):
        optimisers = {"all": write.optimiser(["*"])}
        first = write.stage("ids", write.identity, optimisers)
        second = write.stage("pairs", write.pairs, optimisers, sampler=write.pair_sampler)
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        # Through JSON: the parts are shared, and aliases are no plain YAML here.
        recipe = json.loads(json.dumps(write.recipe(first, second)))
        (folder / "recipe.yaml").write_text(yaml.safe_dump(recipe, sort_keys=False))
        content = {
            "name": "small", "summary": "for tests", "recipe": "recipe.yaml",
            "seeds": list(seeds), "rows": rows, **changes,
        }  # fmt: skip
        path = folder / "matrix.yaml"
        path.write_text(yaml.safe_dump(content, sort_keys=False))
        return load_yaml(path)

    return made


@pytest.fixture
def run(colours, one_thread, tmp_path, quiet):
    """How matrices are run here, with the evaluation given."""
    return lambda evaluate=None: MatrixRun(
        tmp_path / "out", one_thread, quiet, evaluate, (colours,)
    )


def trainings(file):
    return planned(matrix_of(file), file, {})


def test_two_rows_by_two_seeds_with_one_failing_row(matrix_file, run, tmp_path):
    """One row diverges in its second stage; the others finish, and the table says so."""
    file = matrix_file({"good": {}, "bad": {"set": BREAKING}})
    asked = []

    def evaluate(card):
        asked.append(card)
        return {"market": {"mAP": 0.25 * len(asked)}}

    results = run_matrix(trainings(file), run(evaluate), resume=False)
    assert [(r.row, r.seed, bool(r.error)) for r in results] == [
        ("good", 1, False), ("good", 2, False), ("bad", 1, True), ("bad", 2, True),
    ]  # fmt: skip
    assert "the training has diverged" in results[2].error
    assert len(asked) == 2
    found = {(s.row, s.data, s.figure): (s.mean, s.sd, s.seeds, s.failed) for s in spreads(results)}
    assert found["good", "market", "mAP"] == (0.375, pytest.approx(0.17678, abs=1e-4), 2, 0)
    assert found["bad", "", ""][2:] == (0, 2)
    text = table_text(results)
    assert "0.375 +- 0.177" in text
    assert text.count("the training has diverged") == 2
    write_tables(results, tmp_path / "out")
    lines = list(csv.DictReader((tmp_path / "out" / "trainings.csv").read_text().splitlines()))
    assert {line["status"] for line in lines if line["row"] == "bad"} == {"failed"}
    assert float(next(x for x in lines if x["figure"] == "mAP")["value"]) == 0.25
    summary = list(csv.DictReader((tmp_path / "out" / "summary.csv").read_text().splitlines()))
    assert next(x for x in summary if x["figure"] == "mAP")["mean"] == "0.375"


def test_shared_stages_are_trained_once_and_change_nothing(
    matrix_file, run, colours, one_thread, tmp_path, quiet, monkeypatch
):
    rows = {"long": {}, "short": {"set": {"stages.pairs.length": {"epochs": 1}}}}
    file = matrix_file(rows, seeds=(1,))
    plan = trainings(file)
    assert [shared_stages(one, plan) for one in plan] == [1, 1]
    begun = []
    real = matrix_run.train_stages
    monkeypatch.setattr(
        matrix_run, "train_stages", lambda *args: (begun.append(args[1]), real(*args))[1]
    )
    results = run_matrix(plan, run(), resume=False)
    assert not any(result.error for result in results)
    folders = list((tmp_path / "out" / "shared").iterdir())
    assert len(folders) == 1
    for training in plan:
        alone = train(training.recipe, tmp_path / training.row, quiet, one_thread, data=(colours,))
        shared = tmp_path / "out" / training.folder
        assert (shared / "weights.safetensors").read_bytes() == alone.weights.read_bytes()
        assert (shared / "stages" / "ids" / "backbone.safetensors").is_file()


def test_rows_that_are_done_are_not_trained_again(matrix_file, run, tmp_path, monkeypatch):
    file = matrix_file({"good": {}, "bad": {"set": BREAKING}}, seeds=(1,))
    first = run_matrix(trainings(file), run(), resume=False)
    tried = []
    real = matrix_run.train_run
    monkeypatch.setattr(
        matrix_run, "train_run", lambda *args: (tried.append(args[1].parent.name), real(*args))[1]
    )
    again = run_matrix(trainings(file), run(), resume=True)
    assert tried == ["bad"]
    assert again[0] == first[0]
    assert again[1].error == first[1].error
    with pytest.raises(CheckpointError, match="--resume"):
        run_matrix(trainings(file), run(), resume=False)


def test_a_killed_matrix_goes_on_where_it_was(matrix_file, run, colours, tmp_path):
    class Killed(BaseException):
        """Not an error of a row."""

    file = matrix_file({"good": {}}, seeds=(1, 2))

    class Kills:
        """Ends the process in the second row."""

        def step(self, text):
            if text.startswith("2 of 2"):
                raise Killed

        def progress(self, text, unit):
            return lambda done, everything: None

    cut = MatrixRun(tmp_path / "out", run().machine, Kills(), None, (colours,))
    with pytest.raises(Killed):
        run_matrix(trainings(file), cut, resume=False)
    results = run_matrix(trainings(file), run(), resume=True)
    assert [result.error for result in results] == ["", ""]


def test_rows_come_after_rows(matrix_file):
    file = matrix_file(
        {
            "one": {"set": {"network.dimension": 4}},
            "two": {"after": "one", "set": {"stages.ids.objective.label_smoothing": 0.0}},
        },
        seeds=(7,),
    )
    one, two = trainings(file)
    assert (one.recipe.network.dimension, two.recipe.network.dimension) == (4, 4)
    assert one.recipe.stages[0].objective.label_smoothing == 0.1
    assert two.recipe.stages[0].objective.label_smoothing == 0.0
    assert two.recipe.seed == 7
    assert two.recipe.name == "tiny.staged.two.seed7"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"one": {"after": "tow"}, "two": {}}, "did you mean 'two'"),
        ({"one": {"after": "one"}}, "comes after itself"),
        ({"one": {"sett": {}}}, "did you mean 'set'"),
        ({}, "rows|at least 1"),
        ({"one": {"set": {"network.dimensions": 4}}}, "row 'one': this recipe has no value"),
        ({"one": {"set": {"network.dimension": 0}}}, "row 'one': network.dimension"),
    ],
)
def test_mistakes_are_named_before_anything_is_trained(matrix_file, rows, message):
    file = matrix_file(rows)
    with pytest.raises(YamlError, match=message) as caught:
        trainings(file)
    assert "matrix.yaml:" in str(caught.value)


def test_a_recipe_is_no_matrix(matrix_file, write, tmp_path):
    assert is_matrix(matrix_file({"one": {}}))
    path = tmp_path / "recipe.yaml"
    path.write_text(yaml.safe_dump(write.recipe()))
    assert not is_matrix(load_yaml(path))


def test_a_matrix_from_the_command_line(matrix_file, market, colours, tmp_path, capsys):
    """Trained, evaluated as `probe evaluate` does, and printed with mean and spread."""
    two = {"set": {"stages.pairs.length": {"epochs": 1}}, "published": {"mAP": 0.125}}
    file = matrix_file({"one": {}, "two": two}, evaluate={"fit": "stretch"}, published_in="a paper")
    arguments = ["train", str(file.path), "--data", colours, "--out", str(tmp_path / "out"),
                 "--evaluate", f"market1501={market}", "--device", "cpu"]  # fmt: skip
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert f"market1501={market}" in printed
    heads = next(line for line in printed.splitlines() if "rank-1" in line)
    assert heads.split() == [
        "row", "seeds", "rank-1", "rank-5", "rank-10", "rank-20", "mAP", "mINP"
    ]  # fmt: skip
    assert "+-" in printed
    assert "published in a paper" in printed
    assert "two   0.125" in printed
    assert (tmp_path / "out" / "published.csv").is_file()
    assert main([*arguments, "--resume", "--json"]) == 0
