"""What a weights file is, from its first bytes: the answer decides how it is read, or why not."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from probe.backbones._torch.other_formats import (
    NAME_ONE,
    archive_name,
    refuse_other_formats,
    refuse_tar,
)
from probe.errors import CheckpointError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder
from probe.wording import Message, refusal

Kind = Literal["torch", "torch-legacy", "safetensors"]

_DOWNLOAD = Message("step-download-again")


def file_kind(path: Path) -> Kind:
    """Tell how a weights file has to be read.

    Raises:
        CheckpointError: the file is absent, empty or not a weights file; the message says what it
            is instead.
    """
    if is_file(path / "data.pkl") or any(path.glob("*/data.pkl")):
        raise refusal(
            CheckpointError,
            Message("weights-unpacked"),
            place=path,
            hint=Message("weights-take-packed"),
        )
    if is_folder(path):
        raise refusal(
            CheckpointError, Message("weights-is-folder"), place=path, hint=contents(path)
        )
    if not is_file(path):
        raise refusal(
            CheckpointError, Message("weights-not-there"), place=path, hint=neighbours(path)
        )
    head = _first_bytes(path)
    if not head:
        raise refusal(CheckpointError, Message("weights-empty"), place=path, hint=_DOWNLOAD)
    refuse_other_formats(path, head)
    if _is_safetensors(head):
        return "safetensors"
    if head.startswith(b"PK"):
        _check_archive(path)
        return "torch"
    if head[:2] in {b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05"}:
        return "torch-legacy"
    if head[257:262] == b"ustar":
        refuse_tar(path)
    if path.suffix.lower() == ".safetensors":
        raise refusal(
            CheckpointError, Message("weights-safetensors-header"), place=path, hint=_DOWNLOAD
        )
    raise refusal(
        CheckpointError,
        Message("weights-not-weights", {"text": _is_text(head)}),
        place=path,
        hint=NAME_ONE,
    )


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise refusal(
            CheckpointError,
            Message("weights-cannot-be-read", {"detail": str(error.strerror)}),
            place=path,
            hint=Message("step-may-you-read"),
        ) from error


def _is_safetensors(head: bytes) -> bool:
    """An 8-byte little-endian header length, then JSON."""
    return 2 <= int.from_bytes(head[:8], "little") < 2**27 and head[8:9] == b"{"


def _check_archive(path: Path) -> None:
    """Refuse archives that are cut short, hold a program, or hold no PyTorch data."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            damaged = archive.testzip() if any("data.pkl" in name for name in names) else None
    except Exception as error:
        # zipfile raises whatever its code meets on flipped bits.
        raise refusal(
            CheckpointError, Message("weights-cut-short"), place=path, hint=_DOWNLOAD
        ) from error
    if damaged:
        raise refusal(
            CheckpointError,
            Message("weights-checksum", {"member": damaged}),
            place=path,
            hint=_DOWNLOAD,
        )
    inner = {name.partition("/")[2] for name in names}
    if any(name.startswith("code/") for name in inner):
        raise refusal(
            CheckpointError,
            Message("weights-torchscript"),
            place=path,
            hint=Message("weights-load-where-trusted"),
        )
    if "data.pkl" not in inner:
        raise refusal(
            CheckpointError,
            Message("weights-is-archive", {"what": archive_name(names)}),
            place=path,
            hint=Message("step-unpack-and-name"),
        )


def _is_text(head: bytes) -> bool:
    """What it says is not quoted: a card file may name any file of this machine."""
    try:
        return bool(head.decode("utf-8"))
    except UnicodeDecodeError:
        return False
