"""A p-value is found for every strength of evidence, also where levels near 1 run out of digits."""

import numpy as np
import pytest
from scipy import stats

from probe.statistics import p_value, paired_mean_interval


@pytest.mark.parametrize("strength", np.linspace(0.5, 40, 60))
def test_p_values_end_and_equal_students_t(strength):
    x = np.random.default_rng(3).normal(0, 1, 20)
    x = (x - x.mean()) / x.std(ddof=1) + strength / np.sqrt(20)
    found = p_value(lambda level: paired_mean_interval(np.zeros(20), x, level))
    expected = 2 * stats.t.sf(strength, 19)
    assert found == pytest.approx(max(expected, 1e-9), rel=1e-3, abs=2e-9)
