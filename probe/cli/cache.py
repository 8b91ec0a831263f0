"""`probe cache`: look at the cache, or empty it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.options import MachineOptions, Option
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.wording import Wording


OPTIONS = ("empty", "cache")


@dataclass(frozen=True, kw_only=True)
class CacheRequest(MachineOptions):
    """What `probe cache` is asked for: `OPTIONS`, and of what it inherits no other."""

    empty: Annotated[bool, Option(Message("help-cache-empty"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe cache`."""
    from probe.cli.arguments import add_options

    add_options(parser, CacheRequest, OPTIONS)


def call(args: argparse.Namespace) -> int:
    """Print what is kept, or delete it."""
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import result_line
    from probe.embedding.vector_cache import VectorCache, is_kept
    from probe.files.cache_folder import kept_files
    from probe.wording import wording_of

    asked = request_from(CacheRequest, args)
    folder = asked.cache_folder
    if asked.empty:
        return _emptied(folder)
    words = wording_of()
    print(result_line(words.text("cli-cache-folder"), folder))
    if not folder.is_dir():
        print(words.text("cli-cache-missing"))
        return 0
    if not any(kept_files(folder)):
        print(words.text("cli-cache-empty"))
        return 0
    # Opening the vectors would make the file where there is none, and looking makes nothing.
    spaces = VectorCache(folder).spaces() if is_kept(folder) else []
    for space in spaces:
        vectors = words.text("cli-cache-vectors", count=space.vectors)
        print(f"{vectors:>17} {_megabytes(space.size, words)}  {space.label}")
    sizes: dict[str, int] = {}
    for file in kept_files(folder):
        if len(below := file.relative_to(folder).parts) > 1:
            sizes[below[0]] = sizes.get(below[0], 0) + file.stat().st_size
    for part, size in sizes.items():
        print(f"{'':>17} {_megabytes(size, words)}  {part}")
    return 0


def _megabytes(size: int, words: Wording) -> str:
    return f"{words.text('cli-cache-size', megabytes=size / 1e6):>12}"


def _emptied(folder: Path) -> int:
    from probe.cli.result_lines import result_line
    from probe.errors import RunError
    from probe.files.cache_folder import empty_cache
    from probe.wording import wording_of

    emptied = empty_cache(folder)
    if emptied.left and not emptied.files:
        raise refusal(
            RunError,
            Message("command-not-our-cache"),
            place=folder,
            hint=Message("command-not-our-cache-step"),
        )
    words = wording_of()
    print(words.text("cli-cache-emptied", folder=str(folder), files=emptied.files))
    for path in emptied.left:
        print(result_line(words.text("cli-cache-left"), path.name))
    return 0
