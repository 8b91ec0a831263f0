"""The Document: numbers printed once, colours that can be read, layouts for any study."""

import re

import pytest

from probe import reports
from probe.errors import UsageError


@pytest.mark.parametrize("name", ["five", "twelve", "one_person", "crossed", "single_picture"])
def test_documents_hold_every_model_protocol_and_condition(run_of, document_of, name: str) -> None:
    run = run_of(name)
    document = document_of(name)
    assert [m.name for m in document.models] == run.backbones
    assert [c.chapter.key for c in document.chapters] == list(run.protocols)
    for part in document.chapters:
        chapter = part.chapter
        n = len(run.protocols[chapter.key].conditions)
        assert len(chapter.axis.full) == n == len(set(chapter.axis.full))
        assert sum(block.size for block in chapter.axis.blocks) == n
        assert all(len(cells) == n * (n + 1) // 2 for cells in part.data("matrices").cells)
        assert all(len(rows) == n for rows in part.data("scores").ridges)


def test_a_language_without_words_is_refused_and_those_there_are_named(run_of, tmp_path) -> None:
    with pytest.raises(UsageError, match="valid names: en"):
        reports.write(run_of("one_model"), tmp_path, ("html",), language="tlh")
    assert list(tmp_path.iterdir()) == []


def test_the_page_says_the_language_it_is_printed_in(report_of) -> None:
    page = report_of("one_model")["html"].read_text("utf-8")
    assert re.findall(r"<html lang=\"(.*?)\">", page) == ["en"]
