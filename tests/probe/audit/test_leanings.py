"""Response bias c, by hand and against a stored run."""

import numpy as np
import pytest
from scipy import stats

from probe.audit.computed import computed_again
from probe.audit.leanings import Errors, errors_of, leaning_figures, paired_leaning


def planted(misses, match):
    names = [f"p{k}" for k in range(len(misses))]
    matches = {(a, b): match for a in names for b in names if a != b}
    return Errors(dict(zip(names, misses, strict=True)), matches, 60, 300, 3)


def test_c_is_half_the_distance_of_the_quantiles():
    figures = leaning_figures(planted([0.2, 0.3, 0.1, 0.2, 0.2, 0.2], 0.1))
    z = [stats.norm.ppf((p * n + 0.5) / (n + 1)) for p, n in ((0.2, 60), (0.1, 300))]
    assert figures["bias"] == pytest.approx((z[0] - z[1]) / 2)
    assert figures["low"] < figures["bias"] < figures["high"]
    assert (figures["fnmr"], figures["fmr"]) == pytest.approx((0.2, 0.1))


def test_one_end_of_c_lies_open_where_nothing_was_missed():
    assert np.isnan(leaning_figures(planted([0.0] * 6, 0.1))["low"])


def test_two_models_differ_by_the_difference_of_c():
    first, second = planted([0.1, 0.3, 0.2, 0.2, 0.3], 0.1), planted([0.5, 0.4, 0.6, 0.4, 0.5], 0.1)
    figures = paired_leaning(first, second)
    apart = leaning_figures(second)["bias"] - leaning_figures(first)["bias"]
    assert figures["bias"] == pytest.approx(apart)


def test_the_errors_of_a_run_are_its_own(stored):
    standing = computed_again(stored).standings["turn", "moco.demo", "unmasked"]
    row = stored.leanings.query("backbone == 'moco.demo' and against == ''").iloc[0]
    assert errors_of([standing]).conditions == row["conditions"] == 2
    assert leaning_figures(errors_of([standing]))["bias"] == pytest.approx(row["bias"])
