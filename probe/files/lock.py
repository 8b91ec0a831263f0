"""A folder that one process works on at a time."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

NAME = ".lock"
"""The file that is held. It goes with the process that holds it, however that ends."""


class FolderLock:
    """Holds a folder until it is released, or the process ends.

    Args:
        folder: it is there.

    Raises:
        BlockingIOError: another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _hold(self._file)
        except OSError as error:
            os.close(self._file)
            self._file = None
            raise BlockingIOError(error.errno, "held by another process") from None

    def release(self) -> None:
        """Let others work on the folder; a second time does nothing."""
        if self._file is None:
            return
        with suppress(OSError):
            self._path.unlink()
        os.close(self._file)
        self._file = None


if sys.platform == "win32":
    import msvcrt

    def _hold(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
