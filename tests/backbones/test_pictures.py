"""Pictures that do not fit the card, and vectors that are none, are refused by name."""

import numpy as np
import pytest

from probe.backbones.pictures import check_pictures, checked_vectors
from probe.contracts import BackboneCard
from probe.errors import BackboneError

CARD = BackboneCard("net", input_size=(8, 4), dimension=3)


def test_pictures_at_the_input_size_pass():
    for count in (0, 1, 5):
        check_pictures(np.zeros((count, 8, 4, 3), np.uint8), CARD)


@pytest.mark.parametrize(
    ("shape", "dtype"),
    [
        ((2, 8, 4, 3), np.float32),
        ((2, 4, 8, 3), np.uint8),
        ((2, 3, 8, 4), np.uint8),
        ((2, 8, 4, 4), np.uint8),
        ((8, 4, 3), np.uint8),
    ],
)
def test_other_arrays_are_refused_with_what_was_expected(shape, dtype):
    with pytest.raises(BackboneError) as caught:
        check_pictures(np.zeros(shape, dtype), CARD)
    assert "net takes uint8 pictures of shape (n, 8, 4, 3)" in str(caught.value)
    assert f"not {np.dtype(dtype)} {shape}" in str(caught.value)


def test_one_finite_vector_a_picture_passes():
    vectors = np.ones((2, 3), np.float32)
    assert checked_vectors(vectors, 2, CARD) is vectors


@pytest.mark.parametrize("shape", [(2, 3, 1, 1), (3, 3), (6,)])
def test_another_number_of_vectors_is_refused(shape):
    with pytest.raises(BackboneError, match="for 2 pictures, not one vector a picture"):
        checked_vectors(np.ones(shape, np.float32), 2, CARD)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_the_first_picture_without_a_finite_vector_is_named(value):
    vectors = np.ones((4, 3), np.float32)
    vectors[2:, 1] = value
    with pytest.raises(BackboneError, match="not finite for picture 2"):
        checked_vectors(vectors, 4, CARD)
