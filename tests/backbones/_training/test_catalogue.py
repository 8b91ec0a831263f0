"""Models of recipes in which every registered kind of a catalogue can stand."""

from typing import Annotated, Literal

import pytest
from pydantic import ValidationError

from probe.backbones._training.catalogue import keys_at, resolved
from probe.backbones._training.recipe_part import RecipePart, Registered


class Sampler(RecipePart):
    kind: str


class Shuffled(Sampler):
    kind: Literal["shuffled"]
    batch: int


class Inner(Sampler):
    kind: Literal["inner"]
    sampler: Annotated[Sampler, Registered("samplers", without=("inner",))]


class Stage(RecipePart):
    name: str
    sampler: Annotated[Sampler, Registered("samplers")]


class Recipe(RecipePart):
    stages: tuple[Stage, ...]
    best: Stage | None = None
    extra: dict[str, Stage] | None = None


CATALOGUE = {"samplers": {"shuffled": Shuffled, "inner": Inner}}
PLAIN = {"kind": "shuffled", "batch": 3}


@pytest.fixture(scope="module")
def model():
    return resolved(Recipe, CATALOGUE)


def stage(sampler):
    return {"name": "a", "sampler": sampler}


def test_every_kind_of_the_catalogue_can_stand_at_every_depth(model):
    recipe = model(
        stages=[stage(PLAIN), stage({"kind": "inner", "sampler": PLAIN})],
        best=stage(PLAIN), extra={"more": stage(PLAIN)},
    )  # fmt: skip
    assert isinstance(recipe, Recipe)
    assert isinstance(recipe.stages[0].sampler, Shuffled)
    assert recipe.stages[1].sampler.sampler.batch == 3
    assert recipe.best.sampler.batch == 3
    assert recipe.extra["more"].sampler.batch == 3


@pytest.mark.parametrize(
    "sampler",
    [
        {"kind": "sorted", "batch": 3},
        {"kind": "shuffled"},
        {"kind": "inner", "sampler": {"kind": "inner", "sampler": PLAIN}},
    ],
)
def test_kinds_that_are_not_registered_or_left_out_are_refused(model, sampler):
    with pytest.raises(ValidationError) as refused:
        model(stages=[stage(sampler)])
    assert refused.value.errors()[0]["loc"][:3] == ("stages", 0, "sampler")


def test_a_model_without_marks_stays_the_same():
    assert resolved(Shuffled, CATALOGUE) is Shuffled


def test_keys_at_a_place_are_those_of_the_kind_that_stands_there(model):
    data = {"stages": [stage(PLAIN), stage({"kind": "inner", "sampler": PLAIN})]}
    assert keys_at(model, data, ()) == ["stages", "best", "extra"]
    assert keys_at(model, data, ("stages", 0)) == ["name", "sampler"]
    assert keys_at(model, data, ("stages", 0, "sampler")) == ["kind", "batch"]
    assert keys_at(model, data, ("stages", 1, "sampler")) == ["kind", "sampler"]
    assert keys_at(model, data, ("stages", 0, "name")) == []
