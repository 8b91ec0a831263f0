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

Kind = Literal["torch", "torch-legacy", "safetensors"]

_DOWNLOAD = "Download it again, and compare its size and checksum with those of its source."


def file_kind(path: Path) -> Kind:
    """Tell how a weights file has to be read.

    Raises:
        CheckpointError: the file is absent, empty or not a weights file; the message says what it
            is instead.
    """
    if is_file(path / "data.pkl") or any(path.glob("*/data.pkl")):
        raise CheckpointError(
            "this is a weights file that was unpacked: PyTorch's files are archives",
            place=path,
            hint="take the .pth file as it was downloaded, without unpacking it",
        )
    if is_folder(path):
        raise CheckpointError(
            "this is a folder, not a weights file", place=path, hint=contents(path)
        )
    if not is_file(path):
        raise CheckpointError("there is no such weights file", place=path, hint=neighbours(path))
    head = _first_bytes(path)
    if not head:
        raise CheckpointError("the weights file is empty", place=path, hint=_DOWNLOAD)
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
        raise CheckpointError(
            "this is called a safetensors file, and its header is damaged or none",
            place=path,
            hint=_DOWNLOAD,
        )
    raise CheckpointError(
        "this is not a PyTorch or safetensors file" + _looks_like_text(head),
        place=path,
        hint=NAME_ONE,
    )


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise CheckpointError(
            f"cannot be read: {error.strerror}", place=path, hint="May you read the file?"
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
        raise CheckpointError(
            "the weights file is cut short or damaged", place=path, hint=_DOWNLOAD
        ) from error
    if damaged:
        raise CheckpointError(
            f"the weights file is damaged: the checksum of {damaged} does not fit",
            place=path,
            hint=_DOWNLOAD,
        )
    inner = {name.partition("/")[2] for name in names}
    if any(name.startswith("code/") for name in inner):
        raise CheckpointError(
            "this is a TorchScript program: opening it would run code from the file",
            place=path,
            hint="Load it where you trust it, then torch.save(model.state_dict(), 'weights.pth').",
        )
    if "data.pkl" not in inner:
        raise CheckpointError(
            f"this is {archive_name(names)}",
            place=path,
            hint="If there is a weights file in it, unpack it and name that file.",
        )


def _looks_like_text(head: bytes) -> str:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    # What it says is not quoted: a card file may name any file of this machine.
    return "; it is text" if text else ""
