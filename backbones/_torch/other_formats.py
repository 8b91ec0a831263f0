"""Files under names of weights that are something else: named as what they are."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Sequence
from pathlib import Path

from probe.errors import CheckpointError

NAME_ONE = "Name a .pth, .pt, .tar or .safetensors file with the weights of the network."

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or another RIFF file"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x89HDF", "an HDF5 file (Keras); convert it to safetensors first"),
    (b"\x93NUMPY", "an array of NumPy; save the tensors of the network by their names"),
    (b"GGUF", "a GGUF file (llama.cpp)"),
    (b"version https://git-lfs", "a Git LFS pointer: the weights themselves were not downloaded"),
    (b"model_checkpoint_path:", "the list of a TensorFlow checkpoint; convert that to safetensors"),
)
"""First bytes of files that are no weights."""

_NAMES = (
    (r"\.ckpt(-\d+)?\.(index|meta|data-\d{5}-of-\d{5})$", "one part of a TensorFlow checkpoint"),
    (r"\.pb$", "a graph of TensorFlow"),
    (r"\.tflite$", "a graph of TensorFlow Lite"),
    (r"\.caffemodel$", "a network of Caffe"),
    (r"\.mlmodel$", "a network of Core ML"),
    (r"\.(engine|trt|plan)$", "an engine of TensorRT, for one kind of GPU"),
)
"""Endings of files without such bytes."""

_SHARD = re.compile(r"-\d{5}-of-\d{5}\.")
"""How the libraries of Hugging Face name the parts of one set of weights."""

_PYTORCH_PICKLE = b"\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""PyTorch's magic number, as the first pickle of its older files holds it."""

_OLDEST = {"sys_info", "pickle", "storages", "tensors"}
"""Members of a file of PyTorch before 0.1.10, which is a tar archive."""

WEIGHTS_ENDINGS = (".pth", ".pt", ".tar", ".safetensors", ".ckpt", ".onnx", ".bin")


def refuse_other_formats(path: Path, head: bytes) -> None:
    """Refuse a file that is something else than weights of PyTorch or safetensors.

    Args:
        path: the file.
        head: its first 4096 bytes.

    Raises:
        CheckpointError: what it is, and what to do.
    """
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise CheckpointError(f"this is {what}, not a weights file", place=path, hint=NAME_ONE)
    _refuse_texts(path, head)
    _refuse_graphs(path, head)
    if _SHARD.search(path.name) or path.name.endswith(".index.json"):
        raise CheckpointError(
            "this is one part of weights that are stored in several files",
            place=path,
            hint="load them where they come from, and save all tensors into one .safetensors file",
        )
    if _is_plain_pickle(head):
        raise CheckpointError(
            "this is a pickle of Python, not a file of PyTorch; opening it could run code",
            place=path,
            hint="Where you trust it, load it there, and save the tensors alone: "
            "torch.save({name: torch.as_tensor(array), ...}, 'weights.pth').",
        )


def _refuse_texts(path: Path, head: bytes) -> None:
    if head.lstrip().startswith(b"<?xml") and b"<net " in head:
        raise CheckpointError(
            "this is a graph of OpenVINO, which is not run here",
            place=path,
            hint="take the ONNX file that it was made from: --backbone onnx:FILE",
        )
    if head.lstrip()[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise CheckpointError(
            "this is a web page, not a weights file: the download went wrong",
            place=path,
            hint="Open the link in a browser; file hosts often ask a question first.",
        )


def _refuse_graphs(path: Path, head: bytes) -> None:
    """Refuse networks of other libraries; ONNX by its first field, whatever the file is called."""
    if is_onnx_graph(path, head):
        named = path.suffix.lower() == ".onnx"
        raise CheckpointError(
            "this is an ONNX graph, which carries its own network",
            place=path,
            hint=f"Use --backbone onnx:{path}"
            + ("" if named else "; call it .onnx where a card names it"),
        )
    if head[4:8] == b"TFL3":
        raise _of_another_library("a graph of TensorFlow Lite", path)
    for ending, what in _NAMES:
        if re.search(ending, path.name, re.IGNORECASE):
            raise _of_another_library(what, path)


def is_onnx_graph(path: Path, head: bytes) -> bool:
    """Whether a file is an ONNX graph, by its name or its first bytes.

    Args:
        path: the file.
        head: its first bytes, 12 at least.
    """
    written = head[:1] == b"\x08" and head[2:3] == b"\x12" and head[4:12].startswith(_EXPORTERS)
    return written or path.suffix.lower() == ".onnx"


_EXPORTERS = (b"pytorch", b"onnx", b"tf2onnx", b"skl2onnx", b"paddle")
"""What exporters write as their name, the second field of an ONNX file."""


def _of_another_library(what: str, path: Path) -> CheckpointError:
    return CheckpointError(
        f"this is {what}, not a weights file of PyTorch",
        place=path,
        hint="Export the network as ONNX there, and use --backbone onnx:FILE.",
    )


def _is_plain_pickle(head: bytes) -> bool:
    """A pickle that does not begin with PyTorch's magic number."""
    return head[:1] == b"\x80" and head[1:2] <= b"\x05" and _PYTORCH_PICKLE not in head[:40]


def refuse_tar(path: Path) -> None:
    """Refuse a tar archive: of a PyTorch so old that it cannot be read safely, or of anything.

    Raises:
        CheckpointError: always.
    """
    try:
        with tarfile.open(path) as archive:
            names = archive.getnames()
    except (tarfile.TarError, OSError, ValueError):
        names = []
    if set(names) >= _OLDEST:
        raise CheckpointError(
            "this file was written by PyTorch before 0.1.10, and reading it could run code from it",
            place=path,
            hint="Where you trust it: torch.save(torch.load(FILE, weights_only=False), "
            "'weights.pth').",
        )
    raise CheckpointError(
        f"this is a tar archive (it holds {sample(names)})",
        place=path,
        hint="If there is a weights file in it, unpack it and name that file.",
    )


def archive_name(names: Sequence[str]) -> str:
    """What a ZIP archive without PyTorch's data is, by what it holds."""
    if names and all(name.endswith(".npy") for name in names):
        return "a file of NumPy arrays (.npz)"
    if any(name.endswith("model.weights.h5") for name in names):
        return "a network of Keras"
    return f"a ZIP archive without PyTorch weights (it holds {sample(names)})"


def sample(names: Sequence[str], count: int = 3) -> str:
    """The weights files in an archive. Other names are not quoted: a card may name any file."""
    shown = [name for name in names if name.lower().endswith(WEIGHTS_ENDINGS)][:count]
    others = len(names) - len(shown)
    counted = [f"{others} {'other ' if shown else ''}file{'s' * (others != 1)}"] if others else []
    return " and ".join(filter(None, [", ".join(shown), *counted])) or "nothing"
