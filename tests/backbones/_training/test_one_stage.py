"""Recipes of one stage, written without `stages:`."""

import pytest

from probe.backbones._training.one_stage import (
    KEYS,
    OPTIMISER,
    STAGE,
    is_one_stage,
    place_as_written,
    staged,
    staged_name,
)


@pytest.fixture
def written(tiny_data):
    return tiny_data()


def test_settings_go_where_the_stage_has_them(written):
    data = staged(written)
    (stage,) = data["stages"]
    assert is_one_stage(written)
    assert not is_one_stage(data)
    assert set(data) == {*written, "stages"} - set(KEYS)
    assert stage["name"] == STAGE
    assert stage["length"] == {"epochs": 4}
    assert stage["average"] == {"decay": 0.9, "networks": ["backbone"]}
    optimiser = stage["optimisers"][OPTIMISER]
    assert optimiser["rate"] == 0.05
    assert optimiser["networks"] == ["*"]
    assert optimiser["schedule"] == written["schedule"]
    assert optimiser["clip"] == {"norm": 5.0, "networks": ["backbone"]}


def test_no_limit_and_no_average(written):
    (stage,) = staged({**written, "clip_norm": None, "average_decay": None})["stages"]
    assert stage["average"] is None
    assert stage["optimisers"][OPTIMISER]["clip"] is None


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_to_be_there(written, key):
    del written[key]
    with pytest.raises(KeyError, match=key):
        staged(written)


PLACES = {
    "optimiser.rate": ("stages", 0, "optimisers", OPTIMISER, "rate"),
    "schedule.kind": ("stages", 0, "optimisers", OPTIMISER, "schedule", "kind"),
    "clip_norm": ("stages", 0, "optimisers", OPTIMISER, "clip", "norm"),
    "epochs": ("stages", 0, "length", "epochs"),
    "average_decay": ("stages", 0, "average", "decay"),
    "objective.m2": ("stages", 0, "objective", "m2"),
    "network.kind": ("network", "kind"),
}


@pytest.mark.parametrize("name", PLACES)
def test_names_lead_to_the_stage_and_places_back(name):
    assert staged_name(name) == ".".join(map(str, PLACES[name]))
    assert place_as_written(PLACES[name]) == tuple(name.split("."))
