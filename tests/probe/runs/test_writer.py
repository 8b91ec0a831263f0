"""A run directory written: `started` first, hashes last, and files added later."""

import hashlib
import json
import re

import numpy as np
import pandas as pd
import pytest

from probe.runs.manifest import Manifest
from probe.runs.reading import Run
from probe.runs.writer import RunWriter, add_files, add_json, now


def writer_in(path):
    manifest = Manifest(status="started", study="s", run=path.name, created=now())
    return RunWriter(path, manifest)


def test_the_manifest_says_started_until_all_files_are_there(tmp_path):
    writer = writer_in(tmp_path / "r")
    assert Run(writer.path).manifest.status == "started"
    writer.table("cells.parquet", pd.DataFrame({"i": [1]}))
    assert Run(writer.path).manifest.files == {}
    run = writer.complete()
    assert run.manifest.status == "complete"
    stored = (writer.path / "cells.parquet").read_bytes()
    assert run.manifest.files == {"cells.parquet": hashlib.sha256(stored).hexdigest()}
    assert run.changed_files() == []


def test_a_table_written_in_groups_has_its_hash_and_a_failure_leaves_none(tmp_path):
    writer = writer_in(tmp_path / "r")

    def failing():
        yield pd.DataFrame({"i": [1]})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        writer.table_in_groups("cells.parquet", failing())
    assert [path.name for path in writer.path.iterdir()] == ["manifest.json"]
    writer.table_in_groups("cells.parquet", (pd.DataFrame({"i": [k]}) for k in range(3)))
    run = writer.complete()
    assert run.changed_files() == []
    assert pd.read_parquet(run.path / "cells.parquet")["i"].tolist() == [0, 1, 2]


def test_changes_of_the_manifest_are_written_at_once(tmp_path):
    writer = writer_in(tmp_path / "r")
    writer.update(notes=("careful",))
    assert json.loads((writer.path / "manifest.json").read_text())["notes"] == ["careful"]


def test_a_file_added_later_has_its_hash_and_option(tmp_path):
    writer = writer_in(tmp_path / "r")
    writer.embeddings("a", "unmasked", ["x"], np.ones((1, 2), np.float32))
    run = add_json(writer.complete(), "site.json", {"site": 1}, site="distance=4")
    assert run.manifest.options["site"] == "distance=4"
    assert run.changed_files() == []
    assert list(run.manifest.files) == sorted(run.manifest.files)


def test_files_of_a_folder_replace_those_of_before(tmp_path):
    run = writer_in(tmp_path / "r").complete()
    run = add_files(run, {"drawn/a.webp": b"a", "drawn/b.webp": b"b"}, "drawn.json", {"n": 2})
    run = add_files(run, {"drawn/b.webp": b"c"}, "drawn.json", {"n": 1})
    assert [name for name in run.manifest.files if "drawn" in name] == [
        "drawn.json",
        "drawn/b.webp",
    ]
    assert run.changed_files() == []
    assert not (run.path / "drawn" / "a.webp").exists()


def test_times_are_utc_to_the_second():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now())
