"""Equal to the official evaluation routines on stored inputs (tests/data/eval_rules.seed1.npz).

The numbers come from torchreid, fast-reid, open-reid and Person_reID_baseline_pytorch run with
stable sorting; licences and commits stand in eval_rules.README.md beside them.
"""

from pathlib import Path

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.retrieval import evaluate_distances, labels

STORED = np.load(Path(__file__).parents[2] / "data" / "eval_rules.seed1.npz")
CASES = sorted({key.split(".")[0] for key in STORED})


def stored(case, field):
    return STORED[f"{case}.{field}"]


def figures(case, rule, max_rank=None, **options):
    sides = [labels(stored(case, f"{s}_pids"), stored(case, f"{s}_camids")) for s in "qg"]
    ranks = int(stored(case, "max_rank")) if max_rank is None else max_rank
    return evaluate_distances(stored(case, "distmat"), *sides, rule, ranks, **options)


def same_curve(found, official, tolerance):
    """A curve cut at the gallery's size stays at its last value."""
    padded = np.append(found, np.full(max(0, len(official) - len(found)), found[-1]))
    np.testing.assert_allclose(padded[: len(official)], official, rtol=0, atol=tolerance)


def cases(official):
    return [case for case in CASES if bool(stored(case, f"{official}_ok"))]


def valid(values):
    return values[~np.isnan(values)]


@pytest.mark.parametrize("case", cases("torchreid"))
def test_market1501_is_torchreid(case):
    found = figures(case, "market1501")
    same_curve(found.cmc, stored(case, "torchreid_cmc"), 1e-6)
    assert found.mean_ap == pytest.approx(float(stored(case, "torchreid_map")), abs=1e-12)


@pytest.mark.parametrize("case", cases("fastreid"))
def test_market1501_is_fastreid(case):
    found = figures(case, "market1501")
    same_curve(found.cmc, stored(case, "fastreid_cmc"), 1e-6)
    np.testing.assert_allclose(valid(found.ap), stored(case, "fastreid_ap"), rtol=0, atol=1e-12)
    np.testing.assert_allclose(valid(found.inp), stored(case, "fastreid_inp"), rtol=0, atol=1e-12)
    assert found.mean_ap == pytest.approx(float(stored(case, "fastreid_map")), abs=1e-12)
    assert found.mean_inp == pytest.approx(float(stored(case, "fastreid_minp")), abs=1e-12)


@pytest.mark.parametrize("case", cases("openreid"))
def test_ties_grouped_is_openreid(case):
    found = figures(case, "sklearn-ties")
    assert found.mean_ap == pytest.approx(float(stored(case, "openreid_map")), abs=1e-12)
    same_curve(found.cmc, stored(case, "openreid_cmc_market"), 1e-12)
    same_curve(figures(case, "market1501").cmc, stored(case, "openreid_cmc_market"), 1e-12)


@pytest.mark.parametrize("case", cases("openreid"))
def test_allshots_is_openreid(case):
    same_curve(figures(case, "allshots").cmc, stored(case, "openreid_cmc_allshots"), 1e-12)


@pytest.mark.parametrize("case", [c for c in CASES if np.isfinite(stored(c, "layumi_ap")).any()])
def test_trapezoid_is_person_reid_baseline(case):
    found = figures(case, "trapezoid")
    np.testing.assert_allclose(found.ap, stored(case, "layumi_ap"), rtol=0, atol=1e-12)
    assert found.mean_ap == pytest.approx(float(stored(case, "layumi_map_valid")), abs=1e-12)
    assert found.queries - found.dropped == int(stored(case, "layumi_num_valid"))
    same_curve(found.cmc, stored(case, "layumi_cmc_valid"), 1e-6)


@pytest.mark.parametrize("case", cases("torchreid_cuhk03"))
def test_cuhk03_is_torchreid(case):
    found = figures(case, "cuhk03", int(stored(case, "cuhk03_max_rank")), seed=0)
    same_curve(found.cmc, stored(case, "torchreid_cuhk03_cmc"), 1e-6)
    assert found.mean_ap == pytest.approx(float(stored(case, "torchreid_cuhk03_map")), abs=1e-12)


@pytest.mark.parametrize("case", cases("openreid_cuhk03"))
def test_cuhk03_with_separate_cameras_is_openreid(case):
    found = figures(case, "cuhk03-other-cameras", int(stored(case, "cuhk03_max_rank")), seed=0)
    same_curve(found.cmc, stored(case, "openreid_cuhk03_cmc"), 1e-12)


def test_every_case_is_used():
    assert len(CASES) == 12
    assert set(CASES) - set(cases("torchreid")) == {"case08", "case10"}


def test_one_camera_is_refused_with_the_next_step():
    with pytest.raises(ComparisonError) as caught:
        figures("case10", "market1501")
    assert "one camera" in str(caught.value)
    assert "any-camera" in str(caught.value)
    assert figures("case10", "any-camera").mean_ap > 0
