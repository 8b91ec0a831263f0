"""A matrix is run row by row: shared stages once, a row that fails beside the others."""

import csv
from dataclasses import replace

import pytest

from probe.backbones._training import matrix_run
from probe.backbones._training.matrix import shared_stages
from probe.backbones._training.matrix_run import MatrixRun, run_matrix
from probe.backbones._training.matrix_table import spreads, table_text, write_tables
from probe.backbones._training.training import train
from probe.errors import CheckpointError, UsageError
from probe.files.lock import holding
from probe.wording import wording_of

BREAKING = {"stages.pairs.optimisers.all.rate": 1e30}


@pytest.fixture
def run(colours, one_thread, tmp_path, quiet):
    """How matrices are run here, with the evaluation given."""
    return lambda evaluate=None: MatrixRun(
        tmp_path / "out", one_thread, quiet, evaluate, (colours,)
    )


def test_two_rows_by_two_seeds_with_one_failing_row(trainings, matrix_file, run, tmp_path):
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


def test_a_matrix_that_another_process_trains_is_refused(trainings, matrix_file, run, tmp_path):
    file = matrix_file({"good": {}}, seeds=(1,))
    with (
        holding(tmp_path / "out"),
        pytest.raises(UsageError, match="another process works in this folder"),
    ):
        run_matrix(trainings(file), run(), resume=True)
    assert not (tmp_path / "out").exists()


def test_shared_stages_are_trained_once_and_change_nothing(
    trainings, matrix_file, run, colours, one_thread, tmp_path, quiet, monkeypatch
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


def test_rows_that_are_done_are_not_trained_again(
    trainings, matrix_file, run, tmp_path, monkeypatch
):
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


def test_a_killed_matrix_goes_on_where_it_was(trainings, matrix_file, run, colours, tmp_path):
    class Killed(BaseException):
        """Not an error of a row."""

    file = matrix_file({"good": {}}, seeds=(1, 2))

    class Kills:
        """Ends the process in the second row."""

        def step(self, text):
            if wording_of().either(text).startswith("2 of 2"):
                raise Killed

        def progress(self, text, unit):
            return lambda done, everything: None

    cut = MatrixRun(tmp_path / "out", run().machine, Kills(), None, (colours,))
    with pytest.raises(Killed):
        run_matrix(trainings(file), cut, resume=False)
    results = run_matrix(trainings(file), run(), resume=True)
    assert [result.error for result in results] == ["", ""]


def test_a_matrix_of_the_other_direction_is_not_gone_on_with(trainings, matrix_file, run):
    plan = trainings(matrix_file({"only": {}}, seeds=(1,)))
    first = replace(run(), data_digest="there")
    (done,) = run_matrix(plan, first, resume=False)
    assert done.data == "there"
    assert run_matrix(plan, first, resume=True) == [done]
    with pytest.raises(CheckpointError, match="in the other direction") as caught:
        run_matrix(plan, replace(first, data_digest="back"), resume=True)
    assert "--target" in caught.value.hint


@pytest.mark.parametrize("content", ["", "[]", '{"row": "only"}', "[" * 10**5])
def test_a_damaged_result_is_named(content, trainings, matrix_file, run):
    plan = trainings(matrix_file({"only": {}}, seeds=(1,)))
    path = run().out / plan[0].folder / matrix_run.RESULT
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(CheckpointError, match="not the result of a training"):
        run_matrix(plan, run(), resume=True)
