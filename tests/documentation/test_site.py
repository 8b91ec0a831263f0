"""`make docs`: the site is built without a warning, and its pages ask for nothing from outside."""

import os
import re
import subprocess
import sys

import pytest

from tests.documentation.pages import ROOT, SITE
from tests.reports.chromium import Page, find_chromium

pytest.importorskip("material", reason="mkdocs-material is not installed: `make docs` brings it")
pytestmark = pytest.mark.checkout

ASKED_FOR = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=[\"']?(?:https?:)?//[^\s>]*"
    r"|<link[^>]*rel=[\"']?(?:stylesheet|preconnect|preload)[\"']?[^>]*href=[\"']?(?:https?:)?//[^\s>]*"
    r"|<link[^>]*href=[\"']?(?:https?:)?//[^>]*rel=[\"']?(?:stylesheet|preconnect|preload)[^>]*"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_built(site):
    for page in SITE:
        built = site / page.relative_to(ROOT / "docs").with_suffix(".html")
        assert built.is_file()


def test_nothing_is_asked_for_from_outside(site):
    pages = list(site.rglob("*.html"))
    assert len(pages) > len(SITE)
    for page in pages:
        assert not ASKED_FOR.findall(page.read_text("utf-8")), page
    for style in site.rglob("*.css"):
        assert not re.search(r"@import[^;]*//|url\([\"']?(?:https?:)?//", style.read_text("utf-8"))


SEARCH = """(async () => {
  document.querySelector("#__search").click();
  const query = document.querySelector("[data-md-component=search-query]");
  query.focus();
  query.value = "retention";
  query.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
  for (let tries = 0; tries < 600; tries++) {
    const links = [...document.querySelectorAll(".md-search-result__link")];
    if (links.length) return links.map(link => link.href);
    await new Promise(done => setTimeout(done, 100));
  }
  return [];
})()"""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None, reason="no Chromium")
def test_the_search_works_in_a_site_that_is_opened_as_files(site):
    page = Page(find_chromium())
    try:
        page.patience(120)
        page.open(site / "tutorials" / "video.html")
        links = page.js(SEARCH)
    finally:
        page.close()
    assert page.problems == []
    assert any("glossary.html" in link for link in links)
    assert all(link.startswith(site.as_uri()) for link in links)
    assert all(link.startswith(("file:", "data:")) for link in page.requests)
