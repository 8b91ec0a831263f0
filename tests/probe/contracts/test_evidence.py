"""What evidence declares is what our models give, name for name."""

import dataclasses

import pytest

from probe.backbones._torch.attribution import evidence
from probe.contracts import PairEvidence, PointEvidence


def declared(contract):
    return {name for name in vars(contract) if not name.startswith("_")}


@pytest.mark.parametrize(
    ("contract", "given"),
    [(PairEvidence, evidence.PairEvidence), (PointEvidence, evidence.PointEvidence)],
)
def test_what_torch_backbones_give_has_everything_the_contract_names(contract, given):
    fields = {field.name for field in dataclasses.fields(given)}
    properties = {name for name, value in vars(given).items() if isinstance(value, property)}
    assert declared(contract) <= fields | properties


def test_the_contract_names_maps_constants_and_their_sum():
    assert {"first", "second", "constant_first", "constant_second", "cosine"} <= declared(
        PairEvidence
    )
    assert {"matrix", "first", "second", "constant", "cosine"} <= declared(PointEvidence)
