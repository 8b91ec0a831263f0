"""A study on two nodes: pictures, masks, vectors and maps are those of one machine."""

from dataclasses import replace

import pytest

from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.probe.cluster.two_nodes import Killing, assert_same_run, two_nodes

PROTOCOL = """\
name: far
title: {en: Far}
question: {en: "Does distance matter?"}
expectation: invariant
takes: 2
factors: [{name: distance, title: {en: Distance}, kind: ordered, levels: [9, 12], standard: 9}]
scene: {distance: $level}
"""

PHASES = ("progress-people", "progress-masking", "progress-embedding", "progress-looks")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_node_that_dies_in_every_phase_changes_no_figure(tmp_path):
    pytest.importorskip("cv2", reason="the extra `grabcut` is not installed")
    (tmp_path / "far.yaml").write_text(PROTOCOL, "utf-8")
    request = StudyRequest(
        tmp_path / "far.yaml", "arcface.demo", masks="grabcut", attention=True, subjects=3,
        fmr=0.2, out=tmp_path / "here", threads=1, workers=1, cache=tmp_path / "cache_here",
    )  # fmt: skip
    here = run_study(request)
    with two_nodes() as cluster:
        there = run_study(
            replace(request, cluster=cluster.address, out=tmp_path / "there",
                    cache=tmp_path / "cache_there"),
            killing := Killing(cluster, *PHASES),
        )  # fmt: skip
    assert killing.left == []
    assert_same_run(here, there)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_remedies_of_two_nodes_of_which_one_dies_are_those_of_one_machine(
    tmp_path, photos, protocol_file, own_models
):
    request = StudyRequest(
        protocol_file, ("stripes", "own_models:spec", "own_models:pairs", "moco.demo"),
        photos=photos, masks="grabcut", remedies=True, fmr=0.03, out=tmp_path / "here", threads=1,
        cache=tmp_path / "cache_here",
    )  # fmt: skip
    here = run_study(request)
    assert here.remedies("stripes", "turn")["rungs"]
    with two_nodes() as cluster:
        there = run_study(
            replace(request, cluster=cluster.address, out=tmp_path / "there",
                    cache=tmp_path / "cache_there"),
            killing := Killing(cluster, "progress-remedies-there"),
        )  # fmt: skip
    assert killing.left == []
    assert [done for done, _ in killing.seen["progress-remedies-there"]] == [0, 1, 2, 3]
    assert_same_run(here, there)
