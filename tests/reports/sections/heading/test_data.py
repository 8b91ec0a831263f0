"""The head of a chapter: its question, what was found, and whether a fall is wanted."""


def test_a_chapter_opens_with_its_question_and_its_finding(run_of, document_of) -> None:
    run = run_of("five")
    for part in document_of("five").chapters:
        heading, protocol = part.data("heading"), run.protocols[part.chapter.key]
        assert heading.title == protocol.title.language("en")
        assert heading.question == protocol.question.language("en")
        assert heading.finding
        assert bool(heading.note) == (protocol.expectation == "sensitive")


def test_crossed_factors_open_with_what_they_do_together(run_of, document_of) -> None:
    run = run_of("crossed")
    (part,) = document_of("crossed").chapters
    together = [f for f in run.findings if f.key == "interaction"]
    heading = part.data("heading").finding
    assert all(word in heading for word in ("Margin over strangers",))
    assert len(together) <= len(run.backbones)
