"""What an architecture's `train.py` builds on."""

import pytest
from pydantic import ValidationError
from torch import nn

from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    NetworkShape,
    Objective,
    network_named,
)
from probe.errors import UsageError

FACTS = DataFacts(size=(256, 128), classes=4, cameras=2, sets=1)


def test_a_network_is_taken_by_its_name():
    backbone = nn.Linear(2, 2)
    assert network_named({BACKBONE: backbone, "head": nn.Identity()}, BACKBONE, "pairs") is backbone


def test_a_network_that_is_not_there_is_named_with_those_that_are():
    networks = {"generator": nn.Identity(), "critic": nn.Identity()}
    with pytest.raises(UsageError, match="'pairs' trains a network 'backbone'") as refused:
        network_named(networks, BACKBONE, "pairs")
    assert refused.value.hint == "Its networks: critic, generator."


def test_networks_without_a_feature_take_no_head():
    shape = NetworkShape(kind="colours")
    assert shape.backbones == (BACKBONE,)
    with pytest.raises(UsageError, match="kind 'colours' have no feature"):
        _ = shape.length
    for unwritten in (lambda: shape.networks(FACTS), shape.options, shape.feature):
        with pytest.raises(NotImplementedError):
            unwritten()


def test_objectives_look_at_identities_unless_they_say_otherwise():
    objective = Objective(kind="pairs")
    assert objective.by_identity
    with pytest.raises(NotImplementedError):
        objective.learner({}, NetworkShape(kind="any"), FACTS)
    with pytest.raises(ValidationError, match="weight"):
        Objective(kind="pairs", weight=2.0)
