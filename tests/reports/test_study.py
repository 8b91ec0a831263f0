"""What sections are built from: one chapter a protocol, over shared pictures."""

from probe.reports.source import Source
from probe.reports.study import study_of


def test_a_study_has_a_chapter_a_protocol_with_the_cells_of_every_model(run_of) -> None:
    run = run_of("five")
    study = study_of(Source(run))
    assert [chapter.key for chapter in study.chapters] == list(run.protocols)
    for chapter in study.chapters:
        assert len(chapter.cells) == len(run.backbones)
        assert chapter.axis.standard == run.protocols[chapter.key].standard.index
        assert chapter.subject == study.subject
        assert chapter.album is study.album


def test_a_chapter_gives_a_picture_of_the_shown_person(run_of) -> None:
    (chapter, *_) = study_of(Source(run_of("five"))).chapters
    keys = [chapter.picture(k) for k in range(len(chapter.axis.full))]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    (bare, *_) = study_of(Source(run_of("single_picture"))).chapters
    assert bare.picture(0) == ""
