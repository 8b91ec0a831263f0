"""The main job on real photographs and real weights, where they lie beside the repository."""

import numpy as np
import pytest

import probe

ROOT_EXAMPLE = "pku_reid.yaml"


@pytest.fixture(scope="module")
def run(real, tmp_path_factory):
    from pathlib import Path

    example = Path(__file__).parents[3] / "examples" / ROOT_EXAMPLE
    weights = real / "weights"
    return probe.run(
        example,
        photos=real / "pku_reid",
        backbones=[
            "stripes",
            f"osnet_x0_25={weights / 'osnet_x0_25_msmt17.pth'}",
            f"osnet_x0_25={weights / 'osnet_x0_25_market1501.pth'}",
        ],
        fmr=0.02,
        out=tmp_path_factory.mktemp("runs"),
    )


@pytest.mark.slow
def test_twenty_people_across_two_cameras_resolve_two_percent(run):
    mated = run.cells[run.cells["kind"] == "mated"]
    assert set(mated["n_subjects"]) == {20}
    assert set(mated["n_pairs"]) == {20 * 2, 20 * 1}
    for name in run.backbones:
        threshold = run.manifest.threshold(name)
        assert threshold.resolved
        assert threshold.comparisons == 20 * 19 // 2 * 2
        assert threshold.false_matches == 7
    assert run.manifest.failures == ()


@pytest.mark.slow
def test_the_same_person_scores_above_strangers(run):
    for name in run.backbones:
        mated = run.matrix(name, "pku-reid")
        strangers = run.matrix(name, "pku-reid", kind="at_large")
        assert np.isfinite(mated).all()
        assert (mated > strangers).all()
        assert run.matrix(name, "pku-reid", "auc").min() > 0.6


@pytest.mark.slow
def test_the_report_of_real_pictures_is_written(run):
    files = run.report()
    assert {kind: path.stat().st_size > 50_000 for kind, path in files.items()} == {
        "html": True,
        "pdf": True,
        "json": True,
    }
    assert files["html"].stat().st_size < 3_000_000


@pytest.mark.slow
def test_every_figure_verifies(run):
    from probe.study.verification import verify

    assert verify(run).problems == ()
