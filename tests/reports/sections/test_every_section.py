"""All sections of a run with masks, maps and remedies: said alike in all formats, and usable."""

import html
import json
import re

import pymupdf
import pytest


def bare(text):
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def test_all_formats_say_the_same(files, told, page_parser):
    screen = bare(page_parser.Page(files["html"].read_text("utf-8")).text)
    with pymupdf.open(files["pdf"]) as document:
        paper = bare("".join(page.get_text() for page in document))
    chapter = told["chapters"][0]
    masked, looks = chapter["masked"][0], chapter["looks"]
    texts = [masked["caption"], masked["finding"], *masked["columns"]]
    texts += [text for each in told["versus"]["findings"] for text in each]
    for row in masked["rows"]:
        texts += [text for pair in row["columns"] for text in pair]
    for model in masked["models"]:
        for head in ("as shot", "masked", "change"):
            texts += ["".join(line) for line in model[head]]
    assert [each["variant"] for each in looks] == ["unmasked", "files"]
    for each in looks:
        for model in each["models"]:
            texts += [model["sentence"], model["change"], model["test"]]
            texts += [*model["further"], *model["further_changes"]]
            texts += [text for fact in model["facts"] for text in fact]
    for row in told["versus"]["rows"]:
        texts += [f[k] for f in row["figures"] for k in ("text", "interval", "levels")]
    assert [len(model["further"]) for each in looks for model in each["models"]] == [1, 1, 0, 0]
    for each in chapter["remedies"]:
        texts.append(each["sentence"])
        for rung in each["rungs"]:
            texts += [rung["name"], *rung["figures"], rung["interval"], rung["note"]]
    assert len(texts) > 200
    for text in texts:
        assert bare(text) in screen, text
        assert bare(text) in paper, text


def test_a_plain_run_has_none_of_this(report_of, page_parser):
    page = page_parser.Page(report_of("five")["html"].read_text("utf-8"))
    classes = {c for _, a in page.tags for c in (a.get("class") or "").split()}
    assert not {"looks", "masked", "duel", "forest"} & classes
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    assert told["versus"] is None
    assert all(not c["masked"] and not c["looks"] for c in told["chapters"])


def test_demonstration_weights_are_labelled_wherever_a_name_heads_a_column(files, page_parser):
    page = page_parser.Page(files["html"].read_text("utf-8"))
    labels = sum("demo" in (a.get("class") or "").split() for _, a in page.tags)
    maps = sum(each.model == 1 for each in page.maps)
    # Heat maps; the grid at the top, shapes at the standard, ridges, two figures of maps, masks,
    # remedies.
    assert labels == maps + 7
    with pymupdf.open(files["pdf"]) as document:
        paper = "".join(page.get_text() for page in document)
    # On paper the foot of every page says it, and names bear its mark.
    assert "* mapped: demonstration only." in paper
    assert paper.count("mapped*") >= labels - 1  # the grid is on the page only


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_nothing_runs_over_the_edge(files, browser, width, dark):
    browser.open(files["html"], width, dark=dark)
    browser.unfold()
    assert browser.js("document.documentElement.scrollWidth - innerWidth") <= 0
    small = """[...document.querySelectorAll('.looks *, .masked *, .duel *, .forest *')].filter(e =>
        e.children.length === 0 && e.textContent.trim() && e.offsetParent &&
        parseFloat(getComputedStyle(e).fontSize) < 12 &&
        parseFloat(getComputedStyle(e).fontSize) > 0).length"""
    assert browser.js(small) == 0


def test_figures_of_every_section_are_numbered_alike_on_the_page_and_on_paper(files):
    """Masks and maps of several variants are several figures of one section."""
    source = files["html"].read_text("utf-8")
    heads = re.findall(r'class="fignum"[^>]*>(Figure \d+)</a> <b>([^<]+)</b>', source)
    assert len(heads) == source.count("<figcaption ")
    with pymupdf.open(files["pdf"]) as document:
        paper = bare("".join(page.get_text() for page in document))
    for number, head in heads[1:]:  # the grid at the top is on the page only
        assert bare(number + html.unescape(head)) in paper, (number, head)
