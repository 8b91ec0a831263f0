"""What lies where a path should lie: the next step when it is not there, or is something else."""

from __future__ import annotations

from pathlib import Path

from probe.files.places import is_file, is_folder
from probe.files.store_address import is_address
from probe.wording import Message, near_name, nearest, wording_of

SHOWN = 3
"""So many names of a folder's content are shown."""


def neighbours(path: Path) -> str:
    """The nearest name beside a path that is not there, or where it was looked for; in the language
    that is spoken. Of an address, that this is read from this machine.
    """
    if is_address(path):
        return wording_of().text("path-bring-here")
    folder = path.parent
    if not is_folder(folder):
        return wording_of().text("path-folder-not-there", folder=str(folder))
    names = [entry.name for entry in folder.iterdir()]
    if near_name(path.name, sorted(names)):
        return wording_of()(nearest(path.name, names))
    return wording_of().text("path-looked-for", folder=str(folder.absolute()))


def contents(folder: Path, pattern: str = "*") -> str:
    """What a folder holds that was given for a file; in the language that is spoken."""
    paths = sorted(path.name for path in folder.glob(pattern) if is_file(path))
    if paths:
        shown, more = tuple(paths[:SHOWN]), max(0, len(paths) - SHOWN)
        return wording_of()(Message("path-holds", {"files": shown, "more": more}))
    if pattern == "*":
        return wording_of().text("path-name-a-file")
    return wording_of().text("path-holds-none", ending=pattern.removeprefix("*"))
