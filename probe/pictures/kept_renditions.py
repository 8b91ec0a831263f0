"""Small renditions of rendered people kept between runs: a file each, in a folder with a limit.

Those of photographs are not kept: pictures of real people stay in the runs that asked for them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path

from probe.files.atomic import write_bytes
from probe.files.pruning import prune

LIMIT = 256 << 20
"""Bytes of renditions that are kept (ours): those of eighty studies like the demonstration."""

REVISION = 1
"""Raised whenever a rendition of the same picture would change: part of the files' names."""

_SUM = 16
"""Bytes of the checksum behind a rendition."""


@dataclass
class KeptRenditions:
    """Renditions by what they show and how.

    Args:
        folder: where they lie; made on the first write.
        limit: bytes it is brought back to at the end.
    """

    folder: Path
    limit: int = LIMIT
    _is_changed: bool = field(default=False, init=False)

    def rendition(self, image: str, manner: str, made: Callable[[], bytes]) -> bytes:
        """The rendition of a picture: the kept one where it is whole, else a new one.

        Args:
            image: id of the picture, which stands for its content.
            manner: text that changes whenever the rendition of one picture would.
            made: makes it.
        """
        key = sha256(f"{REVISION} {image} {manner}".encode()).hexdigest()
        path = self.folder / key[:2] / f"{key}.webp"
        if (kept := _whole(path, key)) is not None:
            return kept
        data = made()
        # A folder that cannot be written, or is full, costs the next run some time, and this none.
        with suppress(OSError):
            write_bytes(path, data + _checksum(key, data), durable=False)
            self._is_changed = True
        return data

    def trim(self) -> None:
        """Bring the folder back to its limit: those used longest ago go first."""
        if self._is_changed:
            prune(([path] for path in self.folder.glob("??/*.webp")), self.limit)


def _whole(path: Path, key: str) -> bytes | None:
    try:
        content = path.read_bytes()
        data, checksum = content[:-_SUM], content[-_SUM:]
        if checksum != _checksum(key, data):
            return None
        os.utime(path)
    except OSError:
        return None
    return data


def _checksum(key: str, data: bytes) -> bytes:
    """Of a rendition and of what it shows: a file that took another's name is found as well."""
    return blake2b(key.encode() + data, digest_size=_SUM).digest()
