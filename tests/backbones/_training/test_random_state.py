"""Random generators: kept and given back, and stages that do not depend on the ones before."""

import random

import numpy as np
import torch

from probe.backbones._training.random_state import (
    random_state,
    restore_random_state,
    seed_everything,
)


def drawn():
    return float(torch.rand(1)), float(np.random.rand()), random.random()


def test_every_generator_goes_on_where_it_was(tmp_path):
    seed_everything(4, 0)
    np.random.randn()
    torch.save(random_state(), tmp_path / "state.pt")
    want = drawn()
    assert drawn() != want
    restore_random_state(torch.load(tmp_path / "state.pt", weights_only=True))
    assert drawn() == want


def test_a_later_stage_has_numbers_of_its_own():
    found = []
    for stage in (0, 1, 1, 2):
        seed_everything(4, stage)
        found.append(drawn())
    assert found[1] == found[2]
    assert len(set(found)) == 3
    torch.manual_seed(4)
    assert float(torch.rand(1)) == found[0][0], "the first stage has the recipe's own seed"
