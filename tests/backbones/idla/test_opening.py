"""Weights of the pair network: channels told from tensors, and what is refused."""

import pytest
import torch

from probe.backbones.idla import spec
from probe.backbones.idla.model import PairNetwork, PairShape
from probe.backbones.idla.opening import told_shape
from probe.errors import CheckpointError

SIZE = (48, 32)
SHAPE = PairShape(4, 6, 5, 7, 8)


@pytest.fixture
def opened(eager, spec_card, tmp_path):
    def load(network=None, size=SIZE, **options):
        torch.save((network or PairNetwork(SIZE, SHAPE)).state_dict(), tmp_path / "walk.pth")
        card = spec_card(spec, "idla").with_changes(input_size=size, options=options)
        return spec.load(card, tmp_path / "walk.pth", eager)

    return load


def test_channels_are_told_from_the_tensors(opened):
    assert told_shape(PairNetwork(SIZE, SHAPE).state_dict()) == SHAPE
    assert told_shape({}) == PairShape()
    scorer = opened()
    assert scorer.network.shape == SHAPE
    assert scorer.card.name == "idla.walk"
    assert scorer.tower.report.family.name == "IDLA"


def test_the_paper_s_network_with_its_golden_weights(golden, eager, spec_card, tmp_path):
    path = golden("idla").save(tmp_path / "m.pth", rename="module.{}".format, wrapper="state_dict")
    assert spec.load(spec_card(spec, "idla"), path, eager).card.dimension == 25 * 37 * 12


def test_what_is_refused(opened):
    with pytest.raises(CheckpointError, match="no port 'keros'") as caught:
        opened(port="keros")
    assert "keras" in caught.value.hint
    with pytest.raises(CheckpointError, match="cannot compare pictures of 20x60"):
        opened(size=(20, 60))
    with pytest.raises(CheckpointError, match="do not fit idla"):
        opened(size=(96, 32))
    with pytest.raises(CheckpointError, match="do not fit idla"):
        opened(port="tensorflow")
    with pytest.raises(CheckpointError, match="do not fit idla"):
        opened(torch.nn.Linear(2, 3))
