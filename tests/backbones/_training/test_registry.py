"""Which architectures can be trained, and the parts that their recipes can name."""

import pytest

from probe.backbones._training.objective import NetworkShape
from probe.backbones._training.recipe_part import RecipePart
from probe.backbones._training.registry import (
    ARCHITECTURES,
    OBJECTIVES,
    SHARED,
    TrainedArchitecture,
    architecture_named,
)
from probe.errors import UsageError


class Part(RecipePart):
    kind: str


def test_shipped_architectures_are_registered_by_being_there():
    assert {"arcface", "moco", "ibn", "ensemble"} <= set(ARCHITECTURES.names())
    moco = architecture_named("moco")
    assert isinstance(moco, TrainedArchitecture)
    assert all(issubclass(shape, NetworkShape) for shape in moco.networks.values())


def test_an_unknown_architecture_is_named_with_the_nearest():
    with pytest.raises(UsageError, match="arcfaec") as refused:
        architecture_named("arcfaec")
    assert "arcface" in str(refused.value)


def test_a_catalogue_holds_the_shared_parts_and_the_architectures_own():
    shapes = {"own": NetworkShape}
    one = TrainedArchitecture("arcface", shapes, parts={"steps": {"pose_map": Part}})
    catalogue = one.catalogue()
    assert set(catalogue) == {*SHARED, "networks"}
    assert catalogue["networks"] == shapes
    assert catalogue["steps"] == {**SHARED["steps"], "pose_map": Part}
    assert catalogue["objectives"] == OBJECTIVES
    assert "pose_map" not in SHARED["steps"]


def test_parts_of_third_parties_are_for_every_architecture(toy_gan):
    one = TrainedArchitecture("arcface", {})
    assert set(one.catalogue()["schedules"]) > set(SHARED["schedules"])
    assert "toy_gan" in ARCHITECTURES.names()
