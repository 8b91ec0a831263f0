"""A function whose keywords are the options of a request."""

import inspect
from dataclasses import dataclass
from typing import Annotated

import pytest

from probe.errors import UsageError
from probe.options import Option, takes
from tests.probe.options.said import said


@dataclass(frozen=True)
class Order:
    what: Annotated[str, Option(said("what to bring"))]
    count: Annotated[int, Option(said("how many"), "N")] = 2


@takes(Order)
def bring(request: Order) -> str:
    """Brings things.

    Options:
        {options}
    """
    return f"{request.count} {request.what}"


def test_it_takes_the_options_as_keywords():
    assert bring("tea") == "2 tea"
    assert bring(what="tea", count=3) == "3 tea"


def test_an_unknown_option_names_the_nearest():
    with pytest.raises(UsageError, match=r"bring\(\) has no option 'cuont'\n.*'count'"):
        bring("tea", cuont=3)


def test_a_missing_value_is_no_bare_type_error():
    with pytest.raises(UsageError, match="missing a required argument: 'what'"):
        bring()


def test_a_value_of_another_type_is_refused_before_the_function_runs():
    with pytest.raises(UsageError, match="count='3' is a text: a whole number is needed"):
        bring("tea", count="3")


def test_signature_and_docstring_are_those_of_the_options():
    assert str(inspect.signature(bring)) == "(what: str, count: int = 2) -> str"
    assert "count: how many (default 2)." in bring.__doc__
