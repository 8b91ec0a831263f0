"""A finished run of eight people, with a report."""

import json
import shutil

import pytest

from probe.runs.archive import write_archive
from probe.runs.reading import Run
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def finished(tmp_path_factory) -> Run:
    """The stored run of one model and three levels, with a page and a picture beside it."""
    folder = tmp_path_factory.mktemp("exported") / "run"
    shutil.copytree(ROOT / "tests" / "data" / "run_v2", folder)
    (folder / "report.html").write_text("<p>the report</p>", encoding="utf-8")
    write_archive(folder / "pictures.zip", [("pictures/somebody.webp", b"a picture")])
    return Run(folder)


@pytest.fixture(scope="session")
def oddly_named(finished, tmp_path_factory) -> Run:
    """The same run of a study whose name no tool takes as it is."""
    folder = tmp_path_factory.mktemp("named") / "run"
    shutil.copytree(finished.path, folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["study"] = 'it\'s "照合" & more'
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return Run(folder)
