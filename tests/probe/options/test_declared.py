"""An option is declared once: what is read from its declaration."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import pytest

from probe.options import (
    MachineOptions,
    Option,
    as_tuple,
    deciding_values,
    manifest_options,
    options_of,
)
from probe.retrieval.request import EvaluationRequest
from probe.study.request import StudyRequest
from probe.wording import languages, wording_of
from tests.probe.options.said import said


@dataclass(frozen=True)
class Walk(MachineOptions):
    place: Annotated[str, Option(said("where to"), decides="content")]
    dogs: Annotated[
        str | Sequence[str], Option(said("who comes"), "NAME=FILE", repeats=True, decides="content")
    ] = ()
    steps: Annotated[int, Option(said("how far"), "N", least=2, decides="value")] = 10
    pace: Annotated[Literal["slow", "quick"] | None, Option(said("how fast"), manifest="given")] = (
        None
    )
    shoes: Annotated[bool, Option(said("wear shoes"), flag_help=said("go barefoot"))] = True


def test_own_options_come_first_and_know_their_flags():
    options = {declared.name: declared for declared in options_of(Walk)}
    assert list(options)[:5] == ["place", "dogs", "steps", "pace", "shoes"]
    assert "device" in options
    assert options["place"].positional
    assert options["shoes"].flag == "--no-shoes"
    assert options["pace"].choices == ("slow", "quick")
    assert options["pace"].optional
    assert options["precision"].flag == "--bf16"


def test_a_field_without_a_declaration_is_a_mistake():
    @dataclass
    class Bare:
        undeclared: int = 3

    with pytest.raises(TypeError, match="'undeclared' is declared without an Option"):
        options_of(Bare)


def test_the_manifest_has_no_folders_and_what_is_given_only_if_it_is():
    walk = Walk("/home/me/park", ["a=/kennel/a.bin", "b"], cache=Path("/cache"))
    stated = manifest_options(walk)
    assert stated["place"] == "park"
    assert stated["dogs"] == ["a=a.bin", "b"]
    assert not {"pace", "cache", "device"} & stated.keys()
    assert list(manifest_options(Walk("park", "rex", pace="slow")))[-1] == "pace"
    assert manifest_options(Walk("park", "rex"))["dogs"] == ["rex"]


def test_what_decides_by_its_value_is_told_apart():
    assert deciding_values(Walk("park", "rex")) == {
        "steps": 10,
        "engine": "auto",
        "precision": "float32",
    }


def test_numbers_of_numpy_are_stated_as_plain_numbers():
    stated = manifest_options(Walk("park", steps=np.int64(3)))
    assert type(stated["steps"]) is int


def test_one_value_or_several():
    assert as_tuple("stripes") == ("stripes",)
    assert as_tuple(["a", "b"]) == ("a", "b")
    assert as_tuple(0.01) == (0.01,)


@pytest.mark.parametrize("request_type", [StudyRequest, EvaluationRequest])
def test_every_declared_option_can_be_explained(request_type):
    for declared in options_of(request_type):
        for language in languages():
            text = wording_of(language)(declared.option.help)
            assert text
            assert text[-1] not in ".。"
