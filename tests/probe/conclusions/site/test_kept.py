"""The site a run was asked about is kept with it, and every report shows its advice."""

import html
import json
import re

import pymupdf
import pytest

import probe
from probe.cli import main
from probe.conclusions.site import advise, keep_site
from probe.errors import RunError, UsageError
from probe.runs.manifest import Manifest
from probe.runs.reading import Run
from probe.runs.writer import RunWriter
from probe.study.verification import verify
from probe.wording import wording_of


def study(protocol_file, photos, tmp_path, **options):
    return probe.run(
        protocol_file, backbones=["stripes"], photos=photos, out=tmp_path / "runs", fmr=0.03,
        **options,
    )  # fmt: skip


def bare(text):
    return re.sub(r"\s|<[^>]*>", "", html.unescape(text))


def paper_text(path):
    with pymupdf.open(path) as document:
        return bare("".join(page.get_text() for page in document))


def test_a_study_keeps_the_advice_and_every_report_shows_it(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=90..180 fnmr=0.2")
    assert run.manifest.options["site"] == "orientation=90..180 fnmr=0.2"
    stored = Run(run.path)
    assert stored.site == advise(stored, "orientation=90..180 fnmr=0.2").data()
    assert run.changed_files() == []
    for _ in range(2):
        files = run.report(tmp_path / "out")
        site = json.loads(files["json"].read_text("utf-8"))["site"]
        assert site["text"] == "orientation=90..180 fnmr=0.2"
        (verdict,) = site["verdicts"]
        page = files["html"].read_text("utf-8")
        paper = paper_text(files["pdf"])
        for sentence, kept in zip(
            verdict["sentences"], run.site["verdicts"][0]["sentences"], strict=True
        ):
            assert sentence["text"] == wording_of().stored(kept["message"])
            assert sentence["cells"] == kept["cells"]
            assert bare(sentence["text"]) in bare(page)
            assert bare(sentence["text"]) in paper
        for note in site["notes"]:
            assert bare(note) in bare(page)
            assert bare(note) in paper


def test_sentences_link_to_the_rows_of_their_figures(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=any")
    page = run.report(tmp_path / "r.html")["html"].read_text("utf-8")
    links = re.findall(r'<a href="#(t-[^"]+)">([^<]+)</a>', page)
    assert links
    protocol = run.protocols["turn"]
    for anchor, text in links:
        model, condition = (int(part) for part in anchor.split("-")[-2:])
        assert text == protocol.label(protocol.conditions[condition])
        row = re.search(rf'<tr id="{anchor}"[^>]*><td>([^<]*)</td><td>([^<]*)</td>', page)
        assert row.groups() == (text if model == 0 else "", run.backbones[model])


def test_a_site_named_later_is_kept_with_the_run(photos, protocol_file, tmp_path, capsys):
    run = study(protocol_file, photos, tmp_path)
    assert run.site == {}
    assert "site" not in run.manifest.options
    assert main(["report", str(run.path), "--site", "orientation=any"]) == 0
    again = probe.open_run(run.path)
    assert again.site["site"]["text"] == "orientation=any"
    assert again.changed_files() == []
    assert verify(again).problems == ()
    run.report(site="orientation=180")
    assert probe.open_run(run.path).site["site"]["text"] == "orientation=180"
    assert main(["report", str(run.path)]) == 0
    report = json.loads((run.path / "report.json").read_text("utf-8"))
    assert report["site"]["text"] == "orientation=180"


def test_other_advice_than_follows_is_found(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=any")
    file = run.path / "site.json"
    file.write_text(file.read_text("utf-8").replace('"answer": "', '"answer": "un'), "utf-8")
    problems = [wording_of()(problem) for problem in verify(run).problems]
    assert "site.json was changed or is missing" in problems
    assert "site.json: other advice follows from the cells" in problems


@pytest.mark.parametrize("site", ["", "orientation", "orientation=x", "distance=4", "fmr=0.01"])
def test_a_bad_site_is_refused_before_any_work(photos, protocol_file, tmp_path, site):
    with pytest.raises(UsageError, match="site"):
        study(protocol_file, photos, tmp_path, site=site)
    assert not (tmp_path / "runs").exists()
    run = study(protocol_file, photos, tmp_path)
    before = {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="--site"):
        run.report(site=site)
    assert {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()} == before


def test_an_unfinished_run_gives_no_advice(tmp_path):
    writer = RunWriter(tmp_path / "r", Manifest(status="started", study="s", run="r", created="x"))
    with pytest.raises(RunError, match="is started, not complete"):
        keep_site(Run(writer.path), "distance=4")
