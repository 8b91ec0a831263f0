"""Compiled loops compute what the plain function computes."""

import numpy as np

from probe.scenes.compiled import compiled, inlined


@inlined
def _half(x: float) -> float:
    return x / 2


@compiled
def _halves(values: np.ndarray, out: np.ndarray) -> None:
    for n in range(values.shape[0]):
        out[n] = _half(values[n])


def test_a_compiled_loop_calls_inlined_functions():
    values, out = np.arange(5.0), np.empty(5)
    _halves(values, out)
    np.testing.assert_array_equal(out, values / 2)
    _halves.py_func(values, out)
    np.testing.assert_array_equal(out, values / 2)
