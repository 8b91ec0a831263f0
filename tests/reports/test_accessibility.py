"""The page and axe-core in a real browser: no rule of accessibility is broken."""

from importlib import resources

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 900
"""Seconds for one pass: contrast is computed for every cell of every heat map."""

RUN = """axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
  rule => [rule.id, ...rule.nodes.slice(0, 3).map(node => node.target.join(' '))]))"""


@pytest.fixture(scope="module")
def axe() -> str:
    package = pytest.importorskip("axe_core_python", reason="needs axe-core-python")
    return (resources.files(package) / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_axe_finds_nothing(browser, axe, report_of, width: int, dark: bool) -> None:
    browser.patience(PATIENCE)
    browser.open(report_of("one_model")["html"], width, dark=dark)
    browser.unfold()
    browser.js("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    browser.js(axe + "; 1")
    assert browser.js(RUN) == []


def test_axe_sees_what_is_wrong(browser, axe, report_of) -> None:
    """The check can fail: a picture without words and grey on grey are found."""
    browser.patience(PATIENCE)
    browser.open(report_of("one_model")["html"])
    browser.js(
        'document.body.innerHTML = \'<main><h1>a</h1><img src="data:,">'
        '<p style="color:#bbb;background:#fff">pale</p></main>\''
    )
    browser.js(axe + "; 1")
    assert {rule for rule, *_ in browser.js(RUN)} >= {"image-alt", "color-contrast"}
