"""What lies in a folder of photographs: files by name, and what cannot be looked into.

The one place that lists a folder of pictures. Names are given as people read them: in Unicode's
composed form (NFC; macOS writes the decomposed one), and bytes that are no UTF-8 (old archives,
Shift-JIS) as a backslash, x and two digits. Hidden files are left out.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from probe.errors import PictureSourceError
from probe.files.neighbours import neighbours
from probe.files.places import is_file, is_folder, is_there
from probe.files.plain_text import spelt_out
from probe.pictures import heic
from probe.pictures.decoding import PICTURE_FILES, SUFFIXES
from probe.stores import CopiedFile, FolderCopy, copy_of
from probe.wording import Message, refusal

OTHER_PICTURES = {
    *(() if heic.is_installed() else heic.ENDINGS),
    *(".jxl", ".jp2", ".j2k", ".jpf", ".mpo", ".psd", ".svg", ".eps"),
    *(".ico", ".tga", ".exr", ".hdr", ".pcx", ".dng", ".raw", ".cr2", ".cr3", ".nef", ".nrw"),
    *(".arw", ".orf", ".rw2", ".raf", ".pef", ".srw"),
}
"""Endings of pictures that are not decoded here: HEIC without its extra, raw files, drawings.
Such a file is named where it would have taken part, never left out in silence."""

STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
"""First bytes of the usual formats: a file without an ending that begins so is a picture."""

MOST_ENDINGS = 4
"""So many endings are told of what a folder holds (ours: more is no hint)."""


@dataclass(frozen=True)
class PhotoFolder:
    """The contents of a folder, at the time it was looked at.

    Attributes:
        folder: the folder.
        names: of the files that can be opened, parts joined by `/`, sorted.
        troubles: why a file cannot be used, by name: links that are broken or lead out.
        closed: why a folder was not looked into, by name: links to folders, no permission.
        copy: where it was brought from, if it was.
    """

    folder: Path
    names: tuple[str, ...]
    troubles: Mapping[str, Message] = field(default_factory=dict)
    closed: Mapping[str, Message] = field(default_factory=dict)
    _on_disk: Mapping[str, str] = field(default_factory=dict)
    copy: FolderCopy | None = None

    def path(self, name: str) -> Path:
        """Where a file lies."""
        return self.folder / self._on_disk.get(name, name)

    def stored(self, name: str) -> CopiedFile | None:
        """What a file is a copy of, where the folder was brought from a store."""
        return None if self.copy is None else self.copy.file(self.path(name))

    @property
    def pictures(self) -> list[str]:
        """The names of the files that are taken for pictures."""
        return [name for name in self.names if ending(name) in SUFFIXES]

    def unread_pictures(self) -> dict[str, Message]:
        """Why a file that is a picture by its name cannot be used."""
        other = [name for name in self.names if ending(name) in OTHER_PICTURES]
        broken = {
            name: why
            for name, why in self.troubles.items()
            if ending(name) in SUFFIXES | OTHER_PICTURES
        }
        bare = [name for name in self.names if is_bare_picture(self.path(name))]
        reasons = {name: other_format(name) for name in other}
        return {**reasons, **dict.fromkeys(bare, Message("reason-no-ending")), **broken}

    def no_picture(self) -> PictureSourceError:
        """The error for a folder without any picture: it says what was there."""
        held = count_endings([*self.names, *self.troubles])
        first = next(iter(self.closed), None)
        values = {"held": held, "closed": len(self.closed), "first": first}
        message = Message("pictures-none-here", values)
        return refusal(PictureSourceError, message, place=self.folder, hint=PICTURE_FILES)


def look_into(folder: Path) -> PhotoFolder:
    """Look into a folder and all below it; links to folders are not followed.

    Raises:
        PictureSourceError: no folder.
    """
    if not is_folder(folder):
        if is_there(folder):
            wrong, hint = Message("pictures-folder-is-file"), Message("pictures-name-folder")
        else:
            wrong = Message("pictures-folder-not-there")
            hint = Message("pictures-folder-step", {"near": neighbours(folder)})
        raise refusal(PictureSourceError, wrong, place=folder, hint=hint)
    walk = _Walk(folder)
    names = tuple(sorted(walk.files))
    return PhotoFolder(folder, names, walk.troubles, walk.closed, walk.on_disk, copy_of(folder))


def ending(name: str) -> str:
    """The ending of a name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def is_bare_picture(path: Path) -> bool:
    """Whether a file without an ending begins as a picture does."""
    if ending(path.name):
        return False
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(STARTS)
    except OSError:
        return False


def count_endings(names: Iterable[str]) -> Message | None:
    """What files there are, by ending: `32 .heic files, 1 .txt file`; None without any."""
    counts = Counter(map(ending, names)).most_common(MOST_ENDINGS)
    kinds = tuple(
        Message("pictures-files-of-ending", {"count": count, "ending": kind or None})
        for kind, count in counts
    )
    return Message("phrases", {"parts": kinds}) if kinds else None


def other_format(name: str) -> Message:
    """Why a picture of a format that is not read is of no use."""
    kind = ending(name)
    if kind in heic.ENDINGS:
        return Message("reason-heic", {"ending": kind, "install": heic.EXTRA})
    return Message("reason-other-format", {"ending": kind})


def link_reason(path: Path, inside: Path) -> Message | None:
    """Why a file is of no use that is a link: broken, or out of the folder; None otherwise.

    Args:
        path: of the file.
        inside: the folder, resolved.
    """
    if not path.is_symlink():
        return None
    if not is_there(path):
        return Message("reason-link-broken")
    leads_out = not path.resolve().is_relative_to(inside)
    return Message("reason-link-leads-out") if leads_out else None


def composed(text: str) -> str:
    """Text in Unicode's composed form (NFC): the same letters are the same text."""
    return unicodedata.normalize("NFC", text)


def readable(name: str) -> str:
    """A name as it can be printed and stored: composed, bytes that are no UTF-8 as numbers."""
    return spelt_out(composed(os.fsencode(name).decode("utf-8", "backslashreplace")))


class _Walk:
    """Gathers what lies below a folder."""

    def __init__(self, folder: Path) -> None:
        self.files: list[str] = []
        self.troubles: dict[str, Message] = {}
        self.closed: dict[str, Message] = {}
        self.on_disk: dict[str, str] = {}
        self._folder = folder
        self._inside = folder.resolve()
        for root, folders, files in os.walk(folder, onerror=self._refused):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = Path(root).relative_to(folder)
            for name in folders:
                if Path(root, name).is_symlink():
                    self._note(below / name, self.closed, Message("reason-link-to-folder"))
            for name in sorted(files):
                if not name.startswith("."):
                    self._add(below / name)

    def _add(self, below: Path) -> None:
        path = self._folder / below
        reason = link_reason(path, self._inside)
        if reason is not None:
            self._note(below, self.troubles, reason)
        elif is_file(path):
            self.files.append(self._named(below))

    def _note(self, below: Path, reasons: dict[str, Message], reason: Message) -> None:
        reasons[self._named(below)] = reason

    def _refused(self, error: OSError) -> None:
        below = Path(error.filename).relative_to(self._folder)
        detail = Message("reason-cannot-be-read", {"detail": str(error.strerror)})
        self._note(below, self.closed, detail)

    def _named(self, below: Path) -> str:
        """The name of a file; of two that read the same, the one that is so written has it."""
        raw = below.as_posix()
        name = readable(raw)
        if name != raw and (name in self.on_disk or os.path.lexists(self._folder / name)):
            name = os.fsencode(raw).decode("utf-8", "backslashreplace")
        self.on_disk[name] = raw
        return name
