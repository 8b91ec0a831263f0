"""A run in Python: names that are not in it, and one name where several may stand."""

import numpy as np
import pytest

import probe
from probe.errors import UsageError


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    return probe.run(protocol_file, "stripes", photos=photos, out=str(tmp_path / "runs"), fmr=0.05)


def test_one_backbone_may_be_named_without_a_list_and_a_run_says_what_it_is(run):
    assert run.backbones == ["stripes"]
    assert repr(run) == f"<StudyRun {run.path}: complete, protocols turn, backbones stripes>"


def test_names_that_are_not_in_the_run_name_the_nearest(run):
    np.testing.assert_array_equal(run.matrix("stripes"), run.matrix("stripes", "turn"))
    for refused, nearest in (
        (("strips",), "'stripes'"),
        (("stripes", "trun"), "'turn'"),
        (("stripes", "turn", "retentoin"), "'retention'"),
        (("turn", "stripes"), "stripes"),
    ):
        with pytest.raises(UsageError, match=nearest):
            run.matrix(*refused)
        with pytest.raises(UsageError, match=nearest):
            run.heatmap(*refused)
    with pytest.raises(UsageError, match="'mated'"):
        run.matrix("stripes", kind="matde")
    with pytest.raises(UsageError, match="the run has no mask variant 'scene'"):
        run.matrix("stripes", variant="scene")
    with pytest.raises(UsageError, match="'html'"):
        run.report("report.htm")


@pytest.mark.parametrize(
    "ask",
    [
        lambda run: run.mask_quality("typo"),
        lambda run: run.masks("typo"),
        lambda run: run.remedies("typo", "turn"),
        lambda run: run.remedies("stripes", "typo"),
        lambda run: run.looks("stripes", "turn", "typo"),
        lambda run: run.evidence("stripes", "typo"),
        lambda run: run.points("typo", "turn"),
        lambda run: run.part_maps("stripes", "typo"),
        lambda run: run.part_matrix("stripes", "turn", "typo"),
        lambda run: run.embeddings("typo"),
        lambda run: run.pair_scores("stripes", "typo"),
        lambda run: run.picture("01", "typo"),
        lambda run: run.matrix(5),
        lambda run: run.matrix(None),
    ],
)
def test_everything_asked_of_a_run_knows_its_names(run, ask):
    with pytest.raises(UsageError, match=r"the run has no .*\n.*(valid names|did you mean)"):
        ask(run)


def test_tables_that_a_run_does_not_have_are_empty_and_have_their_columns(run):
    assert (len(run.changes), len(run.interactions)) == (0, 0)
    assert {"backbone", "figure", "difference"} <= set(run.changes)
    assert "factor_a" in run.interactions
    assert len(run.rates)
    assert len(run.parts)


def test_arguments_of_another_type_are_refused_by_name(run):
    with pytest.raises(UsageError, match=r"out=5 is a whole number: a text or None is needed"):
        run.report(5)
    with pytest.raises(UsageError, match=r"path=5 is a whole number: a text is needed"):
        probe.open_run(5)


def test_an_option_that_does_not_exist_or_a_value_it_does_not_take(protocol_file):
    with pytest.raises(UsageError, match=r"no option 'devise'\n.*'device'"):
        probe.run(protocol_file, devise="cpu")
    with pytest.raises(UsageError, match="'onnxruntime'"):
        probe.run(protocol_file, engine="onnxruntme")


def test_the_cache_is_the_folder_the_command_line_means(photos, protocol_file, tmp_path, capsys):
    from probe.cli import main

    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05}
    probe.run(protocol_file, "stripes", cache=tmp_path / "kept", **asked)
    again = probe.run(protocol_file, "stripes", cache=str(tmp_path / "kept"), **asked)
    assert again.manifest.backbone("stripes").cached == 72
    assert main(["cache", "--cache", str(tmp_path / "kept")]) == 0
    assert "72 vectors" in capsys.readouterr().out
