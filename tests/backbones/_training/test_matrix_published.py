"""Published figures of rows: declared in the matrix, printed and written beside ours."""

import csv

import pytest
import yaml

from probe.backbones._training.matrix import matrix_of
from probe.backbones._training.matrix_published import (
    beside_published,
    published_text,
    write_published,
)
from probe.backbones._training.matrix_run import RowResult
from probe.errors import YamlError
from probe.files.strict_yaml import load_yaml

ROWS = {
    "plain": {"published": {"mAP": 0.492, "rank-1": 0.66}},
    "ibn a": {"published": {"mAP": 0.407}},
    "ours alone": {},
}


@pytest.fixture
def matrix(tmp_path):
    """A matrix with rows, and what else is changed in it."""

    def made(rows=ROWS, **changes):
        content = {
            "name": "m", "summary": "s", "recipe": "ibn.small", "seeds": [1, 2, 3], "rows": rows,
            "published_in": "a paper, table 4 (Duke)", **changes,
        }  # fmt: skip
        path = tmp_path / "matrix.yaml"
        path.write_text(yaml.safe_dump(content, sort_keys=False))
        return matrix_of(load_yaml(path))

    return made


def result(row, seed, mean_ap=None, rank=0.5):
    if mean_ap is None:
        return RowResult(row, seed, "d", error="it broke")
    figures = {"training": {"loss": 2.0}, "duke=DIR": {"rank-1": rank, "mAP": mean_ap}}
    return RowResult(row, seed, "d", figures=figures)


RESULTS = [
    result("plain", 1, 0.1, 0.2), result("plain", 2, 0.2, 0.3), result("plain", 3, 0.3, 0.4),
    result("ibn a", 1), result("ibn a", 2), result("ibn a", 3),
    result("ours alone", 1, 0.9),
]  # fmt: skip


def test_published_figures_stand_beside_ours(matrix):
    lines = beside_published(matrix(), RESULTS)
    assert [line.here.row for line in lines] == ["plain", "plain", "ibn a"]
    by_figure = {line.figure: line for line in lines[:2]}
    lost = lines[2].here
    found = by_figure["mAP"].here
    assert (found.row, found.data, by_figure["mAP"].published) == ("plain", "duke=DIR", 0.492)
    assert (found.mean, found.least, found.most) == pytest.approx((0.2, 0.1, 0.3))
    assert (found.sd, found.seeds, found.failed) == (pytest.approx(0.1), 3, 0)
    assert by_figure["rank-1"].published == 0.66
    assert (lines[2].published, lost.seeds, lost.failed, lost.data) == (0.407, 0, 3, "")


def test_the_printed_table_names_source_spread_and_failed_rows(matrix):
    text = published_text(matrix(), RESULTS)
    assert text.startswith("published in a paper, table 4 (Duke)")
    plain = next(line for line in text.splitlines() if line.startswith("plain"))
    assert "0.492  0.200 +- 0.100 (0.100-0.300)" in plain
    assert "0.660  0.300 +- 0.100 (0.200-0.400)" in plain
    lost = next(line for line in text.splitlines() if line.startswith("ibn a"))
    assert "0.407  failed" in lost
    assert "ours alone" not in text
    assert "2.0" not in text


def test_a_seed_that_failed_is_counted(matrix):
    text = published_text(matrix(), [result("plain", 1, 0.1), result("plain", 2)])
    assert "0.492  0.100, 1 failed" in text


def test_the_table_is_written(matrix, tmp_path):
    (path,) = write_published(matrix(), RESULTS, tmp_path)
    lines = list(csv.DictReader(path.read_text().splitlines()))
    assert {line["row"] for line in lines} == {"plain", "ibn a"}
    assert [line["published"] for line in lines if line["figure"] == "mAP"] == ["0.492", "0.407"]


def test_a_matrix_without_published_figures_has_no_such_table(matrix, tmp_path):
    alone = matrix({"ours alone": {}}, published_in="")
    assert published_text(alone, RESULTS[-1:]) == ""
    assert write_published(alone, RESULTS[-1:], tmp_path) == []


@pytest.mark.parametrize(
    ("rows", "changes", "message"),
    [
        ({"plain": {"published": {"mAP": 49.2}}}, {}, "a number of at most 1 is needed"),
        (ROWS, {"published_in": ""}, "row 'plain' has published figures; say where: published_in"),
    ],
)
def test_mistakes_are_named(rows, changes, message, matrix):
    with pytest.raises(YamlError, match=message) as caught:
        matrix(rows, **changes)
    assert "matrix.yaml:" in str(caught.value)
