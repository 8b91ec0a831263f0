"""A folder that one process works on at a time."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from probe.errors import UsageError
from probe.wording import Message, refusal

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


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold a folder for the block; it is made, and goes again where nothing was put into it.

    A file system that knows no locks holds nobody back.

    Raises:
        UsageError: another process works in it.
    """
    made = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    lock: FolderLock | None = None
    try:
        lock = FolderLock(folder)
    except BlockingIOError as error:
        if error.errno in _BUSY:
            raise refusal(
                UsageError, Message("path-held"), place=folder, hint=Message("path-held-step")
            ) from None
    try:
        yield
    finally:
        if lock is not None:
            lock.release()
        if made:
            with suppress(OSError):  # it holds something
                folder.rmdir()


def is_taken(folder: Path) -> bool:
    """Whether a folder holds anything beside the lock of who works in it."""
    return folder.is_dir() and any(entry.name != NAME for entry in folder.iterdir())


_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""What `flock` and Windows say where another process holds a file."""

if sys.platform == "win32":
    import msvcrt

    def _hold(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
