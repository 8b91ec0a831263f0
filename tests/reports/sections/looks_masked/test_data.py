"""Where the models look with the background removed: every map is of a picture that is kept."""

from probe.reports.document import build


def test_documents_of_masked_runs_are_whole(run):
    document = build(run)
    chapter = document.chapters[0]
    assert [len(one.matrices) for one in chapter.data("masked")[0].models] == [3, 3]
    assert len(chapter.data("masked")[0].pictures) == 3
    for looks in (chapter.data("looks"), *chapter.data("looks_masked")):
        for look in looks.models:
            for key in (look.standard.picture, look.level.plain):
                assert key in document.pictures
