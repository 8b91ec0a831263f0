"""Names in a store, which anybody may have given: those that can be names of files here."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from probe.errors import PictureSourceError
from probe.files.data_path import stays_below
from probe.files.store_address import StoreAddress
from probe.stores.store import StoredFile
from probe.wording import Message, refusal

LONGEST_PART = 255
"""Bytes that a file system takes for one part of a path (ext4, XFS, APFS, NTFS in characters)."""


def usable(files: Sequence[StoredFile], address: StoreAddress) -> list[StoredFile]:
    """The files of a listing, without hidden ones, which folders of this machine leave out as well.

    Raises:
        PictureSourceError: a name that would lead out of the folder or that no file can have here,
            or two that are one where small and capital letters are the same.
    """
    for file in files:
        if not _can_be_here(file.name):
            raise refusal(
                PictureSourceError,
                Message("stores-name-unfit", {"name": repr(file.name)}),
                place=address,
                hint=Message("stores-rename"),
            )
    shown = [file for file in files if not any(p.startswith(".") for p in file.name.split("/"))]
    if both := _collision(shown):
        raise refusal(
            PictureSourceError,
            Message("stores-names-collide", {"first": repr(both[0]), "second": repr(both[1])}),
            place=address,
            hint=Message("stores-rename"),
        )
    return shown


def _can_be_here(name: str) -> bool:
    parts = name.split("/")
    return (
        stays_below(name)
        and not any(part in ("", ".", "..") for part in parts)
        and all(len(part.encode("utf-8", "surrogatepass")) <= LONGEST_PART for part in parts)
        and _is_text(name)
    )


def _is_text(name: str) -> bool:
    """Whether a name can be written down: no half characters."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _collision(files: Sequence[StoredFile]) -> tuple[str, str] | None:
    """Two names that some file system takes for one, or of which one is a folder of the other."""
    spelt: dict[str, str] = {}
    folders: dict[str, str] = {}
    for file in files:
        folded = _folded(file.name)
        if folded in spelt:
            return spelt[folded], file.name
        spelt[folded] = file.name
        cut = file.name.rfind("/")
        while cut > 0:
            folder = file.name[:cut]
            if folders.setdefault(_folded(folder), folder) != folder:
                return folders[_folded(folder)], folder
            cut = file.name.rfind("/", 0, cut)
    return next(((spelt[name], folders[name]) for name in folders if name in spelt), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
