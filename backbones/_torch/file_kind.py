"""What a weights file is, from its first bytes: the answer decides how it is read, or why not."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from probe.errors import CheckpointError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder

Kind = Literal["torch", "torch-legacy", "safetensors"]

_NOT_WEIGHTS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or another RIFF file"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"\x89HDF", "an HDF5 file (Keras); convert it to safetensors first"),
    (b"version https://git-lfs", "a Git LFS pointer: the weights themselves were not downloaded"),
)
_SHARD = re.compile(r"-\d{5}-of-\d{5}\.")
"""How the libraries of Hugging Face name the parts of one set of weights."""

_NAME_ONE = "Name a .pth, .pt, .tar or .safetensors file with the weights of the network."

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
    _refuse_other_formats(path, head)
    if _is_safetensors(head):
        return "safetensors"
    if head.startswith(b"PK"):
        _check_archive(path)
        return "torch"
    if head[:2] in {b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05"} or b"ustar" in head:
        return "torch-legacy"
    raise CheckpointError(
        "this is not a PyTorch or safetensors file" + _looks_like_text(head),
        place=path,
        hint=_NAME_ONE,
    )


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise CheckpointError(
            f"cannot be read: {error.strerror}", place=path, hint="May you read the file?"
        ) from error


def _refuse_other_formats(path: Path, head: bytes) -> None:
    for magic, what in _NOT_WEIGHTS:
        if head.startswith(magic):
            raise CheckpointError(f"this is {what}, not a weights file", place=path, hint=_NAME_ONE)
    if head.lstrip().startswith(b"<?xml") and b"<net " in head:
        raise CheckpointError(
            "this is a graph of OpenVINO, which is not run here",
            place=path,
            hint="take the ONNX file that it was made from: --backbone onnx:FILE",
        )
    if _SHARD.search(path.name) or path.name.endswith(".index.json"):
        raise CheckpointError(
            "this is one part of weights that are stored in several files",
            place=path,
            hint="load them where they come from, and save all tensors into one .safetensors file",
        )
    if head.lstrip()[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise CheckpointError(
            "this is a web page, not a weights file: the download went wrong",
            place=path,
            hint="Open the link in a browser; file hosts often ask a question first.",
        )
    if path.suffix.lower() == ".onnx":
        raise CheckpointError(
            "this is an ONNX graph, which carries its own network",
            place=path,
            hint=f"Use --backbone onnx:{path}",
        )


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
            f"this is a ZIP archive without PyTorch weights (it holds {_sample(names)})",
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


_WEIGHTS = (".pth", ".pt", ".tar", ".safetensors", ".ckpt", ".onnx", ".bin")


def _sample(names: list[str], count: int = 3) -> str:
    """The weights files in an archive. Other names are not quoted: a card may name any file."""
    shown = [name for name in names if name.lower().endswith(_WEIGHTS)][:count]
    others = len(names) - len(shown)
    counted = [f"{others} {'other ' if shown else ''}file{'s' * (others != 1)}"] if others else []
    return " and ".join(filter(None, [", ".join(shown), *counted])) or "nothing"
