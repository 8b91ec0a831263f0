"""A matrix file is planned before anything is trained: rows, seeds, and mistakes by their place."""

import pytest
import yaml

from probe.backbones._training.matrix import Evaluated, evaluations, is_matrix
from probe.cli import main
from probe.errors import YamlError
from probe.files.strict_yaml import load_yaml
from probe.retrieval import parts


def test_rows_come_after_rows(trainings, matrix_file):
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
def test_mistakes_are_named_before_anything_is_trained(trainings, matrix_file, rows, message):
    file = matrix_file(rows)
    with pytest.raises(YamlError, match=message) as caught:
        trainings(file)
    assert "matrix.yaml:" in str(caught.value)


def test_a_matrix_of_too_many_trainings_is_refused_before_any_is_planned(trainings, matrix_file):
    with pytest.raises(YamlError, match=r"1,200 trainings; a matrix has at most 1,000"):
        trainings(matrix_file({"one": {}, "two": {}}, seeds=range(600)))


@pytest.mark.parametrize("given", ["../outside.yaml", "/etc/passwd", "a" * 1000, "arcface.dem"])
def test_the_recipe_of_a_matrix_is_shipped_or_lies_beside_it(trainings, matrix_file, given):
    file = matrix_file({"one": {}}, recipe=given)
    (file.path.parent.parent / "outside.yaml").write_text("name: of somebody else\n")
    with pytest.raises(YamlError) as refused:
        trainings(file)
    assert "of somebody else" not in str(refused.value)
    assert str(file.path) in str(refused.value)


def test_a_recipe_is_no_matrix(matrix_file, write, tmp_path):
    assert is_matrix(matrix_file({"one": {}}))
    path = tmp_path / "recipe.yaml"
    path.write_text(yaml.safe_dump(write.recipe()))
    assert not is_matrix(load_yaml(path))


def test_a_matrix_from_the_command_line(
    matrix_file, market, colours, tmp_path, capsys, monkeypatch
):
    """Trained, evaluated as `probe evaluate` does, and printed with mean and spread."""
    looked: list[str] = []
    monkeypatch.setattr(
        parts,
        "read_parts",
        lambda given, read=parts.read_parts, **named: looked.append(given) or read(given, **named),
    )
    two = {"set": {"stages.pairs.length": {"epochs": 1}}, "published": {"mAP": 0.125}}
    file = matrix_file({"one": {}, "two": two}, evaluate={"fit": "stretch"}, published_in="a paper")
    arguments = ["train", str(file.path), "--data", colours, "--out", str(tmp_path / "out"),
                 "--evaluate", f"market1501={market}", "--device", "cpu"]  # fmt: skip
    assert main(arguments) == 0
    assert looked == [f"market1501={market}"]  # once, for two rows and all their seeds
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


def test_evaluations_of_a_row_are_named_by_what_is_not_usual():
    how = Evaluated(metrics=("euclidean", "cosine"), features=("lstm_branch",))
    assert [(e.feature, e.metric, e.label) for e in evaluations(how, ["market_form=M"])] == [
        ("", "euclidean", "market_form=M, euclidean"),
        ("", "cosine", "market_form=M"),
        ("lstm_branch", "euclidean", "market_form=M, lstm_branch, euclidean"),
        ("lstm_branch", "cosine", "market_form=M, lstm_branch"),
    ]
    (usual,) = evaluations(Evaluated(), ["market_form=M"])
    assert usual == ("market_form=M", "", "cosine", "market_form=M")
