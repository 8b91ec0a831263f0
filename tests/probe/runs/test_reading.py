import json

import numpy as np
import pytest

from probe.errors import DamagedFileError, RunError
from probe.files import atomic
from probe.runs.manifest import BackboneEntry, Manifest
from probe.runs.paths import embeddings_file
from probe.runs.reading import Run
from probe.runs.rows import CellRow, PairRow, table_of
from probe.runs.stored import Finding, Histograms
from probe.runs.writer import RunWriter, note_derived


def started(path):
    manifest = Manifest(
        status="started",
        study="s",
        run=path.name,
        created="2026-01-01T00:00:00Z",
        backbones=(BackboneEntry(name="a:b/c", card={}, digest="0", dimension=2),),
    )
    return RunWriter(path, manifest)


def filled(path):
    writer = started(path)
    writer.table("cells.parquet", table_of(CellRow, [{"i": 0, "mean": 0.5}, {"i": 1}]))
    writer.embeddings("a:b/c", "unmasked", ["x", "y"], np.eye(2, dtype=np.float32))
    rows = ({"kind": "mated", "i": 0, "j": 0},)
    writer.histograms(Histograms(np.linspace(-1, 1, 5), np.arange(4)[None], rows))
    writer.findings([Finding("headline", "A < B & 'C'", cells=({"i": 0},))])
    return writer.complete()


def test_what_is_written_is_read_back(tmp_path):
    run = filled(tmp_path / "r")
    assert run.manifest.status == "complete"
    assert run.cells["mean"].tolist()[0] == 0.5
    ids, vectors = run.embeddings("a:b/c")
    assert ids == ["x", "y"]
    assert np.array_equal(vectors, np.eye(2))
    assert run.histograms.find(kind="mated").tolist() == [0, 1, 2, 3]
    assert run.histograms.find(kind="alike") is None
    assert run.findings == [Finding("headline", "A < B & 'C'", cells=({"i": 0},))]
    assert run.changed_files() == []


def test_pairs_of_a_model_are_those_rows_of_all_pairs(tmp_path):
    names = [("p", "a", "unmasked"), ("p", "b", "unmasked"), ("q", "b", "unmasked"),
             ("q", "b", "sam")]  # fmt: skip
    rows = [
        {"protocol": protocol, "backbone": backbone, "variant": variant, "kind": "mated", "i": 0,
         "j": k, "image_a": "x", "image_b": "y", "score": k / 4}
        for protocol, backbone, variant in names
        for k in range(3)
    ]  # fmt: skip
    table = table_of(PairRow, rows)
    writer = started(tmp_path / "r")
    writer.table_in_groups("pairs.parquet", (table[k : k + 3] for k in range(0, 12, 3)))
    run = writer.complete()
    assert len(run.pairs) == 12
    assert run.pairs_of("unmasked")["backbone"].tolist() == ["a"] * 3 + ["b"] * 6
    assert run.pairs_of("unmasked", "b")["protocol"].tolist() == ["p"] * 3 + ["q"] * 3
    assert run.pairs_of("sam", "b", "q")["score"].tolist() == [0, 0.25, 0.5]
    assert not len(run.pairs_of("sam", "b", "p"))


def test_equal_content_gives_equal_bytes(tmp_path):
    first, second = filled(tmp_path / "a"), filled(tmp_path / "b")
    assert first.manifest.files == second.manifest.files


def test_changed_and_missing_files_are_found(tmp_path):
    run = filled(tmp_path / "r")
    (run.path / "cells.parquet").write_bytes(b"x")
    (run.path / "findings.json").unlink()
    assert run.changed_files() == ["cells.parquet", "findings.json"]
    with pytest.raises(RunError, match=r"cells\.parquet"):
        _ = Run(run.path).cells
    with pytest.raises(RunError, match=r"findings\.json is missing"):
        _ = Run(run.path).findings


def test_an_unfinished_run_says_so(tmp_path):
    started(tmp_path / "r")
    with pytest.raises(
        RunError, match=r"cells\.parquet is missing \(the run is started\)(.|\n)*--resume"
    ):
        _ = Run(tmp_path / "r").cells


def test_a_folder_that_is_no_run(tmp_path):
    with pytest.raises(RunError, match=r"no run directory(.|\n)*looks like runs/STUDY"):
        Run(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="this is a file, not a run directory"):
        Run(tmp_path / "file")


