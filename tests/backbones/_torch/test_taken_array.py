"""Arrays as tensors: no copy of those that may be written, no warning for those that may not."""

import warnings

import numpy as np

from probe.backbones._torch.taken_array import tensor_of


def test_an_array_is_not_copied():
    array = np.zeros((2, 3), np.float32)
    tensor_of(array)[0, 0] = 1
    assert array[0, 0] == 1


def test_a_read_only_array_is_copied_without_a_warning():
    array = np.arange(6, dtype=np.uint8).reshape(2, 3)
    array.setflags(write=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        taken = tensor_of(array)
    taken[0, 0] = 9
    assert array[0, 0] == 0
    assert taken[1].tolist() == [3, 4, 5]


def test_axes_in_another_order_are_laid_out_anew():
    array = np.arange(6).reshape(2, 3).T
    assert tensor_of(array).tolist() == [[0, 3], [1, 4], [2, 5]]
