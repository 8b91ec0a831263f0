"""The contact sheet: a row a condition, the shown person first, then others."""

from probe.reports.document import build


def test_every_condition_has_its_row_of_pictures(run_of) -> None:
    document = build(run_of("five"))
    for part in document.chapters:
        sheet = part.data("sheet")
        assert [row.index for row in sheet.rows] == list(range(len(part.chapter.axis.full)))
        assert all(len(row.subject) == sheet.subject == 5 for row in sheet.rows)
        assert sheet.strangers
        keys = {key for row in sheet.rows for key in (*row.subject, *row.others) if key}
        assert keys <= set(document.pictures)


def test_long_sheets_stand_in_two_columns(run_of) -> None:
    sheets = {p.chapter.key: p.data("sheet") for p in build(run_of("five")).chapters}
    assert len(sheets["orientation"].columns) == 2
    assert len(sheets["distance"].columns) == 1


def test_a_run_without_pictures_says_so(run_of) -> None:
    (part, *_) = build(run_of("single_picture")).chapters
    assert part.data("sheet").rows == ()
