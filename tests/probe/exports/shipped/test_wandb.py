"""Weights & Biases, with the package itself and without a network: what lies in its folders."""

import json
import time
from pathlib import Path

import pytest

from probe.errors import ExportError
from probe.exports.figures import figures, parameters
from probe.exports.shipped.wandb import spec

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # the package's own
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder for what is exported; what else the package keeps lies there, too."""
    pytest.importorskip("wandb", reason="wandb is not installed: probe-reid[wandb]")
    folder = tmp_path_factory.mktemp("wandb")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WANDB_MODE", raising=False)
        for name in ("WANDB_DATA_DIR", "WANDB_CACHE_DIR", "WANDB_CONFIG_DIR"):
            patch.setenv(name, str(folder / name))
        yield folder


@pytest.fixture(scope="module")
def exported(finished, place):
    return spec.export(finished, str(place))


def records(folder):
    """The records of a run's log: blocks of 32 KB, each record in one piece or several."""
    from wandb.proto.wandb_internal_pb2 import Record

    (path,) = Path(folder).glob("*.wandb")
    data, place, whole, found = path.read_bytes(), 7, b"", []
    while place + 7 <= len(data):
        if 32768 - place % 32768 < 7:
            place += 32768 - place % 32768
            continue
        length, kind = int.from_bytes(data[place + 4 : place + 6], "little"), data[place + 6]
        whole += data[place + 7 : place + 7 + length]
        place += 7 + length
        if kind in {1, 4}:  # the whole of a record, or its end
            record = Record()
            record.ParseFromString(whole)
            found.append(record)
            whole = b""
    return found


def test_a_model_is_an_offline_run_with_its_card_figures_and_cells(finished, exported):
    log = records(exported.names[0])
    (begun,) = [record.run for record in log if record.HasField("run")][:1]
    assert (begun.display_name, begun.project) == ("stripes", "probe")
    assert begun.run_group == f"turn {finished.manifest.run}"
    config = {entry.key: json.loads(entry.value_json) for entry in begun.config.update}
    assert parameters(finished.manifest, "stripes").items() <= config.items()
    summary = {
        "/".join(entry.nested_key) or entry.key: json.loads(entry.value_json)
        for record in log
        if record.HasField("summary")
        for entry in record.summary.update
    }
    for name, value in figures(finished, "stripes").items():
        assert summary[name] == pytest.approx(value)
    (table,) = Path(exported.names[0]).rglob("cells*.table.json")
    rows = json.loads(table.read_text("utf-8"))
    assert rows["columns"] == list(finished.cells.columns)
    assert len(rows["data"]) == len(finished.cells)


def test_the_report_is_a_page_and_an_artifact(finished, exported):
    log = records(exported.names[-1])
    (artifact,) = [record.artifact for record in log if record.HasField("artifact")]
    assert artifact.type == "probe-run"
    names = {entry.path for entry in artifact.manifest.contents}
    assert not names or {"report.html", "manifest.json", "protocols/turn.yaml"} <= names
    (page,) = Path(exported.names[-1]).rglob("report*.html")
    assert page.read_text("utf-8") == "<p>the report</p>"


def test_nothing_of_the_machine_goes_along(exported):
    for folder in exported.names:
        kept = {path.name for path in (Path(folder) / "files").iterdir()}
        assert not kept & {"requirements.txt", "wandb-metadata.json", "output.log"}


def test_the_next_step_sends_them(exported):
    assert exported.look.startswith("wandb sync ")
    assert all("offline-run-" in name for name in exported.names)


def test_a_study_of_any_name_goes(oddly_named, place):
    made = spec.export(oddly_named, str(place / "odd"))
    names, end = [], time.monotonic() + 60
    while not names and time.monotonic() < end:  # the package writes on behind a finished run
        log = records(made.names[-1])
        names = [record.artifact.name for record in log if record.HasField("artifact")]
        time.sleep(0.2)
    assert names == [f"it_s________more-{oddly_named.manifest.run}"]


def test_a_place_that_is_a_file_is_refused(finished, place):
    (place / "file").write_text("")
    with pytest.raises(ExportError, match="there can be no such folder") as refused:
        spec.export(finished, str(place / "file"))
    assert "a folder; wandb makes its own" in refused.value.hint
    assert (place / "file").is_file()
