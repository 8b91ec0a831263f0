"""What `import probe` does: its examples, a run in Python, names that are not in it."""

import doctest
import json

import numpy as np
import pandas as pd
import pytest

import probe
from probe import api
from probe.api import StudyRun
from probe.errors import RunError, UsageError
from probe.runs.reading import Run
from probe.wording import wording_of
from tests.conftest import PLAIN_PROTOCOL, write_photos

EXAMPLES = [
    *doctest.DocTestFinder().find(api.run, "run", globs={}),
    *doctest.DocTestFinder().find(api.open_run, "open_run", globs={}),
    *doctest.DocTestFinder(recurse=True).find(StudyRun, "StudyRun", globs={}),
    *doctest.DocTestFinder().find(api.evaluate, "evaluate", globs={}),
]
SHOWN = [example for example in EXAMPLES if example.examples]


@pytest.fixture
def folder(tmp_path, photos, protocol_file, market, monkeypatch):
    monkeypatch.chdir(tmp_path)
    market.rename(tmp_path / "market")
    return tmp_path


def test_the_examples_run(folder):
    """In one session, in the order in which a reader meets them: `run` is made by the first."""
    session = {}
    runner = doctest.DocTestRunner()
    for example in SHOWN:
        example.globs = session
        runner.run(example, clear_globs=False)
    assert runner.summarize(verbose=False).failed == 0


def test_every_function_of_the_api_has_an_example():
    shown = {example.name for example in SHOWN}
    assert {"run", "evaluate", "open_run"} <= shown
    public = {name for name, value in vars(StudyRun).items() if not name.startswith("_")}
    assert {f"StudyRun.{name}" for name in public} <= shown


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("turn")
    (folder / "turn.yaml").write_text(PLAIN_PROTOCOL, encoding="utf-8")
    return probe.run(
        folder / "turn.yaml",
        "stripes",
        photos=write_photos(folder / "photos"),
        out=str(folder / "runs"),
        cache=folder / "cache",
        fmr=0.05,
    )


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


def test_a_matrix_is_one_figure_of_all_cells(run):
    cells = run.cells[run.cells["kind"] == "mated"].set_index(["i", "j"])
    matrix = run.matrix("stripes", figure="retention")
    assert matrix.shape == (3, 3)
    for (i, j), row in cells.iterrows():
        assert matrix[i, j] == row["retention"]
    strangers = run.matrix("stripes", kind="at_large")
    assert (strangers < run.matrix("stripes")).all()


def test_a_heatmap_shows_the_figure_asked_for(run):
    figure = run.heatmap("stripes", figure="retention")
    printed = {text.get_text() for text in figure.axes[0].texts}
    unit = probe.wording.wording_of().numbers.unit
    assert {unit(value) for value in run.matrix("stripes", figure="retention").ravel()} <= printed


def test_notes_of_tables_are_words_and_messages_in_the_files(run):
    import pandas as pd

    stored = pd.read_parquet(run.path / "cells.parquet")["interval_note"]
    assert stored.str.startswith('{"id":').any()
    assert not run.cells["interval_note"].str.startswith("{").any()
    assert run.cells["interval_note"].str.contains("few subjects").any()


def test_a_report_goes_where_it_is_told_and_keeps_the_site(run, tmp_path):
    told = run.report(tmp_path / "one.json", site="orientation=90")
    assert told == {"json": tmp_path / "one.json"}
    site = json.loads((tmp_path / "one.json").read_text("utf-8"))["site"]
    assert site["text"] == "orientation=90"
    assert probe.open_run(run.path).site["site"]["text"] == "orientation=90"
    with pytest.raises(UsageError, match="valid names: en"):
        run.report(tmp_path / "one.json", language="tlh")


def test_of_several_protocols_one_must_be_named(run, tmp_path):
    (tmp_path / "both").mkdir()
    for name in ("turn", "again"):
        text = PLAIN_PROTOCOL.replace("name: turn", f"name: {name}")
        (tmp_path / "both" / f"{name}.yaml").write_text(text, encoding="utf-8")
    both = probe.run(
        tmp_path / "both", "stripes", photos=write_photos(tmp_path / "photos", people=2),
        out=tmp_path / "runs",
    )  # fmt: skip
    with pytest.raises(UsageError, match="the run has 2 protocols\n  name one: again, turn"):
        both.matrix("stripes")
    assert np.array_equal(both.matrix("stripes", "turn"), both.matrix("stripes", "again"))


def test_a_folder_that_is_no_run_is_refused(tmp_path):
    with pytest.raises(RunError):
        probe.open_run(tmp_path)


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
        text = wording_of()(message.message)
        usable = f"stripes in {finding.protocol}: {text}."
        assert finding.message == (usable if finding.key in {"usable", "breaking"} else text)
        assert finding.cells == message.cells
    table = pd.DataFrame(run.findings)
    assert table["message"].map(type).eq(str).all()
    (verdict,) = run.site["verdicts"]
    assert verdict["sentences"][0]["message"].startswith("Cannot be")
    assert (verdict["answer"], verdict["head"]) == ("undecided", "cannot be judged")
    assert "head" not in stored.site["verdicts"][0]
    assert probe.open_run(run.path).findings == run.findings
    with pytest.raises(UsageError, match="no words in the language 'tlh'"):
        probe.open_run(run.path, language="tlh")
