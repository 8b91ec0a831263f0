"""Bring a folder of a store to this machine: what is there already is not fetched again."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from probe.cluster import Threads
from probe.contracts import Reporter
from probe.errors import PictureSourceError
from probe.files.atomic import write_text
from probe.files.cache_folder import default_cache_folder
from probe.files.store_address import StoreAddress, is_address, read_address
from probe.stores.copied import (
    LISTING,
    OBJECTS,
    copy_path,
    home_of,
    is_whole,
    listing_text,
    object_path,
)
from probe.stores.names import usable
from probe.stores.store import Store, StoredFile
from probe.wording import Message, refusal

AT_ONCE = 32
"""Files that are fetched at once (ours: a store answers in tens of milliseconds)."""

KEPT_FOR = 86_400.0
"""Seconds that the copy of an older listing stays (ours): a study may still read it."""


def local_data(given: str, say: Reporter, cache: Path | None = None) -> str:
    """`FORM=DIR` with a folder of this machine (see `local_folder`); other text stays as it is."""
    form, equals, folder = given.partition("=")
    return f"{form}={local_folder(folder, say, cache)}" if equals and is_address(folder) else given


def local_folder(given: str | Path, say: Reporter, cache: Path | None = None) -> Path:
    """The folder of this machine that holds what is named: a copy of it, where it is an address.

    Args:
        given: a path, which is returned as it is, or an address of a store.
        say: told how much is fetched.
        cache: the cache folder that copies lie in; None for that of this machine.

    Raises:
        UsageError: no address, or the package is missing.
        PictureSourceError: nothing is there, it cannot be read, a name that no file can have here,
            no room, or files that changed while they were fetched.
    """
    if not is_address(given):
        return Path(given)
    address = read_address(given)
    store = Store(address)
    files = usable(store.files(), address)
    if not files:
        raise refusal(
            PictureSourceError,
            Message("stores-nothing-there"),
            place=address,
            hint=Message("stores-nothing-there-step"),
        )
    home = home_of(address, cache or default_cache_folder())
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = copy_path(home, address, files)
    if all(is_whole(folder / file.name, file) for file in files):
        os.utime(folder.parent)
        say.step(_listed(address, files, []))
    else:
        _fetch_missing(store, files, home, say)
        _lay_out(address, files, home, folder)
    _sweep(home, folder.parent, files)
    return folder


def _fetch_missing(store: Store, files: Sequence[StoredFile], home: Path, say: Reporter) -> None:
    missing = [file for file in files if not is_whole(object_path(home, file), file)]
    say.step(_listed(store.address, files, missing))
    needed, free = sum(file.size for file in missing), shutil.disk_usage(home).free
    if needed > free:
        sizes = {"megabytes": needed / 1e6, "free": free / 1e6}
        raise refusal(
            PictureSourceError,
            Message("stores-no-room", sizes),
            place=home,
            hint=Message("stores-no-room-step"),
        )
    progress = say.progress(Message("progress-store", {"address": str(store.address)}), "files")
    work = _Fetching(store, home)
    for done, _ in enumerate(Threads(AT_ONCE).ordered(work, missing, 4 * AT_ONCE), start=1):
        progress(done, len(missing))


class _Fetching:
    """Brings one file to its place."""

    def __init__(self, store: Store, home: Path) -> None:
        self._store, self._home = store, home

    def __call__(self, file: StoredFile) -> None:
        self._store.fetch(file, object_path(self._home, file))


def _listed(
    address: StoreAddress, files: Sequence[StoredFile], missing: Sequence[StoredFile]
) -> Message:
    sizes = {
        "megabytes": sum(file.size for file in files) / 1e6,
        "missing_megabytes": sum(file.size for file in missing) / 1e6,
    }
    counts = {"files": len(files), "missing": len(missing)}
    return Message("progress-store-listed", {"address": str(address), **counts, **sizes})


def _lay_out(address: StoreAddress, files: Sequence[StoredFile], home: Path, folder: Path) -> None:
    """Give what was fetched its names: a folder that is whole or not there."""
    if folder.parent.exists():  # files of it were changed or deleted here
        shutil.rmtree(folder.parent)
    making = Path(tempfile.mkdtemp(prefix=".making.", dir=home))
    try:
        for file in files:
            path = making / folder.name / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            _link(object_path(home, file), path)
        write_text(making / LISTING, listing_text(address, files))
        try:
            making.rename(folder.parent)
        except OSError:
            if not folder.is_dir():  # else another process was first, with the same files
                raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _link(content: Path, path: Path) -> None:
    """The same file under another name, or a copy of it where a file system has one name a file."""
    try:
        path.hardlink_to(content)
    except OSError:
        shutil.copyfile(content, path)


def _sweep(home: Path, kept: Path, files: Sequence[StoredFile]) -> None:
    """Remove what the store no longer has, and older copies, once nobody can be reading them."""
    before = time.time() - KEPT_FOR
    for folder in home.iterdir():
        if folder not in (kept, home / OBJECTS) and _is_older(folder, before):
            shutil.rmtree(folder, ignore_errors=True)
    current = {object_path(home, file) for file in files}
    for path in (home / OBJECTS).glob("*/*"):
        if path not in current and _is_older(path, before):
            path.unlink(missing_ok=True)


def _is_older(path: Path, before: float) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < before
    return False
