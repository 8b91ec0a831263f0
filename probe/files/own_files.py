"""Files that probe wrote before, which it may write anew, and files of others, which it may not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from probe.errors import UsageError
from probe.files.places import is_file, is_there
from probe.wording import Message, refusal

MARKS = {
    ".html": re.compile(rb'<meta name="generator" content="probe">'),
    ".json": re.compile(rb'\A\{"format_version":'),
    ".pdf": re.compile(rb"/Author ?\(probe\)"),
    ".png": re.compile(rb"tEXtSoftware\0probe"),
}
"""What a file that was written here holds, by its ending; of PDF and PNG the maker's name."""


def is_own(path: Path) -> bool:
    """Whether a file has the mark of those that probe writes."""
    mark = MARKS.get(path.suffix.lower())
    if mark is None or not is_file(path):
        return False
    try:
        return bool(mark.search(path.read_bytes()))
    except OSError:
        return False


def check_others_kept(paths: Iterable[Path], force: bool) -> None:
    """Refuse to write over a file that something else wrote, unless that is asked for.

    Raises:
        UsageError: such a file is there.
    """
    for path in paths:
        if not force and is_there(path) and not is_own(path):
            raise refusal(
                UsageError, Message("path-not-ours"), place=path, hint=Message("step-force")
            )
