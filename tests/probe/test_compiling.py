"""Compiled loops compute what the plain function computes, wherever their code can be kept."""

import numpy as np

from probe.compiling import exact, exact_inside, machine_code


@exact_inside
def _half(x: float) -> float:
    return x / 2


@exact
def _sum_of_halves(values: np.ndarray) -> float:
    total = 0.0
    for value in values:
        total += _half(value)
    return total


def test_sums_keep_their_order_and_nan():
    values = np.array([1e16, 1.0, -1e16, 1.0] * 5)
    assert _sum_of_halves(values) == _sum_of_halves.py_func(values) == 5.0 - 4.5
    assert np.isnan(_sum_of_halves(np.array([1.0, np.nan])))


def test_a_function_without_a_file_is_compiled_all_the_same():
    names = {}
    exec("def double(x):\n    return 2 * x\n", names)  # noqa: S102
    assert machine_code(names["double"])(2.5) == 5.0
