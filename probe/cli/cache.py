"""`probe cache`: look at the cache, or empty it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.wording import Wording


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe cache`."""
    from probe.cli.arguments import add_options
    from probe.options import MachineOptions

    parser.add_argument("--empty", action="store_true", help="delete everything in it")
    add_options(parser, MachineOptions, ("cache",))


def call(args: argparse.Namespace) -> int:
    """Print what is kept, or delete it."""
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import result_line
    from probe.embedding.vector_cache import VectorCache
    from probe.options import MachineOptions
    from probe.wording import wording_of

    folder = request_from(MachineOptions, args).cache_folder
    if args.empty:
        return _emptied(folder)
    words = wording_of()
    print(result_line(words.text("cli-cache-folder"), folder))
    if not folder.is_dir():
        print(words.text("cli-cache-empty"))
        return 0
    for space in VectorCache(folder).spaces():
        vectors = words.text("cli-cache-vectors", count=space.vectors)
        print(f"{vectors:>17} {_megabytes(space.size, words)}  {space.told}")
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        size = sum(file.stat().st_size for file in part.rglob("*") if file.is_file())
        print(f"{'':>17} {_megabytes(size, words)}  {part.name}")
    return 0


def _megabytes(size: int, words: Wording) -> str:
    return f"{words.text('cli-cache-size', megabytes=size / 1e6):>12}"


def _emptied(folder: Path) -> int:
    import shutil

    from probe.errors import RunError
    from probe.wording import wording_of

    if folder.is_dir():
        names = {path.name for path in folder.iterdir()}
        if names and not any(name.startswith("vectors.sqlite") for name in names):
            raise RunError(
                "this folder does not look like a cache; nothing was deleted", place=folder
            )
        shutil.rmtree(folder)
    print(wording_of().text("cli-cache-emptied", folder=str(folder)))
    return 0
