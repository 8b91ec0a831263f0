"""The pages of the project as tests see them: blocks of code, commands, links."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

SITE = sorted((ROOT / "docs").rglob("*.md"))
BESIDE = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "examples" / "studies" / "README.md",
    *sorted((ROOT / "backbones").glob("*/README.md")),
]
PAGES = [*SITE, *BESIDE]

FENCE = re.compile(r"^( *)```(\w*)(?:[^\n]*?title=\"([^\"]+)\")?[^\n]*\n(.*?)^\1```", re.M | re.S)
INDENTED = re.compile(r"(?:^ {4}.*\n(?:\n(?= {4}))?)+", re.M)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A block of code: its language (empty where none is said), the file it is, its text."""

    language: str
    title: str
    text: str


def name_of(page: Path) -> str:
    """The path of a page in the project."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(page: Path) -> list[Block]:
    """The blocks between fences, in order."""
    text = page.read_text("utf-8")
    return [Block(found[2], found[3] or "", found[4]) for found in FENCE.finditer(text)]


def code_of(page: Path) -> list[str]:
    """The text of blocks, fenced or indented, less those that `test_examples` follows."""
    followed = ("yaml", "console")
    fenced = [block.text for block in blocks_of(page) if block.language not in followed]
    plain = FENCE.sub("", page.read_text("utf-8"))
    return fenced + [re.sub(r"(?m)^ {4}", "", found[0]) for found in INDENTED.finditer(plain)]


def commands_in(text: str) -> list[list[str]]:
    """The lines of a block that call `probe`, as words, without comments and `$VARIABLES`."""
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    calls = [re.sub(r"\s+#.*", "", line) for line in lines if line.startswith("probe ")]
    return [[word for word in shlex.split(call) if word[0] != "$"] for call in calls]


def python_of(page: Path) -> list[str]:
    """The blocks of Python on a page."""
    return [block.text for block in blocks_of(page) if block.language == "python"]


def files_of(page: Path) -> list[str]:
    """The files of the project that a page links to, as they are written there."""
    plain = FENCE.sub("", page.read_text("utf-8"))
    links = [found[1].partition("#")[0] for found in LINK.finditer(plain)]
    return [link for link in links if link and "://" not in link]
