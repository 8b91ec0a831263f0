"""Scores of pairs: the network's log odds, whatever the order in which maps were computed."""

import numpy as np
import pytest
import torch

from probe.backbones.idla import spec
from probe.backbones.idla.model import PairNetwork, PairShape
from probe.backbones.idla.rules import PORTS

SIZE = (48, 32)


@pytest.fixture
def scorer(eager, spec_card, tmp_path):
    """`scorer(port)`: a tiny network through its file, and the network itself."""

    def opened(port="paper"):
        torch.manual_seed(4)
        network = PairNetwork(SIZE, PairShape(4, 6, 5, 5, 8), PORTS[port]).eval()
        torch.save(network.state_dict(), tmp_path / "w.pth")
        card = spec_card(spec, "idla").with_changes(input_size=SIZE, options={"port": port})
        return spec.load(card, tmp_path / "w.pth", eager), network

    return opened


@pytest.mark.parametrize("port", PORTS)
def test_scores_are_log_odds_of_the_network(scorer, port, pictures):
    scorer, network = scorer(port)
    given = pictures(4, SIZE)
    maps = scorer.prepare(given)
    assert maps.shape == (4, scorer.card.dimension)
    left, right = [0, 1, 2, 3, 0, 1], [3, 3, 0, 0, 1, 2]
    scores = scorer.score(maps[left], maps[right])
    mean, std = (np.array(side, np.float32) for side in (scorer.card.mean, scorer.card.std))
    shown = torch.from_numpy(((given / np.float32(255) - mean) / std).transpose(0, 3, 1, 2))
    with torch.inference_mode():
        expected = network.log_odds(network(shown[left], shown[right])).numpy()
    np.testing.assert_allclose(scores, expected, rtol=1e-4, atol=1e-6)
    assert scores.dtype == np.float32


def test_pairs_have_an_order_and_the_study_is_told_so(scorer, pictures):
    scorer, _ = scorer()
    maps = scorer.prepare(pictures(2, SIZE))
    assert not scorer.symmetric
    assert scorer.score(maps[:1], maps[1:]) != scorer.score(maps[1:], maps[:1])
    assert scorer.card.score == "log odds of one person"
    assert (scorer.precision, scorer.engine.split()[0]) == ("float32", "torch")
    assert scorer.notes
    assert scorer.batch >= 1
