"""What all parts of a recipe share: nothing is guessed, unknown or out of range."""

import pytest
from pydantic import ValidationError

from probe.backbones._training.recipe_part import (
    Count,
    NotNegative,
    Positive,
    RecipePart,
    Registered,
    Share,
)


class Part(RecipePart):
    share: Share
    count: Count = 1
    positive: Positive = 1.0
    not_negative: NotNegative = 0.0


def test_numbers_within_their_ranges_are_taken():
    part = Part(share=1, count=3, positive=1e-9, not_negative=0)
    assert (part.share, part.count) == (1.0, 3)
    assert Part(share=0.0).positive == 1.0


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("share", -0.01), ("share", 1.01), ("share", float("nan")), ("count", 0), ("count", 1.5),
        ("positive", 0), ("positive", float("inf")), ("not_negative", -1),
    ],
)  # fmt: skip
def test_numbers_out_of_range_are_refused(setting, value):
    with pytest.raises(ValidationError) as refused:
        Part(**{"share": 0.5, setting: value})
    assert [error["loc"] for error in refused.value.errors()] == [(setting,)]


def test_every_number_that_decides_a_training_is_written():
    with pytest.raises(ValidationError, match="Field required"):
        Part(count=2)


def test_settings_that_do_not_exist_are_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Part(share=0.5, shares=0.5)


def test_a_part_does_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        Part(share=0.5).share = 0.25


def test_a_mark_names_the_family_and_what_is_left_out():
    assert Registered("samplers").without == ()
    assert Registered("samplers", without=("together",)) != Registered("samplers")