def test_the_folder_of_runs_names_the_newest(tmp_path):
    newest = filled(tmp_path / "turn" / "20260201T000000Z-b").path
    filled(tmp_path / "turn" / "20260101T000000Z-a")
    for folder in (tmp_path, tmp_path / "turn"):
        with pytest.raises(RunError, match=f"it holds 2 of them: name one, the newest is {newest}"):
            Run(folder)
    with pytest.raises(RunError, match="no such run directory\n  did you mean 'turn'"):
        Run(tmp_path / "trun")


def test_a_newer_schema_and_a_damaged_manifest(tmp_path):
    run = filled(tmp_path / "r")
    path = run.path / "manifest.json"
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "schema_version": 99, "new": 1}))
    with pytest.raises(RunError, match=r"newer version \(schema 99"):
        Run(run.path)
    path.write_text(json.dumps({**told, "status": "odd"}))
    with pytest.raises(RunError, match=r"manifest is damaged: status is 'odd'"):
        Run(run.path)
    path.write_text("{")
    with pytest.raises(RunError, match="manifest is damaged: it is no JSON"):
        Run(run.path)


def test_names_of_embedding_files_stay_apart_and_inside():
    names = [embeddings_file(n, "unmasked") for n in ("a/b", "a:b", "../x", "timm:resnet18", "a")]
    assert len(set(names)) == len(names)
    assert all(name.count("/") == 1 for name in names)


def test_a_file_is_whole_or_not_there(tmp_path):
    path = tmp_path / "sub" / "f.txt"
    atomic.write_text(path, "one")
    with pytest.raises(OSError, match="disk full"), atomic.replacing(path) as temporary:
        temporary.write_text("half")
        raise OSError("disk full")
    assert path.read_text() == "one"
    assert [p.name for p in path.parent.iterdir()] == ["f.txt"]


def test_a_file_that_was_changed_is_not_read(tmp_path):
    run = filled(tmp_path / "r")
    cells = Run(run.path).cells
    cells["mean"] += 0.25
    cells.to_parquet(run.path / "cells.parquet", index=False)
    with pytest.raises(DamagedFileError, match="its hash is another one than the manifest holds"):
        _ = Run(run.path).cells
    assert Run(run.path, checked=False).cells["mean"].tolist()[0] == 0.75
    assert Run(run.path).changed_files() == ["cells.parquet"]


def test_a_finished_run_whose_manifest_holds_no_hashes_is_not_read(tmp_path):
    run = filled(tmp_path / "r")
    path = run.path / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "files": {}}))
    with pytest.raises(DamagedFileError, match="the manifest does not hold its hash"):
        _ = Run(run.path).findings
    assert "cells.parquet" in Run(run.path).unlisted_files()


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../../b"])
def test_a_manifest_does_not_name_files_outside_its_folder(tmp_path, name):
    run = filled(tmp_path / "r")
    path = run.path / "manifest.json"
    held = json.loads(path.read_text())
    path.write_text(json.dumps({**held, "files": {name: "0"}}))
    with pytest.raises(RunError, match=r"manifest is damaged: .*leads out of the run's folder"):
        Run(run.path)
    entry = {"name": f"../{name}", "file": "", "digest": "", "source": "photos", "pictures": 0}
    path.write_text(json.dumps({**held, "protocols": [{**entry, "failures": 0}]}))
    with pytest.raises(RunError, match="leads out of the run's folder"):
        Run(run.path)


def test_a_manifest_that_is_no_text_is_named(tmp_path):
    run = filled(tmp_path / "r")
    (run.path / "manifest.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(RunError, match="the manifest is damaged: it is no text"):
        Run(run.path)


def test_the_hashes_of_a_report_are_kept_and_its_files_may_go(tmp_path):
    run = filled(tmp_path / "r")
    for name in ("report.html", "report.json"):
        (run.path / name).write_bytes(b"page")
    note_derived(run, {"report.html": b"page", "report.json": b"page"})
    assert Run(run.path).changed_files() == []
    (run.path / "report.html").write_bytes(b"pages")
    (run.path / "report.json").unlink()
    assert Run(run.path).changed_files() == ["report.html"]
