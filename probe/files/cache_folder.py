"""Where everything that can be made again is kept between runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MADE = {
    "": r"vectors\.sqlite(-wal|-shm|-journal)?",
    "scenes/*": r"[0-9a-f]+\.(png|npz)",
    "renditions/*": r"[0-9a-f]{64}\.webp",
    "graphs": r"[0-9a-f]{32}\.onnx(\.data)?",
    "models": r"[0-9a-f]{64}\.json",
    "tried": r"[0-9a-f]{64}",
    "stores/*/objects/*": r"[0-9a-f]{64}",
}
"""Folders below the cache and what the files that are kept there are called. Fetched weights are
not among them: who has no network cannot make them again."""

_COPY = re.compile(r"[0-9a-f]{16}")
"""Below `stores/*`: a folder with further names of the files in `objects`."""


class Emptied(NamedTuple):
    """What emptying a cache did.

    Attributes:
        files: how many files were deleted.
        left: what lies in the folder still: it was not made here.
    """

    files: int
    left: tuple[Path, ...]


def default_cache_folder() -> Path:
    """The platform's cache folder for this package (`PROBE_CACHE` overrides it)."""
    import os

    from platformdirs import user_cache_path

    given = os.environ.get("PROBE_CACHE")
    return Path(given) if given else user_cache_path("probe-reid")


def kept_files(folder: Path) -> Iterator[Path]:
    """The files of a cache, known by their places and names; no link is followed."""
    for below, named in _MADE.items():
        for place in sorted(folder.glob(below)) if below else [folder]:
            if place.is_symlink() or place.parent.is_symlink() or not place.is_dir():
                continue
            for path in sorted(place.iterdir()):
                if re.fullmatch(named, path.name) and path.is_file() and not path.is_symlink():
                    yield path


def empty_cache(folder: Path) -> Emptied:
    """Delete the files of a cache, the folders that are empty then, and nothing else.

    Args:
        folder: of the cache; it may hold other things, which stay.
    """
    files = list(kept_files(folder))
    for path in files:
        path.unlink(missing_ok=True)
    for copy in _copies(folder):
        shutil.rmtree(copy, ignore_errors=True)
    for place in sorted({path.parent for path in files}, reverse=True):
        for emptied in (place, *place.parents):
            if emptied == folder or folder in emptied.parents:
                _remove_if_empty(emptied)
    left = tuple(sorted(folder.iterdir())) if folder.is_dir() else ()
    return Emptied(len(files), left)


def _copies(folder: Path) -> Iterator[Path]:
    for copy in (folder / "stores").glob("*/*"):
        is_ours = _COPY.fullmatch(copy.name) and (copy / "listing.json").is_file()
        if is_ours and not any(path.is_symlink() for path in (copy, *copy.parents[:2])):
            yield copy


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
