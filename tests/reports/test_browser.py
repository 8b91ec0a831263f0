"""The page in a real browser: no errors, nothing cut off, mouse and keyboard work."""

import json
import re
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.browser

SPILL = """[...document.querySelectorAll('main *')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width > 0 && box.right > innerWidth + 1 && !e.closest('.scroll, svg, .sr');
}).map(e => e.tagName + '.' + e.className).slice(0, 5)"""

SMALL = """[...document.querySelectorAll('main *')].filter(e =>
  [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) &&
  e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 12 &&
  parseFloat(getComputedStyle(e).fontSize) > 0
).map(e => e.tagName + '.' + e.className + ' ' + getComputedStyle(e).fontSize).slice(0, 5)"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["five", "one_person", "hostile"])
def test_page_is_sound(browser, report_of, name: str, width: int) -> None:
    browser.problems.clear()
    browser.requests.clear()
    browser.open(report_of(name)["html"], width, dark=name == "hostile")
    browser.unfold()
    assert browser.js("document.documentElement.scrollWidth") == width
    assert browser.js(SPILL) == []
    assert browser.js(SMALL) == []
    assert browser.problems == []
    assert [url for url in browser.requests if not url.startswith(("file:", "data:"))] == []


def test_cells_print_the_numbers_of_the_json(browser, report_of) -> None:
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    browser.open(report_of("five")["html"])
    shown = browser.js(
        "[...document.querySelectorAll('table.live')].map(t => [t.dataset.f, +t.dataset.m,"
        " [...t.tBodies[0].rows].map(r => [...r.querySelectorAll('td')].map(d => d.textContent))])"
    )
    wanted = [
        [chapter["key"], k, [list(row) for row in matrix["texts"]]]
        for chapter in told["chapters"]
        for main in (True, False)
        for group in chapter["groups"]
        if group["main"] is main
        for k, matrix in enumerate(group["matrices"])
    ]
    assert shown == wanted


def test_pointing_shows_the_figures_of_the_cell(browser, report_of) -> None:
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    browser.open(report_of("five")["html"])
    browser.js(
        "document.querySelector('table.live').tBodies[0].rows[4].querySelectorAll('td')[14]"
        ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))"
    )
    tip = browser.js("document.querySelector('#tip').innerText")
    cells = told["chapters"][0]["cells"][0]["cells"]
    cell = next(c for c in cells if (c["i"], c["j"]) == (4, 14))
    assert "180°, without backpack × 270°, with backpack" in tip
    assert f"{cell['mean']['text']} ({cell['mean']['interval']})" in tip
    assert f"{cell['fnmr']['text']} ({cell['fnmr']['interval']}), {cell['misses']}" in tip
    assert browser.js("document.querySelectorAll('td.on').length") == 2 * 6


def test_keyboard_walks_opens_and_closes(browser, report_of) -> None:
    browser.problems.clear()
    browser.open(report_of("five")["html"])
    browser.js("document.querySelector('table.live td[tabindex=\"0\"]').focus()")
    browser.press("ArrowRight")
    browser.press("ArrowDown")
    where = "(e => [e.parentNode.sectionRowIndex, e.cellIndex, e.tabIndex])(document.activeElement)"
    assert browser.js(where) == [5, 6, 0]
    assert (
        browser.js(
            "document.querySelectorAll('table.live')[0].querySelectorAll('td[tabindex=\"0\"]').length"
        )
        == 1
    )
    assert browser.js("!document.querySelector('#tip').hidden")
    browser.press("Enter")
    assert browser.js("document.querySelector('#pairs').open")
    assert browser.js("document.querySelectorAll('#pairs .one').length") == 2
    assert (
        browser.js(
            "document.querySelectorAll('#pairs .one table')[0].querySelectorAll('use').length"
        )
        == 10
    )
    scores = browser.js(
        "[...document.querySelector('#pairs .one').querySelectorAll('tbody td')]"
        ".map(d => d.textContent)"
    )
    assert len(scores) == 25
    assert all(re.fullmatch(r"−?(\.\d\d|1\.00)?", score) for score in scores)
    browser.press("Escape")
    assert not browser.js("document.querySelector('#pairs').open")
    assert browser.problems == []


def test_dark_mode_changes_the_page_and_keeps_contrast(browser, report_of) -> None:
    colours = (
        "[...document.querySelectorAll('body, .note, table.live td')].slice(0, 300).map(e =>"
        " [getComputedStyle(e).color, getComputedStyle(e).backgroundColor])"
    )
    browser.open(report_of("five")["html"], dark=False)
    light = browser.js(colours)
    browser.open(report_of("five")["html"], dark=True)
    dark = browser.js(colours)
    assert light[0] != dark[0]
    for scheme in (light, dark):
        paper = scheme[0][1]
        for ink, ground in scheme:
            assert contrast(ink, paper if ground == "rgba(0, 0, 0, 0)" else ground) >= 4.5


def contrast(first: str, second: str) -> float:
    from probe.reports import colours

    def as_hex(rgb: str) -> str:
        return "#" + "".join(f"{int(n):02x}" for n in re.findall(r"\d+", rgb)[:3])

    return colours.contrast(as_hex(first), as_hex(second))


PARTS_OVERFLOW = """[...document.querySelectorAll('table.pt')].flatMap(table =>
  [...table.querySelectorAll('thead th span, tbody td:not(.pp):not(.lost)')].filter(e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    const text = range.getBoundingClientRect();
    const cell = e.closest('th, td').getBoundingClientRect();
    return e.textContent && (text.width === 0 || text.width > cell.width || text.height > 20);
  }).map(e => e.textContent))"""


@pytest.mark.parametrize("width", [1280, 390])
def test_part_figures_fit_their_columns(browser, sixteen_parted, width: int) -> None:
    browser.open(sixteen_parted["html"], width)
    browser.unfold()
    assert browser.js("document.documentElement.scrollWidth") == width
    assert browser.js("document.querySelectorAll('table.pt').length") == 2
    assert browser.js(PARTS_OVERFLOW) == []
    heads = "[...document.querySelectorAll('table.pt .blocks th')].map(e => e.textContent)"
    assert browser.js(heads) == ["without backpack", "with backpack"] * 2


CUT = """[...document.querySelectorAll('.bar a, .bar button')].filter(e => {
  const box = e.getBoundingClientRect();
  const inside = box.left >= 0 && box.right <= innerWidth && e.scrollWidth <= e.clientWidth + 1;
  return box.width > 0 && !inside;
}).map(e => e.textContent)"""


@pytest.mark.parametrize("width", [1400, 1000, 390])
def test_contents_stay_and_are_never_cut_off(browser, report_of, width: int) -> None:
    browser.open(report_of("five")["html"], width)
    browser.js(
        "document.querySelector('.menu').offsetParent && document.querySelector('.menu').click()"
    )
    browser.js("scrollTo(0, 5000)")
    assert browser.js(CUT) == []
    links = "[...document.querySelectorAll('.bar nav a')]"
    assert browser.js(f"{links}.length") == 8
    assert browser.js(f"{links}.every(a => a.getClientRects().length)")
    assert browser.js("document.querySelector('.bar').getBoundingClientRect().top") == 0


def test_chapters_fold_on_a_phone_and_a_link_unfolds_its_own(browser, report_of) -> None:
    browser.open(report_of("five")["html"], 390)
    folded = "[...document.querySelectorAll('section.factor')].map(s => s.matches('.folded'))"
    assert browser.js(folded) == [True] * 5
    short = browser.js("document.documentElement.scrollHeight")
    browser.js("location.hash = 'fig-f-distance-matrices'")
    browser.js("new Promise(done => setTimeout(done, 200))")
    assert browser.js(folded).count(False) == 1
    assert browser.js("document.getElementById('fig-f-distance-matrices').getClientRects().length")
    browser.js(
        "document.querySelectorAll('.foldbtn').forEach(b => b.closest('.folded') && b.click())"
    )
    assert browser.js(folded) == [False] * 5
    assert browser.js("document.documentElement.scrollHeight") > 3 * short / 2
    browser.open(report_of("five")["html"], 1280)
    assert browser.js(folded) == [False] * 5


def test_a_figure_copies_as_csv(browser, report_of) -> None:
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    browser.open(report_of("five")["html"])
    browser.js("navigator.clipboard.writeText = async text => { window.copied = text; }")
    browser.js("document.querySelector('#f-distance .matrices .copy').click()")
    lines = browser.js("window.copied").splitlines()
    chapter = next(c for c in told["chapters"] if c["key"] == "distance")
    first = chapter["groups"][0]["matrices"][0]["texts"]
    rows = [line.split(",") for line in lines if line.count(",") == len(first)]
    assert [row[1:] for row in rows[1 : 1 + len(first)]] == [list(row) for row in first]


def test_terms_are_explained_by_pointing_and_by_keyboard(browser, report_of) -> None:
    browser.problems.clear()
    browser.call("Emulation.setFocusEmulationEnabled", enabled=True)
    browser.open(report_of("five")["html"])
    assert browser.js("document.querySelectorAll('#summary a.term').length") > 1
    browser.js("document.querySelector('a.term[href=\"#term-fnmr\"]').focus()")
    browser.js("new Promise(done => setTimeout(done, 200))")
    assert "False non-match rate" in browser.js("document.querySelector('#tip').innerText")
    browser.press("Escape")
    assert browser.js("document.querySelector('#tip').hidden")
    assert browser.problems == []


FIGURE = "document.querySelector('#f-distance .matrices')"

PASTED = """navigator.clipboard.write = async items => {
  window.pasted = await createImageBitmap(await items[0].getType('image/png'));
}"""

PIXEL = """(() => {
  const canvas = document.createElement('canvas'), cell = document.querySelector(
    '#f-distance table.live td[tabindex="0"]').getBoundingClientRect();
  const figure = %s.getBoundingClientRect(), size = pasted.width / (figure.width + 32);
  canvas.width = pasted.width;
  canvas.height = pasted.height;
  const context = canvas.getContext('2d');
  context.drawImage(pasted, 0, 0);
  const x = (cell.x - figure.x + 16 + 3) * size, y = (cell.y - figure.y + 16 + 3) * size;
  return [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
})()"""


def test_a_figure_copies_as_a_drawing_of_its_own(browser, report_of) -> None:
    browser.problems.clear()
    browser.open(report_of("one_model")["html"])
    drawing = ElementTree.fromstring(browser.js(f"drawFigure({FIGURE})"))
    said = {str(each.text).strip() for each in drawing.iter("{http://www.w3.org/2000/svg}text")}
    cells = browser.js(
        f"[...{FIGURE}.querySelectorAll('table.live td[tabindex]')]"
        ".filter(td => td.checkVisibility()).map(td => td.textContent)"
    )
    assert len(cells) > 20
    assert set(cells) <= said
    assert "Copy as CSV" not in said
    hero = ElementTree.fromstring(browser.js("drawFigure(document.querySelector('.hero'))"))
    pictures = [each.get("href") for each in hero.iter("{http://www.w3.org/2000/svg}image")]
    assert len(pictures) > 1
    assert all(str(address).startswith("data:image/") for address in pictures)
    assert browser.problems == []


def test_a_figure_copies_as_a_picture_in_its_colours(browser, report_of) -> None:
    browser.open(report_of("one_model")["html"], dark=True)
    browser.js(PASTED)
    browser.js(
        f"[...{FIGURE}.querySelectorAll('figcaption .copy')]"
        ".find(button => button.ariaLabel === 'Copy as PNG').click()"
    )
    browser.js("new Promise(done => setInterval(() => window.pasted && done(), 50))")
    wanted = browser.js(
        "getComputedStyle(document.querySelector('#f-distance table.live td[tabindex=\"0\"]'))"
        ".backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    seen = browser.js(PIXEL % FIGURE)
    assert max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) <= 3


def type_in(browser, text: str) -> None:
    browser.js(
        f"(field => {{ field.value = {json.dumps(text)}; field.focus();"
        " field.dispatchEvent(new Event('input')); })(document.querySelector('.tools input'))"
    )


TOLD = "document.querySelector('.tools output').textContent"


def test_words_are_found_also_where_they_are_folded_away(browser, report_of) -> None:
    browser.problems.clear()
    browser.call("Emulation.setFocusEmulationEnabled", enabled=True)
    browser.open(report_of("five")["html"], 390)
    browser.js("document.querySelector('.menu').click()")
    links = "document.querySelector('.bar nav').getClientRects().length"
    assert browser.js(links) == 1
    type_in(browser, "all FIGURES against the standard")
    assert browser.js(TOLD) == "0 / 5"
    assert browser.js(links) == 0  # what is found stands below them
    folded = "document.querySelectorAll('section.folded').length"
    assert browser.js(folded) == 5
    browser.press("Enter")
    browser.press("Enter")
    assert browser.js(TOLD) == "2 / 5"
    assert browser.js(folded) == 3
    type_in(browser, "no such words")
    assert browser.js(TOLD) == "Not on this page"
    browser.press("Escape")
    assert browser.js(TOLD) == ""
    assert browser.problems == []


def choose(browser, place: int, value: str) -> None:
    browser.js(
        f"(select => {{ select.value = {json.dumps(value)};"
        f" select.dispatchEvent(new Event('change')); }})"
        f"(document.querySelectorAll('.tools select')[{place}])"
    )


def test_one_model_or_factor_can_be_shown_alone(browser, report_of) -> None:
    browser.open(report_of("five")["html"])
    visible = "[...document.querySelectorAll('%s')].filter(e => !e.closest('.out')).map(%s)"
    maps = visible % ("table.live", "e => e.dataset.m")
    chapters = visible % ("section.factor", "e => e.id")
    links = visible % ('.bar nav a[href^="#f-"]', "e => e.hash.slice(1)")
    rows = visible % (".glance tbody tr, .verdict dl>div", "e => e.textContent")
    levels = visible % ("#f-distance .cells tbody tr", "e => e.cells[0].textContent")
    whole = browser.js("document.querySelector('main').innerText")
    before = browser.js(levels)
    assert "" in before
    choose(browser, 0, "1")
    assert set(browser.js(maps)) == {"1"}
    name = browser.js("document.querySelectorAll('.tools select')[0].selectedOptions[0].text")
    assert len(browser.js(rows)) == 2
    assert all(text.strip().startswith(name) for text in browser.js(rows))
    assert "" not in browser.js(levels)
    choose(browser, 1, "f-distance")
    assert browser.js(chapters) == browser.js(links) == ["f-distance"]
    heads = visible % ('.glance thead a[href^="#f-"]', "e => e.hash.slice(1)")
    assert browser.js(heads) == ["f-distance"]
    choose(browser, 0, "")
    choose(browser, 1, "")
    assert browser.js(levels) == before
    assert browser.js("document.querySelector('main').innerText") == whole


def test_without_its_script_the_page_is_whole(browser, report_of) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(report_of("five")["html"], 390)
        shown = "document.querySelector('%s').getClientRects().length"
        assert browser.js(shown % ".tools") == 0
        assert browser.js(shown % "#f-distance .matrices") > 0
        assert browser.js("document.querySelectorAll('.bar nav a').length") == 8
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
