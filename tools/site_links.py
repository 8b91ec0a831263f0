"""Links of the documentation that leave `docs/`, for the site: a hook of mkdocs.yml.

In a checkout a page may link to a file of the project, such as a benchmark's output. The site holds
the pages only and the project has no public address to point to, so that such a link becomes the
path of the file. A file that is not there is a broken link as any other.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(((?:\.\./)+[^)#\s]+)\)")

log = logging.getLogger("mkdocs.hooks.site_links")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """The page, with links out of `docs/` as paths."""
    folder = ROOT / "docs" / Path(page.file.src_uri).parent
    return with_paths(markdown, folder)


def with_paths(markdown: str, folder: Path) -> str:
    """The text of a page of `folder`, with links to files outside `docs/` as paths.

    Args:
        markdown: the text.
        folder: where the page lies, an absolute path.
    """

    def path_of(link: re.Match[str]) -> str:
        target = (folder / link[2]).resolve()
        if target.is_relative_to(ROOT / "docs"):
            return link[0]
        if not target.exists() or not target.is_relative_to(ROOT):
            log.warning("a link leads to %s, which is not there", link[2])
            return link[0]
        return f"{link[1]} (`{target.relative_to(ROOT).as_posix()}`)"

    return LINK.sub(path_of, markdown)
