"""Many small files of a run in one: a zip file that stores them as they are.

Eighty thousand pictures are as many files and 12 MB of hashes otherwise. Equal files give equal
bytes. What is read is data from strangers: only whole entries of a stated size, nothing unpacked.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from probe.errors import DamagedFileError
from probe.runs.opening import RESTORE
from probe.wording import Message, refusal

MOST_BYTES = 16 << 20
"""Of one file in an archive (ours): a rendition has a few thousand."""

Files: TypeAlias = "Iterable[tuple[str, bytes]]"
"""Name and content of each, every name once."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every entry states: the earliest that a zip file can."""


def write_archive(path: Path, files: Files) -> None:
    """Write files into an archive while they are made; none but one is held.

    Args:
        path: the archive, replaced where it is there.
        files: what it holds.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)


class Archive:
    """The files of an archive by name.

    Args:
        path: the archive.

    Raises:
        DamagedFileError: it is none, is cut short, or holds two files of one name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise self._damaged(Message("run-no-zip")) from None
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) < len(entries):
            raise self._damaged(Message("run-zip-twice"))

    def __len__(self) -> int:
        return len(self._entries)

    def read(self, name: str) -> bytes | None:
        """The content of a file, None where there is none of this name.

        Raises:
            DamagedFileError: it is compressed, too large, or not what was written.
        """
        entry = self._entries.get(name)
        if entry is None:
            return None
        stored = entry.compress_type == zipfile.ZIP_STORED
        if not stored or not entry.file_size == entry.compress_size <= MOST_BYTES:
            raise self._damaged(Message("run-picture-compressed", {"name": name}))
        try:
            return self._zip.read(entry)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError):
            raise self._damaged(Message("run-picture-other", {"name": name})) from None

    def _damaged(self, why: Message) -> DamagedFileError:
        reason = Message("run-cannot-be-read", {"fault": why})
        return refusal(DamagedFileError, reason, place=self.path, hint=RESTORE)
