"""Advice for a site: verdicts of every model with links to the rows they rest on."""

import probe
from probe.reports.document import build
from probe.reports.sections.table.data import anchor


def test_a_run_that_was_asked_about_no_site_has_none(document_of) -> None:
    assert document_of("five").data("site") is None


def test_every_verdict_links_to_rows_of_the_table(protocol_file, photos, tmp_path) -> None:
    run = probe.run(
        protocol_file, "stripes", photos=photos, out=tmp_path / "runs", fmr=0.03,
        site="orientation=90", cache=tmp_path / "cache",
    )  # fmt: skip
    document = build(probe.open_run(run.path))
    site = document.data("site")
    (verdict,) = site.verdicts
    assert verdict.model == 0
    assert verdict.sentences
    anchors = {
        row.anchor
        for part in document.chapters
        for level in part.data("table").levels
        for row in level.rows
    }
    links = [link for sentence in verdict.sentences for link in sentence.links]
    assert links
    assert {link.anchor for link in links} <= anchors
    assert anchor("turn", 0, 1) in {link.anchor for link in links}
