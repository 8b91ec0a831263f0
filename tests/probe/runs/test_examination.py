"""`examination.json` is read back, and an older run has none."""

import hashlib
import json
import shutil
from typing import get_type_hints

from probe.comparison.examination import empty_record
from probe.runs.examination import ExaminationRecord
from probe.runs.reading import Run
from tests.conftest import ROOT


def test_the_record_has_every_part():
    assert set(empty_record()) == set(get_type_hints(ExaminationRecord))


def test_sections_that_a_run_before_them_does_not_have_are_empty(grouped, tmp_path):
    folder = tmp_path / "run"
    shutil.copytree(grouped.path, folder)
    record = grouped.examination
    del record["groups"]
    older, manifest = folder / "examination.json", folder / "manifest.json"
    older.write_text(json.dumps(record), encoding="utf-8")
    told = json.loads(manifest.read_text("utf-8"))
    told["files"][older.name] = hashlib.sha256(older.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert Run(folder).examination == {**record, "groups": []}


def test_an_older_run_has_none():
    assert Run(ROOT / "tests" / "data" / "run_v2").examination is None
