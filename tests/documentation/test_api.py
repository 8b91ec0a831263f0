"""The page of Python says what `import probe` offers."""

import importlib.util

import pytest

import probe
from tests.documentation.pages import ROOT

pytestmark = pytest.mark.checkout


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("api_page", ROOT / "tools" / "api.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(tool):
    assert (ROOT / "docs" / "api.md").read_text("utf-8") == tool.api_page(), (
        "run python tools/api.py"
    )


def test_every_name_is_described(tool):
    listed = {name for names in tool.CHAPTERS.values() for name in names} | set(tool.errors())
    assert listed == set(probe.__all__) - {"__version__"}
    text = tool.api_page()
    assert all(f"### {name}\n" in text or f"- `{name}`: " in text for name in listed)


def test_a_docstring_becomes_lists_and_code(tool):
    def measured(width, depth=2):
        """How far it is.

            probe run

        Args:
            width: in metres,
                to the wall.
            depth: likewise.

        Raises:
            UsageError: never.

        Example:
            >>> 1 + 1
            2
        """

    told = tool.document(measured)
    assert "```text\nprobe run\n```" in told
    assert "**Args**\n\n- `width`: in metres, to the wall.\n- `depth`: likewise." in told
    assert "**Raises**\n\n- `UsageError`: never." in told
    assert told.endswith("```pycon\n>>> 1 + 1\n2\n```")
    assert tool.signature(measured) == "(width, depth=2)"
