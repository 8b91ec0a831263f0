"""The words of a report stand in the language file; templates hold none."""

import re
from importlib import resources
from pathlib import Path

import pytest

from probe.reports.words import Words
from probe.wording import wording_of

REPORTS = Path(str(resources.files("probe.reports")))
TEMPLATES = [p for p in REPORTS.rglob("*") if p.suffix in {".j2", ".typ", ".js"}]
WORD = re.compile(r"[A-Za-z]{2,}")


def name(path):
    return str(path.relative_to(REPORTS))


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.suffix == ".j2"], ids=name)
def test_html_templates_hold_no_words(path) -> None:
    text = re.sub(r"{[{%#].*?[}%#]}", " ", path.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"<(?:[^<>\"]|\"[^\"]*\")*>", " ", text)
    assert set(WORD.findall(text)) <= {"probe"}


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.suffix == ".typ"], ids=name)
def test_typst_templates_hold_no_sentences(path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("//")]
    strings = re.findall(r'"([^"]*)"', "\n".join(lines))
    assert [
        text
        for text in strings
        if len(WORD.findall(text)) > 1
        and text[0].isupper()
        and "Serif" not in text
        and "Sans" not in text
        and "Mincho" not in text
    ] == []


def test_the_name_of_a_score_stands_where_cosine_would() -> None:
    assert Words(wording_of("en"), "cosine").text("report-mean") == "Cosine similarity"
    words = Words(wording_of("en"), "logit")
    assert words.text("report-mean") == "Logit"
    assert words.text("report-mean-caption") == "Mean logit of pictures of the same person."
