"""What is not computed again is said in words, whatever a run has of it."""

from probe.study.left_out import FURTHER, SURVEYS, WHAT, explained
from probe.wording import wording_of


def test_columns_of_one_kind_stand_together():
    columns = ["examination.json: flow: least", "examination.json: flow: most"]
    assert explained(columns) == {SURVEYS: columns}


def test_a_column_that_nobody_described_is_named():
    assert explained(["cells.parquet: new"]) == {FURTHER: ["cells.parquet: new"]}


def test_the_words_say_what_and_why():
    words = wording_of("en")
    for message in {*WHAT.values(), FURTHER}:
        assert "_" not in words(message)
    assert "random" in words(SURVEYS)
