"""Two runs on one page: what both reports say, and their differences on the axes of a report."""

from probe.reports.comparison.page import render
from probe.wording import Message


def row(figure: str, difference: float, low: float, high: float, **more) -> dict[str, object]:
    return {
        "protocol": "distance", "variant": "unmasked", "backbone_a": "stripes (1)",
        "backbone_b": "stripes (2)", "figure": figure, "condition": "", "difference": difference,
        "low": low, "high": high, "differs": low > 0 or high < 0, "note": "", **more,
    }  # fmt: skip


def test_both_sides_and_their_differences_stand_on_the_page(
    run_of, page_parser, document_of
) -> None:
    run = run_of("one_model")
    rows = [row("auc", 0.1, 0.05, 0.15), row("fnmr", -0.2, -0.4, 0.1)]
    better = Message("versus-better", {"better": "stripes (2)", "worse": "stripes (1)"})
    range_ = Message("interval-of-units", {"low": 0.0, "high": 0.0})
    names = {"first": "stripes (1)", "second": "stripes (2)"}
    alike = Message("versus-misses-alike", {**names, "interval": range_})
    text = render((run, run), rows, {"distance": [better, alike]})
    page = page_parser.Page(text)
    opening = document_of("one_model").data("opening")
    cell = opening.glance.rows[0][2][0]
    assert text.count(f"<b>{cell.text}</b>") >= 2
    assert page.text.count(opening.verdict) == 2
    assert "stripes (2) tells people apart better than stripes (1)." in page.text
    assert "no difference in misses" not in page.text  # one line says it of all
    assert "+.10" in page.text
    assert "+.05 to" in page.text
    assert text.count('<tr><th scope="row" class="l">') == 1
    links = {str(a["href"])[1:] for tag, a in page.tags if tag == "a" and a.get("href")}
    ids = {a.get("id") for _, a in page.tags}
    assert "f-distance" in links & ids


def test_figures_are_numbered_with_links_of_their_own(run_of, page_parser) -> None:
    run = run_of("one_model")
    page = page_parser.Page(render((run, run), [row("auc", 0.1, 0.05, 0.15)], {"distance": []}))
    captions = [a.get("id") for tag, a in page.tags if tag == "figcaption"]
    assert captions == ["fig-comparison", "fig-comparison-2", "fig-comparison-3"]
    assert all(f"Figure {k}" in page.text for k in (1, 2, 3))


def test_nothing_is_fetched(run_of, page_parser) -> None:
    run = run_of("one_model")
    text = render((run, run), [row("auc", 0.1, 0.05, 0.15)], {"distance": []}, "ja")
    page = page_parser.Page(text)
    assert '<html lang="ja">' in text
    for _, attributes in page.tags:
        for name in ("src", "href"):
            value = attributes.get(name)
            assert value is None or value.startswith(("#", "data:")), value
