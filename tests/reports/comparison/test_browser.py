"""The page of two runs in a real browser: sound, searched, its figures copied, open to all."""

from importlib import resources
from pathlib import Path

import pytest

from probe.reports.comparison.page import write_page
from probe.wording import Message

pytestmark = pytest.mark.browser


def row(figure: str, difference: float, low: float, high: float) -> dict[str, object]:
    return {
        "protocol": "distance", "variant": "unmasked", "backbone_a": "stripes (1)",
        "backbone_b": "stripes (2)", "figure": figure, "condition": "", "difference": difference,
        "low": low, "high": high, "differs": low > 0 or high < 0, "note": "",
    }  # fmt: skip


@pytest.fixture(scope="module")
def page(run_of, tmp_path_factory) -> Path:
    run = run_of("one_model")
    path = tmp_path_factory.mktemp("comparison") / "comparison.html"
    rows = [row("auc", 0.1, 0.05, 0.15), row("fnmr", -0.2, -0.4, 0.1)]
    better = Message("versus-better", {"better": "stripes (2)", "worse": "stripes (1)"})
    write_page(path, (run, run), rows, {"distance": [better]})
    return path


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_it_is_sound(browser, page, width: int, dark: bool) -> None:
    browser.problems.clear()
    browser.requests.clear()
    browser.open(page, width, dark=dark)
    assert browser.js("document.documentElement.scrollWidth") == width
    assert browser.problems == []
    assert [url for url in browser.requests if not url.startswith(("file:", "data:"))] == []


def test_words_are_found(browser, page) -> None:
    browser.open(page)
    browser.js("document.querySelector('.tools input').value = 'stripes (2)'")
    browser.js("document.querySelector('.tools input').dispatchEvent(new Event('input'))")
    found = browser.js("document.querySelector('.tools output').textContent")
    assert found.startswith("0 / ")
    assert int(found.removeprefix("0 / ")) >= 2


def test_every_figure_is_offered_as_csv_png_and_svg(browser, page) -> None:
    browser.open(page)
    offered = browser.js(
        "[...document.querySelectorAll('figcaption')].map(caption =>"
        " [...caption.querySelectorAll('.copy')].map(button => button.textContent).join(' '))"
    )
    assert offered == ["Copy as CSV PNG SVG"] * 3


def test_a_copy_holds_the_figures_of_the_page(browser, page) -> None:
    browser.open(page)
    browser.js(
        "navigator.clipboard.writeText = async text => { window.copied = text; };"
        "document.querySelector('#fig-comparison-3 .copy').click()"
    )
    browser.js("new Promise(done => setInterval(() => window.copied && done(), 50))")
    text = browser.js("window.copied")
    assert "stripes (1)" in text
    assert "+.10" in text


@pytest.mark.slow
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_axe_finds_nothing(browser, page, width: int, dark: bool) -> None:
    package = pytest.importorskip("axe_core_python", reason="needs axe-core-python")
    browser.open(page, width, dark=dark)
    browser.js("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    browser.js((resources.files(package) / "axe.min.js").read_text("utf-8") + "; 1")
    found = browser.js(
        "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map("
        "rule => [rule.id, ...rule.nodes.slice(0, 3).map(node => node.target.join(' '))]))"
    )
    assert found == []
