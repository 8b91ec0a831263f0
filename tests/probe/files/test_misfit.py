"""What pydantic finds wrong, in plain words."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from probe.files.misfit import NEEDED, misfit_hint, misfit_text


class Inner(BaseModel):
    size: int = 1


class Thing(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rate: Annotated[float, Field(gt=0, le=1)] = 0.5
    count: Annotated[int, Field(ge=2, lt=9)] = 3
    name: Annotated[str, Field(pattern="^[a-z]+$", min_length=2, max_length=9)] = "abc"
    kind: Literal["margin", "softmax"] = "margin"
    size: tuple[int, int] = (1, 2)
    mean: Annotated[list[float], Field(min_length=1, max_length=3)] = [0.0]
    flip: bool = True
    inner: Inner = Inner()
    table: dict[str, int] = {}

    @field_validator("count")
    @classmethod
    def _not_five(cls, value):
        assert value != 5
        if value == 4:
            raise ValueError("four is unlucky")
        return value


def entry_of(**data):
    with pytest.raises(ValidationError) as caught:
        Thing.model_validate(data)
    return caught.value.errors()[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"rate": "abc"}, "x is 'abc': a number is needed"),
        ({"rate": None}, "x is null: a number is needed"),
        ({"rate": [1]}, "x is the list [1]: a number is needed"),
        ({"rate": 0}, "x is 0: a number above 0 is needed"),
        ({"rate": 2}, "x is 2: a number of at most 1 is needed"),
        ({"count": 1}, "x is 1: a number of at least 2 is needed"),
        ({"count": 9}, "x is 9: a number below 9 is needed"),
        ({"count": 2.5}, "x is 2.5: a whole number is needed"),
        ({"count": "x"}, "x is 'x': a whole number is needed"),
        ({"count": 4}, "x: four is unlucky"),
        ({"name": 5}, "x is 5: a text is needed"),
        ({"name": "AB"}, "x is 'AB': a text like ^[a-z]+$ is needed"),
        ({"name": "a"}, "x is 'a': a text of at least 2 characters is needed"),
        ({"kind": "margn"}, "x is 'margn': 'margin' or 'softmax' is needed"),
        ({"size": 5}, "x is 5: a list is needed"),
        ({"size": [1]}, ": value 2 of the list is missing"),
        ({"size": [1, 2, 3]}, "x: at most 2 values are needed, 3 are given"),
        ({"mean": []}, "x: at least 1 values are needed, 0 are given"),
        ({"flip": "maybe"}, "x is 'maybe': true or false is needed"),
        ({"inner": 5}, "x is 5: a mapping (KEY: VALUE) is needed"),
        ({"table": True}, "x is true: a mapping (KEY: VALUE) is needed"),
        ({"raet": 1}, "the key 'raet' is not known here"),
    ],
)
def test_a_value_that_does_not_fit_is_a_plain_sentence(data, expected):
    assert misfit_text(entry_of(**data), "x") == expected


def test_the_whole_has_no_name():
    with pytest.raises(ValidationError) as caught:
        Thing.model_validate(5)
    assert "is 5: a mapping" in misfit_text(caught.value.errors()[0], "")


def test_the_next_step_is_the_nearest_key_or_value():
    assert misfit_hint(entry_of(raet=1), ["rate", "count"]) == "did you mean 'rate'?"
    assert misfit_hint(entry_of(kind="margn"), []) == "did you mean 'margin'?"
    assert misfit_hint(entry_of(kind="zzz"), []) is None
    assert misfit_hint(entry_of(rate="abc"), []) is None


def test_the_kinds_are_pydantics():
    from typing import get_args

    from pydantic_core.core_schema import ErrorType

    assert set(NEEDED) <= set(get_args(ErrorType))
