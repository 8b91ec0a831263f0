"""A page on a study tells the stored tables."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture(
    params=["ibn_ensemble", "fdgan", "lstm", "document_models", "frames", "cuhk03_real_made"]
)
def tables(request, monkeypatch):
    """The module that writes a page's tables."""
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module(f"{request.param}_tables")


def test_the_page_has_the_stored_tables(tables):
    from page import MARKED, filled

    page = tables.PAGE.read_text(encoding="utf-8")
    assert filled(page, tables.TABLES) == page
    assert {found[1] for found in MARKED.findall(page)} == set(tables.TABLES)


def test_stored_tables_name_no_folder(tables):
    for file in tables.RESULTS.rglob("*.csv"):
        text = file.read_text(encoding="utf-8")
        assert "=/" not in text, file
        assert "/work" not in text, file
