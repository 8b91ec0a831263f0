"""Checks of paths that options name, made before anything is computed for them."""

from __future__ import annotations

import os
from pathlib import Path

from probe.errors import UsageError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder, is_there
from probe.files.store_address import is_address, read_address
from probe.wording import Message, refusal


def check_folder(given: str | Path) -> None:
    """Refuse what is no folder to read from.

    Raises:
        UsageError: there is none, or it is a file.
    """
    path = Path(given)
    if is_file(path):
        raise refusal(UsageError, Message("path-is-file"), place=path)
    if not is_folder(path):
        raise refusal(UsageError, Message("path-no-folder"), place=path, hint=neighbours(path))


def check_folder_or_address(given: str | Path) -> None:
    """Refuse what is no folder to read from, here or in an object store; no store is asked.

    Raises:
        UsageError: as `check_folder`, or an address that is none.
    """
    if is_address(given):
        read_address(given)
    else:
        check_folder(given)


def check_file(given: str | Path) -> None:
    """Refuse what is no file to read.

    Raises:
        UsageError: there is none, or it is a folder.
    """
    path = Path(given)
    if is_folder(path):
        raise refusal(UsageError, Message("path-is-folder"), place=path, hint=contents(path))
    if not is_file(path):
        raise refusal(UsageError, Message("path-no-file"), place=path, hint=neighbours(path))


def check_new_folder(given: str | Path) -> None:
    """Refuse a folder that cannot be written into, or made.

    Raises:
        UsageError: a file stands in its place or above it, it may not be written, or it is an
            address of a store.
    """
    folder = Path(given)
    if is_address(given):
        raise refusal(
            UsageError,
            Message("path-not-into-store"),
            place=folder,
            hint=Message("path-not-into-store-step"),
        )
    there = next(path for path in (folder, *folder.absolute().parents) if is_there(path))
    if not is_folder(there):
        raise refusal(UsageError, Message("path-is-file"), place=there)
    if not os.access(there, os.W_OK | os.X_OK):
        raise refusal(UsageError, Message("path-not-writable"), place=there)


def check_new_path(given: str | Path) -> None:
    """Refuse a file, known by its ending, or else a folder that cannot be written.

    Raises:
        UsageError: see `check_new_file` and `check_new_folder`.
    """
    check = check_new_file if Path(given).suffix else check_new_folder
    check(given)


def check_replacing(given: str | Path, force: bool) -> None:
    """Refuse to write over a file that was named, unless that is asked for.

    Raises:
        UsageError: it is there.
    """
    if is_there(given) and not force:
        raise refusal(UsageError, Message("path-is-there"), place=given, hint=Message("step-force"))


def check_new_file(given: str | Path) -> None:
    """Refuse a file that cannot be written.

    Raises:
        UsageError: it is a folder, or its folder cannot be written into.
    """
    path = Path(given)
    if is_folder(path):
        raise refusal(UsageError, Message("path-name-needed"), place=path)
    check_new_folder(path.parent)
