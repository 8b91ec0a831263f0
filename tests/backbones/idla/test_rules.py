"""The slips of copied ports, by name: each changes what it says, and nothing else."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from probe.backbones.idla.rules import PORTS, PairRules


def logits(filled, **rules):
    network, data = filled(**rules)
    sides = (torch.from_numpy(data.inputs[side]).double() for side in ("first", "second"))
    with torch.inference_mode():
        return network(*sides).numpy()


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({"swapped": False}, "change of logits: K' = -K"),
        ({"in_blocks": False}, "change of logits: no permutation before the stride-5 convolution"),
    ],
)
def test_a_slip_changes_the_logits_as_stated_beside_the_golden_numbers(filled, rules, told):
    stated = Path(__file__).parents[2] / "data" / "parity" / "idla.json"
    expected = json.loads(stated.read_text())["checked"][told][0]
    change = np.linalg.norm(logits(filled, **rules) - logits(filled))
    assert change / np.linalg.norm(logits(filled)) == pytest.approx(expected, rel=1e-9)


def test_separate_streams_with_equal_values_are_tied_streams(filled):
    np.testing.assert_array_equal(logits(filled, tied=False), logits(filled))


def test_every_slip_of_the_ports_shows(filled):
    right = logits(filled)
    for rules in ({"rectified": False}, {"swapped": False}, {"in_blocks": False}):
        assert np.abs(logits(filled, **rules) - right).max() > 0.1


def test_ports_by_name():
    assert PORTS["paper"] == PairRules()
    assert PORTS["tensorflow"].same == 0
    assert not PORTS["keras"].ceiling
    assert PORTS["keras"].tied
