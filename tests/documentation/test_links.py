"""Links between pages lead somewhere, in a checkout as on the site; pictures are of modest size."""

import importlib.util
import logging

import pytest

from tests.documentation.pages import PAGES, ROOT, SITE, files_of, name_of

pytestmark = pytest.mark.checkout


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_that_a_page_links_to_are_there(page):
    missing = [link for link in files_of(page) if not (page.parent / link).exists()]
    assert not missing


@pytest.fixture(scope="module")
def hook():
    spec = importlib.util.spec_from_file_location("site_links", ROOT / "tools" / "site_links.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_links_out_of_the_site_become_paths_there(hook):
    text = "[why](../benchmarks/scenes_realism.txt), [keys](keys.md), ![seen](pictures/report.webp)"
    told = hook.with_paths(text, ROOT / "docs")
    assert told.startswith("why (`benchmarks/scenes_realism.txt`), [keys](keys.md), ![seen]")


def test_a_link_out_of_the_site_that_leads_nowhere_is_a_warning(hook, caplog):
    with caplog.at_level(logging.WARNING):
        assert hook.with_paths("[x](../benchmarks/no.txt)", ROOT / "docs").startswith("[x](")
    assert "benchmarks/no.txt" in caplog.text


def test_every_page_is_in_the_navigation():
    listed = (ROOT / "mkdocs.yml").read_text("utf-8")
    missing = [page for page in SITE if page.relative_to(ROOT / "docs").as_posix() not in listed]
    assert not missing


def test_pictures_are_of_modest_size():
    sizes = {path.name: path.stat().st_size for path in (ROOT / "docs").rglob("*.webp")}
    assert len(sizes) >= 5
    assert max(sizes.values()) < 200_000
    assert sum(sizes.values()) < 1_000_000
