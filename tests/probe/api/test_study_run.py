"""A run in Python: names that are not in it, and one name where several may stand."""

import numpy as np
import pandas as pd
import pytest

import probe
from probe.errors import UsageError
from probe.runs.reading import Run
from probe.wording import wording_of


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    return probe.run(protocol_file, "stripes", photos=photos, out=str(tmp_path / "runs"), fmr=0.05)


def test_one_backbone_may_be_named_without_a_list_and_a_run_says_what_it_is(run):
    assert run.backbones == ["stripes"]
    assert repr(run) == f"<StudyRun {run.path}: complete, protocols turn, backbones stripes>"


def test_what_is_said_is_words_for_a_reader_and_keys_in_the_files(photos, protocol_file, tmp_path):
    run = probe.run(
        protocol_file, "stripes", photos=photos, out=tmp_path / "runs", fmr=0.0001,
        site="orientation=any",
    )  # fmt: skip
    stored = Run(run.path)
    (threshold,), (kept,) = run.manifest.thresholds, stored.manifest.thresholds
    assert threshold.note.startswith("0.01\u00a0% needs at least")
    assert kept.note.startswith('{"id":"note-shortage')
    assert [finding.key for finding in run.findings] == [f.key for f in stored.findings]
    for finding, message in zip(run.findings, stored.findings, strict=True):
        assert finding.message == wording_of()(message.message)
        assert finding.cells == message.cells
    table = pd.DataFrame(run.findings)
    assert table["message"].map(type).eq(str).all()
    (verdict,) = run.site["verdicts"]
    assert verdict["sentences"][0]["message"].startswith("Cannot be")
    assert probe.open_run(run.path).findings == run.findings
    with pytest.raises(UsageError, match="no words in the language 'tlh'"):
        probe.open_run(run.path, language="tlh")


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
    with pytest.raises(UsageError, match="there is no mask variant 'scene' here"):
        run.matrix("stripes", variant="scene")
    with pytest.raises(UsageError, match="'html'"):
        run.report("report.htm")


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
