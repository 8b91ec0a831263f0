"""The page: what a score means, everybody's pictures, nothing taken for markup; in a browser."""

import pytest

from probe.errors import RunError
from probe.reports.matches.page import render, write_page
from probe.runs.match_file import PAGE, PICTURES

SPILL = """[...document.querySelectorAll('main *')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width > 0 && box.right > innerWidth + 1 && !e.closest('.scroll, svg, .sr');
}).map(e => e.tagName + '.' + e.className).slice(0, 5)"""


def test_names_are_text_and_pictures_are_inside(folder):
    path = write_page(folder)
    page = path.read_text("utf-8")
    assert path == folder / PAGE
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert page.count("data:image/webp;base64,") == 12, "4 queries with 2 walks each"
    assert "http" not in page.replace('content="width', "")
    assert page.count('class="match"') == 4


def test_what_a_calibrated_score_means(folder, make_match, make_times):
    page = render(folder, make_match(), make_times()).replace("\xa0", " ")
    assert "Above .613 two walks count as one person" in page
    assert "1 % of strangers pass this threshold; of other people it may be 0.2 % to 4.0 %" in page
    assert "in the condition 180°" in page
    assert "up to 2 walks: at this rate about 0.0 strangers pass it" in page
    assert "a note of the model" in page


def test_what_is_said_without_a_run_or_a_threshold(folder, make_match, make_times):
    page = render(folder, make_match(None), make_times())
    assert "No false match rate is known of these scores" in page
    assert "above the threshold" not in page
    model = make_match().models[0]
    bare = model.calibration.model_copy(update={"threshold": None})
    models = (model.model_copy(update={"calibration": bare}),)
    matches = make_match().model_copy(update={"models": models})
    page = render(folder, matches, make_times()).replace("\xa0", " ")
    assert "The run turn has no threshold for a false match rate of 1 %." in page


def test_a_picture_that_was_deleted_leaves_the_page(folder, make_match, make_times):
    (folder / PICTURES / "gate" / "p0001.webp").unlink()
    assert 'src=""' in render(folder, make_match(), make_times())


def test_damaged_files_are_refused(folder):
    (folder / "matches.json").write_text("{")
    with pytest.raises(RunError, match="damaged"):
        write_page(folder)


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_page_is_sound_in_a_browser(browser, folder, width):
    path = write_page(folder)
    browser.problems.clear()
    browser.requests.clear()
    browser.open(path, width, dark=width == 390)
    assert browser.js("document.documentElement.scrollWidth") == width
    assert browser.js(SPILL) == []
    assert browser.problems == []
    assert [url for url in browser.requests if not url.startswith(("file:", "data:"))] == []
