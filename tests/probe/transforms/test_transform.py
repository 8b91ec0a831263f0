"""What a transform is by itself, before a subclass says more."""

import numpy as np
import pytest
from pydantic import ValidationError

from probe.transforms import Transform


class Plain(Transform):
    amount: float = 0.0


def test_it_moves_nothing_and_keeps_the_size_unless_it_says_so():
    mask = np.eye(4, dtype=bool)
    assert Plain().new_size(7, 3) == (7, 3)
    np.testing.assert_array_equal(Plain().change_mask(mask, np.random.default_rng(0)), mask)
    assert not Plain().is_neutral
    with pytest.raises(NotImplementedError, match="Plain does not override change"):
        Plain().change(np.zeros((2, 2, 3), np.uint8), np.random.default_rng(0))


@pytest.mark.parametrize("value", [True, "1", float("nan"), float("inf"), None])
def test_what_only_looks_like_a_number_is_refused(value):
    with pytest.raises(ValidationError):
        Plain(amount=value)


def test_it_is_frozen():
    with pytest.raises(ValidationError):
        Plain().amount = 2.0
