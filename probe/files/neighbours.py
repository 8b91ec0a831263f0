"""What lies where a path should lie: the next step when it is not there, or is something else."""

from __future__ import annotations

from pathlib import Path

from probe.errors import nearest
from probe.files.places import is_file, is_folder

SHOWN = 3
"""So many names of a folder's content are shown."""


def neighbours(path: Path) -> str:
    """The nearest name beside a path that is not there, or where it was looked for."""
    folder = path.parent
    if not is_folder(folder):
        return f"the folder {folder} is not there either"
    near = nearest(path.name, (entry.name for entry in folder.iterdir()))
    return near if near.startswith("did you mean") else f"it was looked for in {folder.absolute()}"


def contents(folder: Path, pattern: str = "*") -> str:
    """What a folder holds that was given for a file."""
    paths = sorted(path.name for path in folder.glob(pattern) if is_file(path))
    if not paths:
        return "name a file" if pattern == "*" else f"it holds no {pattern.removeprefix('*')} file"
    more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
    return f"it holds {', '.join(paths[:SHOWN])}{more}: name one of them"
