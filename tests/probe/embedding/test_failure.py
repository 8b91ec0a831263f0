"""What is said of a model that cannot finish."""

from probe.embedding.failure import ModelFailure, failure_of
from probe.errors import BackboneError
from probe.wording import wording_of


def test_the_place_stands_in_the_reason_where_it_is_not_the_model():
    error = BackboneError("gives NaN", place="a.png", hint="Look at it.")
    assert failure_of("m", error) == ModelFailure("m", "a.png: gives NaN", "Look at it.")
    of_the_model = BackboneError("gives NaN", place="m")
    assert failure_of("m", of_the_model) == ModelFailure("m", "gives NaN", of_the_model.hint or "")


def test_it_is_said_in_words():
    told = wording_of()(ModelFailure("m", "gives NaN").note)
    assert told == "m could not finish, and has no figures: gives NaN"
