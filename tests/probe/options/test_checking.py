"""Whether values are what their options are declared to take."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import pytest

from probe.errors import UsageError
from probe.options import Option, check_arguments, check_options, options_of
from probe.retrieval.request import EvaluationRequest
from probe.study.request import StudyRequest
from tests.probe.options.said import said


def only_brown(dog):
    if dog != "brown":
        raise UsageError(f"{dog} is not brown")


@dataclass(frozen=True)
class Walk:
    place: Annotated[str | Path, Option(said("where to"))]
    dogs: Annotated[str | Sequence[str], Option(said("who comes"), check=only_brown)] = ()
    steps: Annotated[int, Option(said("how far"), "N", least=2)] = 10
    speed: Annotated[float | Sequence[float], Option(said("how fast"))] = 1.0
    pace: Annotated[Literal["slow", "quick"] | None, Option(said("the gait"))] = None
    shoes: Annotated[bool, Option(said("wear shoes"))] = True
    rain: Annotated[float, Option(said("chance of rain"), between=(0, 1))] = 0.5
    leash: Annotated[float, Option(said("of the leash"), within=(0, 1))] = 0.5
    note: Annotated[str, Option(said("what to remember"))] = ""
    weeks: Annotated[int | None, Option(said("how long"))] = None


def complaint(**values):
    with pytest.raises(UsageError) as refused:
        check_options(Walk(**{"place": "park", **values}))
    return str(refused.value)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"place": Path("park")},
        {"dogs": ["brown"]},
        {"dogs": ()},
        {"steps": np.int64(3)},
        {"speed": 2},
        {"speed": [1, np.float32(0.5)]},
        {"pace": "slow"},
        {"leash": 1},
        {"weeks": None},
    ],
)
def test_values_of_the_declared_types_pass(values):
    check_options(Walk(**{"place": "park", **values}))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"place": None}, "place=None: a text is needed\n  place is: where to"),
        ({"place": 5}, "place=5 is a whole number: a text is needed"),
        ({"dogs": None}, "dogs=None: a text or a list of texts is needed\n  leave it out"),
        ({"dogs": ["brown", 3]}, "dogs=['brown', 3] holds 3: a text or a list of texts is needed"),
        ({"dogs": np.array(["brown"])}, "is of type ndarray: a text or a list of texts"),
        ({"dogs": {"brown": 1}}, "is of type dict"),
        ({"dogs": Path("brown")}, "is a path: a text"),
        ({"steps": "3"}, "steps='3' is a text: a whole number is needed\n  write steps=3 without"),
        ({"steps": 2.5}, "steps=2.5 is a number: a whole number is needed"),
        ({"steps": True}, "steps=True is a truth value: a whole number is needed"),
        ({"steps": None}, "leave it out for its default (10)"),
        ({"speed": "0.5"}, "write speed=0.5 without quotes"),
        ({"speed": [0.5, "x"]}, "holds 'x': a number or a list of numbers is needed"),
        ({"shoes": "yes"}, "shoes='yes' is a text: True or False is needed"),
        ({"weeks": "two"}, "a whole number or None is needed\n  weeks is: how long"),
    ],
)
def test_a_value_of_another_type_says_what_is_needed(values, expected):
    assert expected in complaint(**values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"pace": "zz"}, "--pace 'zz' is none of slow, quick\n  --pace is: the gait"),
        ({"pace": "quik"}, "--pace 'quik' is none of slow, quick\n  did you mean 'quick'?"),
        ({"steps": -(10**11)}, "--steps -100000000000: at least 2"),
        ({"steps": 1}, "--steps 1: at least 2 is needed\n  --steps is: how far"),
        (
            {"rain": 1},
            "--rain 1 is not between 0 and 1\n  --rain is: chance of rain; it is a share",
        ),
        ({"rain": float("nan")}, "--rain nan is not between 0 and 1"),
        ({"leash": -0.5}, "--leash -0.5 is not from 0 to 1"),
        ({"dogs": ["brown", "red"]}, "red is not brown"),
        ({"place": ""}, "place is given an empty text\n  place is: where to"),
        ({"dogs": ["brown", ""]}, "--dogs is given an empty text"),
    ],
)
def test_a_value_that_cannot_be_is_refused_where_the_option_is_declared(values, expected):
    assert expected in complaint(**values)


def test_an_empty_list_of_what_is_needed_is_refused():
    with pytest.raises(UsageError, match="backbones is an empty list\n  backbones is: what to"):
        check_options(EvaluationRequest("market1501=folder", []))


def test_a_flag_that_stands_for_a_value_is_named_as_the_keyword():
    with pytest.raises(UsageError, match=r"precision 'bf16' is none of.*\n.*'bfloat16'"):
        check_options(StudyRequest("turn", precision="bf16"))


def test_a_long_value_is_not_printed_whole():
    assert len(complaint(steps="x" * 1000)) < 200


@pytest.mark.parametrize("request_type", [StudyRequest, EvaluationRequest])
def test_every_option_of_a_request_refuses_what_it_does_not_take(request_type):
    """No keyword of the API ends in a bare TypeError: an object fits none of them."""
    required = {d.name: "x" for d in options_of(request_type) if d.required}
    for declared in options_of(request_type):
        asked = request_type(**{**required, declared.name: object()})
        with pytest.raises(UsageError, match=declared.name.replace("_", ".")):
            check_options(asked)


def test_arguments_of_a_function_are_held_against_its_annotations():
    def stroll(place: str | Path, hours: int | None = None) -> None: ...

    check_arguments(stroll, place="park", hours=None)
    with pytest.raises(UsageError, match=r"hours=1.5 is a number: a whole number or None is"):
        check_arguments(stroll, place="park", hours=1.5)


def test_what_a_function_gives_back_may_be_known_to_type_checkers_alone():
    def stroll(hours: int): ...

    stroll.__annotations__["return"] = "NowhereImported"
    check_arguments(stroll, hours=2)
    with pytest.raises(UsageError, match="a whole number is"):
        check_arguments(stroll, hours="two")
