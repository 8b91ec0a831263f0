"""The table of both directions: rows of the matrix, the document's beside them."""

import importlib
import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def tables(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(FOLDER))
    module = importlib.import_module("lstm_tables")
    monkeypatch.setattr(module, "RESULTS", tmp_path / "results")
    return module


def store(study, direction, data, row="+ LSTM branch", seeds=(1, 2)):
    """A result of a row, of which only what is evaluated matters."""
    for seed in seeds:
        folder = study / direction / "rows" / row.replace(" ", "_") / f"seed-{seed}"
        folder.mkdir(parents=True)
        named = {"mAP": 0.1 * seed, "rank-1": 0.2, "rank-5": 0.3, "rank-10": 0.4}
        labels = ("", ", euclidean", ", lstm_branch", ", lstm_branch, euclidean")
        figures = {f"{data}=/a, b{label}": named for label in labels}
        content = {
            "row": row, "seed": seed, "digest": "d", "error": "", "seconds": 1.0,
            "figures": {"training": {"loss": 1.0}, **figures}, "data": "x",
        }  # fmt: skip
        (folder / "result.json").write_text(json.dumps(content))


def test_both_directions_stand_in_one_table(tables, tmp_path):
    store(tmp_path, "to_market", "market1501")
    store(tmp_path, "to_cuhk03", "cuhk03_pictures", seeds=(1,))
    tables.collect(tmp_path)
    for kind in ("euclidean", "cosine", "lstm_branch, euclidean", "lstm_branch, cosine"):
        lines = tables.both_directions(kind).splitlines()
        (row,) = (line for line in lines if line.startswith("| + LSTM branch "))
        assert [cell.strip() for cell in row.split("|")[2:-1]] == [
            ".150 +- .071", ".200 +- .000", ".300 +- .000", ".400 +- .000",
            ".100", ".200", ".300", ".400",
        ]  # fmt: skip
    assert not any(line.startswith(("| HHL ", "| document")) for line in lines)
    lines = tables.both_directions("cosine").splitlines()
    assert "| document: its own | .352 | .658 | .825 | .874 | .287 | .481 | .607 | .648 |" in lines
    assert "not there" in next(line for line in lines if line.startswith("| HHL "))


def test_trainings_of_the_other_direction_are_refused(tables, tmp_path):
    store(tmp_path, "to_market", "cuhk03_pictures")
    with pytest.raises(SystemExit, match="trainings of the other direction lie in to_market"):
        tables.collect(tmp_path)
