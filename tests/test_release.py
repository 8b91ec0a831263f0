"""One version everywhere; what a release needs; forms and workflows that can be read."""

import importlib.util
import re
import shutil

import pytest
import yaml

import probe
from tests.conftest import ROOT

pytestmark = pytest.mark.checkout


@pytest.fixture(scope="module")
def release():
    spec = importlib.util.spec_from_file_location("release", ROOT / "tools" / "release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_version_stands_everywhere(release):
    assert set(release.versions().values()) == {probe.__version__}


def test_a_tag_needs_its_version_and_a_dated_entry(release, tmp_path):
    (tmp_path / "probe").mkdir()
    for name in ("pyproject.toml", "probe/__init__.py", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path / name)
    entry = tmp_path / "CHANGELOG.md"
    entry.write_text(f"# Changelog\n\n## {probe.__version__} (2026-12-01)\n", encoding="utf-8")
    assert release.faults(f"v{probe.__version__}", tmp_path) == []
    entry.write_text(f"# Changelog\n\n## {probe.__version__} (unreleased)\n", encoding="utf-8")
    assert "CHANGELOG.md has no entry" in release.faults(f"v{probe.__version__}", tmp_path)[0]
    told = release.faults("v9.9.9", tmp_path)
    assert len(told) == 4
    assert all("9.9.9" in line for line in told)


def test_the_changelog_has_this_version_with_a_date_below_what_is_not_released():
    heads = re.findall(r"(?m)^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert heads[0] == "Unreleased"
    assert re.fullmatch(re.escape(probe.__version__) + r" \(\d{4}-\d\d-\d\d\)", heads[1])


def test_the_citation_names_what_it_must():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "title", "message", "authors", "version", "license"} <= set(citation)


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda p: p.name)
def test_forms_and_workflows_can_be_read(path):
    told = yaml.safe_load(path.read_text("utf-8"))
    if path.parent.name == "workflows":
        assert all("runs-on" in job and job["steps"] for job in told["jobs"].values())
    elif path.name != "config.yml":
        assert told["name"]
        assert told["description"]
        assert {part["type"] for part in told["body"]} <= {"textarea", "input", "dropdown"}
