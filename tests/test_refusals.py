"""The table of faults (docs/refusals.md) names tests that are there."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[1]


def rows():
    """The rows of the table, cell by cell."""
    text = (ROOT / "docs" / "refusals.md").read_text("utf-8")
    lines = text.partition("\n## ")[0].splitlines()
    table = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table]


def test_every_row_names_a_test_that_is_there():
    assert len(rows()) >= 9
    for kind, cases, said, tests in rows():
        assert kind
        assert cases
        assert said
        places = re.findall(r"`([\w/]+\.py)::(\w+)`", tests)
        assert places, kind
        for file, name in places:
            text = (ROOT / "tests" / file).read_text("utf-8")
            assert f"def {name}(" in text, f"{file} has no {name}"


def test_readme_links_to_the_table():
    assert "docs/refusals.md" in (ROOT / "README.md").read_text("utf-8")
