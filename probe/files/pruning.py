"""Folders of what can be made again, held to a size: what was used longest ago goes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def prune(entries: Iterable[Sequence[Path]], limit_bytes: int, *, spared: int = 0) -> int:
    """Remove the entries used longest ago until the rest fits.

    An entry is used when its first file is written or touched (`os.utime`).

    Args:
        entries: files that belong together; they go together, in this order.
        limit_bytes: size that all entries together may have.
        spared: so many entries stay whatever their size, those used last.

    Returns:
        How many entries went.
    """
    sized = sorted(
        (files[0].stat().st_mtime, sum(file.stat().st_size for file in files), files)
        for files in entries
    )
    excess = sum(size for _, size, _ in sized) - limit_bytes
    removed = 0
    for _, size, files in sized[: len(sized) - spared]:
        if excess <= 0:
            break
        for file in files:
            file.unlink(missing_ok=True)
        excess -= size
        removed += 1
    return removed
