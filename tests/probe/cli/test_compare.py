"""`probe compare`: one run inside, or two runs of the same pictures."""

import json

import pytest

import probe
from probe.cli import main


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05, "pictures": False}
    return probe.run(protocol_file, "stripes", **asked)


def test_one_backbone_has_nothing_to_be_compared_with(run, capsys):
    assert main(["compare", str(run.path)]) == 0
    assert "nothing to compare" in capsys.readouterr().out


def test_two_runs_of_the_same_pictures_are_paired(run, capsys):
    assert main(["compare", str(run.path), str(run.path), "--json"]) == 0
    printed = capsys.readouterr()
    assert "both are the same run" in printed.err
    rows = json.loads(printed.out)
    assert {row["figure"] for row in rows} >= {"retention", "fnmr"}
    assert all(abs(row["difference"]) < 1e-12 for row in rows if row["difference"] is not None)
    assert main(["compare", *[str(run.path)] * 3]) == 2
    assert "give one run, or two" in capsys.readouterr().err


def test_models_that_could_not_finish_are_named_beside_the_comparison(run, capsys):
    """What the manifest of a run says of a third model is said whether or not two are compared."""
    path = run.path / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    hint = "probe doctor third"
    manifest["failed_backbones"] = [
        {"name": "third", "reason": "its vector is not finite", "hint": hint}
    ]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    for more in ((), ("--json",)):
        assert main(["compare", str(run.path), *more]) == 0
        printed = capsys.readouterr()
        assert "third could not finish, and has no figures: its vector is not finite" in printed.err
        assert hint in printed.err
    assert main(["compare", str(run.path), str(run.path)]) == 0
    assert capsys.readouterr().err.count("third could not finish") == 1


def test_two_runs_side_by_side_are_a_page(run, photos, protocol_file, tmp_path, capsys):
    """Each side has its own grid, and what is printed stands on the page, too."""
    asked = {"photos": photos, "out": tmp_path / "others", "fmr": 0.05, "pictures": False}
    other = probe.run(protocol_file, "stripes", **asked)
    page = tmp_path / "comparison.html"
    assert main(["compare", str(run.path), str(other.path), "--out", str(page)]) == 0
    assert f"html    {page}" in capsys.readouterr().out
    text = page.read_text("utf-8")
    assert text.count('<figure class="glance">') == 2
    assert "stripes (1)" in text
    assert "stripes (2)" in text
    assert "{{" not in text
    assert 'class="forest"' in text
    first = page.read_bytes()
    assert main(["compare", str(run.path), str(other.path), "--out", str(page)]) == 0
    assert page.read_bytes() == first


def test_a_page_needs_two_runs_and_a_name_that_ends_with_html(run, tmp_path, capsys):
    out = tmp_path / "page.html"
    assert main(["compare", str(run.path), "--out", str(out)]) == 2
    assert "a page sets two runs side by side" in capsys.readouterr().err
    both = [str(run.path)] * 2
    assert main(["compare", *both, "--out", str(tmp_path / "page.pdf")]) == 2
    assert "a comparison is written as .html, not as .pdf" in capsys.readouterr().err
    out.write_text("mine")
    assert main(["compare", *both, "--out", str(out)]) == 2
    assert "probe did not write it" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert main(["compare", *both, "--out", str(out), "--force"]) == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
