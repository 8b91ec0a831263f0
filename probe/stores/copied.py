"""What was brought from a store: a folder of this machine that knows where each file comes from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from probe.files.cache_folder import default_cache_folder
from probe.files.json_text import parse_json
from probe.files.store_address import StoreAddress, read_address
from probe.stores.store import Store, StoredFile

PART = "stores"
"""Below the cache folder: a folder for each address, with what was brought from it."""

OBJECTS = "objects"
"""Below the folder of an address: files by what they are; their names stand in the copies."""

LISTING = "listing.json"
"""Beside a copied folder: its address, and what the store said of each file."""

_KEY = re.compile(r"[0-9a-f]{16}")
_COPIED = re.compile(rf"/\S*/{PART}/[0-9a-f]{{16}}/[0-9a-f]{{16}}/[^\s/:]+")


@dataclass(frozen=True)
class CopiedFile:
    """A file of a store, for whoever needs it on another machine.

    Attributes:
        address: of the folder.
        file: the file.
    """

    address: StoreAddress
    file: StoredFile

    def here(self, cache: Path | None = None) -> Path:
        """Where it lies on this machine; it is fetched where it is not there.

        Args:
            cache: the cache folder; None for that of this machine.

        Raises:
            UsageError: the package is missing.
            PictureSourceError: it is another file by now, or cannot be read.
        """
        path = object_path(home_of(self.address, cache or default_cache_folder()), self.file)
        if not is_whole(path, self.file):
            _store(self.address).fetch(self.file, path)
        return path


@lru_cache(maxsize=8)
def _store(address: StoreAddress) -> Store:
    """The store of an address: to begin to talk to one takes longer than to fetch a picture."""
    return Store(address)


@dataclass(frozen=True)
class FolderCopy:
    """A folder that was brought from a store.

    Attributes:
        folder: here.
        address: where it comes from.
        files: what it holds, by name.
    """

    folder: Path
    address: StoreAddress
    files: Mapping[str, StoredFile]

    def file(self, path: Path) -> CopiedFile | None:
        """What a file of it is a copy of; None for one that was not brought."""
        found = self.files.get(path.absolute().relative_to(self.folder).as_posix())
        return None if found is None else CopiedFile(self.address, found)


def copy_of(folder: Path) -> FolderCopy | None:
    """The copy that a folder is, or that it lies in; None for every other folder."""
    inside = folder.absolute()
    for copied in (inside, *inside.parents):
        listing = copied.parent / LISTING
        if _KEY.fullmatch(copied.parent.name) and listing.is_file():
            return _read(copied, listing)
    return None


def _read(folder: Path, listing: Path) -> FolderCopy:
    stated: Any = parse_json(listing.read_bytes())
    files = [StoredFile(name, size, mark) for name, size, mark in stated["files"]]
    return FolderCopy(folder, read_address(stated["address"]), {file.name: file for file in files})


def with_addresses(text: str) -> str:
    """Text with the address of a store in the place of the path of a copied folder."""

    def address(match: re.Match[str]) -> str:
        copy = copy_of(Path(match[0]))
        return match[0] if copy is None else str(copy.address)

    return _COPIED.sub(address, text)


def listing_text(address: StoreAddress, files: Sequence[StoredFile]) -> str:
    """What stands beside a copied folder."""
    rows = [[file.name, file.size, file.mark] for file in files]
    return json.dumps({"address": str(address), "files": rows}, ensure_ascii=False, indent=0)


def home_of(address: StoreAddress, cache: Path) -> Path:
    """The folder of an address below a cache folder."""
    return cache / PART / _key(str(address))


def copy_path(home: Path, address: StoreAddress, files: Sequence[StoredFile]) -> Path:
    """Where the copy of a listing lies: another listing has another copy."""
    return home / _key(listing_text(address, files)) / address.name


def object_path(home: Path, file: StoredFile) -> Path:
    """Where the content of a file lies, whatever its name allows."""
    key = hashlib.sha256(f"{file.size} {file.mark} {file.name}".encode()).hexdigest()
    return home / OBJECTS / key[:2] / key


def is_whole(path: Path, file: StoredFile) -> bool:
    """Whether a file is there, with all of its bytes."""
    try:
        return path.stat().st_size == file.size
    except OSError:
        return False


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
