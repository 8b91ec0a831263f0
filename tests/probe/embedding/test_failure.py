"""What is said of a model that cannot finish."""

import pytest

from probe.contracts import Reporter
from probe.contracts.vector_error import vector_error
from probe.embedding.failure import ModelFailure, failure_of, open_each
from probe.embedding.registry import find
from probe.errors import BackboneError, CheckpointError, VectorError
from probe.wording import wording_of


def test_the_place_stands_in_the_reason_where_it_is_not_the_model():
    error = BackboneError("gives NaN", place="a.png", hint="Look at it.")
    assert failure_of("m", error) == ModelFailure("m", "a.png: gives NaN", "Look at it.")
    of_the_model = BackboneError("gives NaN", place="m")
    assert failure_of("m", of_the_model) == ModelFailure("m", "gives NaN", of_the_model.hint or "")


def test_it_is_said_in_words():
    told = wording_of()(ModelFailure("m", "gives NaN").note)
    assert told == "m could not finish, and has no figures: gives NaN"


class Heard(Reporter):
    """Keeps what it is told."""

    def __init__(self):
        self.steps = []

    def step(self, text):
        self.steps.append(wording_of().either(text))


def opens(**errors):
    """Opens a model as its name, but for those with an error."""

    def open_one(choice):
        if choice.name in errors:
            raise errors[choice.name]
        return choice.name

    return open_one


CHOICES = [find("stripes"), find("arcface.demo")]


def test_a_network_without_finite_numbers_is_left_out_before_anything_is_computed():
    heard = Heard()
    error = vector_error("stripes", "a made picture of noise", ": node X")
    opened, failures = open_each(CHOICES, opens(stripes=error), heard)
    assert opened == ["arcface.demo"]
    assert [failure.name for failure in failures] == ["stripes"]
    assert "a made picture of noise: node X" in failures[0].reason
    assert heard.steps == [wording_of()(failures[0].note)]


def test_a_file_that_does_not_fit_ends_it():
    error = CheckpointError("it does not fit", place="w.pth")
    with pytest.raises(CheckpointError, match="does not fit"):
        open_each(CHOICES, opens(stripes=error), Reporter())


def test_where_no_network_gives_finite_numbers_the_last_is_told():
    errors = {"stripes": vector_error("stripes", 0), "arcface.demo": vector_error("arcface", 0)}
    with pytest.raises(VectorError, match="arcface"):
        open_each(CHOICES, opens(**errors), Reporter())
