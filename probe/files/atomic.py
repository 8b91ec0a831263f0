"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """Yield a temporary path in the folder of `path`; move it to `path` when the block succeeds.

    The block writes the temporary file in any way it likes. When it raises (disk full, a kill
    signal turned into an exception) the temporary file is removed and `path` keeps what it held.
    With `durable` the bytes are on the disk, not only with the system, before the name changes.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        with naming_file(path):
            yield temporary
            if durable:
                _flush(temporary)
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


@contextmanager
def naming_file(path: Path) -> Iterator[None]:
    """Put the name of a file into an error of the system that has none.

    `No space left on device` alone does not say of what.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def overwrite(path: Path, old: bytes, new: bytes) -> None:
    """Replace bytes of a file where they lie, by as many: a full disk has room for that.

    Nothing is done where they are not there. This is for a word that must be said; whole files are
    written with `write_bytes`.
    """
    assert len(old) == len(new)
    with path.open("rb+") as file:
        place = file.read().find(old)
        if place >= 0:
            file.seek(place)
            file.write(new)


def sweep(folder: Path) -> int:
    """Remove what killed processes left below a folder of files in the making; how many there were.

    Nobody else may be writing there.
    """
    left = [path for path in folder.rglob(".*.part") if path.is_file()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def write_bytes(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` to `path`, replacing what is there only when all of it is on disk.

    With `durable` False the write may be lost or empty after a power failure: for files that can be
    made again and whose damage is noticed.
    """
    with replacing(path, durable=durable) as temporary:
        temporary.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path` (see `write_bytes`)."""
    write_bytes(path, text.encode("utf-8"))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _umask() -> int:
    # The mask can only be read by setting it; mkstemp's 0600 would hide results from colleagues.
    mask = os.umask(0)
    os.umask(mask)
    return mask
