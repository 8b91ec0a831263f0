"""The contact sheet: a row a condition, the shown person first, then others."""

from probe.reports.source import Source


def test_every_condition_has_its_row_of_pictures(document_of) -> None:
    document = document_of("five")
    for part in document.chapters:
        sheet = part.data("sheet")
        assert [row.index for row in sheet.rows] == list(range(len(part.chapter.axis.full)))
        assert all(len(row.subject) == sheet.subject == 5 for row in sheet.rows)
        assert sheet.strangers
        keys = {key for row in sheet.rows for key in (*row.subject, *row.others) if key}
        assert keys <= set(document.pictures)


def test_of_several_models_the_one_that_chose_the_person_is_named(run_of, document_of) -> None:
    run = run_of("five")
    first = Source(run).shorts[run.backbones[0]]
    caption = document_of("five").chapters[0].data("sheet").caption
    assert f"the one whose mean score with {first} is nearest the median." in caption
    alone = document_of("one_model").chapters[0].data("sheet").caption
    assert "the one whose mean score is nearest the median." in alone


def test_long_sheets_stand_in_two_columns(document_of) -> None:
    sheets = {p.chapter.key: p.data("sheet") for p in document_of("five").chapters}
    assert len(sheets["orientation"].columns) == 2
    assert len(sheets["distance"].columns) == 1


def test_a_run_without_pictures_says_so(document_of) -> None:
    (part, *_) = document_of("single_picture").chapters
    assert part.data("sheet").rows == ()
