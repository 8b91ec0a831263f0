"""What every sampler is, and the pictures that it picks."""

import numpy as np
import pytest

from probe.backbones._training.samplers.sampler import ROLE, Sampler, picks


def test_pictures_have_draws_of_their_own_unless_they_share_them():
    one = picks([4, 7, 9])
    assert one.rows.dtype == np.int64
    assert one.copies.tolist() == [0, 0, 0]
    assert one.draws.tolist() == [0, 1, 2]
    shared = picks([4, 7], copies=np.array([0, 2]), draws=np.array([5, 5]))
    assert (shared.copies.tolist(), shared.draws.tolist()) == ([0, 2], [5, 5])


@pytest.mark.parametrize("chosen", [slice(1, 3), np.array([1, 2])])
def test_a_part_keeps_rows_copies_and_draws_together(chosen):
    whole = picks([4, 7, 9, 11], copies=np.array([0, 1, 2, 3]))
    part = whole.part(chosen)
    assert (len(whole), len(part)) == (4, 2)
    assert part.rows.tolist() == [7, 9]
    assert part.copies.tolist() == [1, 2]
    assert part.draws.tolist() == [1, 2]


def test_a_sampler_has_one_role_and_single_pictures_unless_it_says_otherwise():
    sampler = Sampler(kind="any")
    assert sampler.roles == (ROLE,)
    assert sampler.unit == 1
    assert sampler.chosen([None] * 3).tolist() == [True] * 3
    assert sampler.single_pictures is None
    with pytest.raises(NotImplementedError):
        sampler.batches(None, np.random.default_rng(0))
