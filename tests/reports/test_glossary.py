"""Terms that a page explains."""

from probe.reports.glossary import TERMS, terms_of
from probe.reports.words import Words
from probe.wording import wording_of


def test_every_term_has_a_name_and_a_meaning() -> None:
    terms = terms_of(Words(wording_of("en"), "cosine"))
    assert [term.key for term in terms] == list(TERMS)
    assert len({term.name for term in terms}) == len(TERMS)
    for term in terms:
        assert term.text.endswith(".")
        assert len(term.text) > 30


def test_the_page_lists_them_under_their_anchors(report_of, page_parser) -> None:
    page = page_parser.Page(report_of("one_model")["html"].read_text("utf-8"))
    ids = {a.get("id") for _, a in page.tags}
    assert {f"term-{key}" for key in TERMS} <= ids
    assert "False non-match rate: the share of pairs" in page.text
