"""Files under names of weights that are something else: named as what they are."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Sequence
from pathlib import Path

from probe.errors import CheckpointError
from probe.files.weights_name import WEIGHTS_ENDINGS
from probe.wording import Message, refusal

NAME_ONE = Message("weights-name-one")

_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG", "png"),
    (b"GIF8", "gif"),
    (b"RIFF", "riff"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "seven-zip"),
    (b"Rar!", "rar"),
    (b"\x89HDF", "hdf"),
    (b"\x93NUMPY", "numpy"),
    (b"GGUF", "gguf"),
    (b"version https://git-lfs", "lfs"),
    (b"model_checkpoint_path:", "tensorflow-list"),
)
"""First bytes of files that are no weights."""

_NAMES = (
    (r"\.ckpt(-\d+)?\.(index|meta|data-\d{5}-of-\d{5})$", "tensorflow-part"),
    (r"\.pb$", "tensorflow"),
    (r"\.tflite$", "tensorflow-lite"),
    (r"\.caffemodel$", "caffe"),
    (r"\.mlmodel$", "core-ml"),
    (r"\.(engine|trt|plan)$", "tensorrt"),
)
"""Endings of files without such bytes."""

_SHARD = re.compile(r"-\d{5}-of-\d{5}\.")
"""How the libraries of Hugging Face name the parts of one set of weights."""

_PYTORCH_PICKLE = b"\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""PyTorch's magic number, as the first pickle of its older files holds it."""

_OLDEST = {"sys_info", "pickle", "storages", "tensors"}
"""Members of a file of PyTorch before 0.1.10, which is a tar archive."""


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
            raise refusal(
                CheckpointError,
                Message("weights-is-other", {"what": Message("weights-kind", {"kind": what})}),
                place=path,
                hint=NAME_ONE,
            )
    _refuse_texts(path, head)
    _refuse_graphs(path, head)
    if _SHARD.search(path.name) or path.name.endswith(".index.json"):
        raise refusal(
            CheckpointError,
            Message("weights-one-part"),
            place=path,
            hint=Message("weights-save-into-one"),
        )
    if _is_plain_pickle(head):
        raise refusal(
            CheckpointError,
            Message("weights-pickle"),
            place=path,
            hint=Message("weights-save-tensors"),
        )


def _refuse_texts(path: Path, head: bytes) -> None:
    if head.lstrip().startswith(b"<?xml") and b"<net " in head:
        raise refusal(
            CheckpointError,
            Message("weights-openvino-graph"),
            place=path,
            hint=Message("weights-take-onnx"),
        )
    if head.lstrip()[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise refusal(
            CheckpointError,
            Message("weights-web-page"),
            place=path,
            hint=Message("weights-open-link"),
        )


def _refuse_graphs(path: Path, head: bytes) -> None:
    """Refuse networks of other libraries; ONNX by its first field, whatever the file is called."""
    if is_onnx_graph(path, head):
        named = path.suffix.lower() == ".onnx"
        raise refusal(
            CheckpointError,
            Message("weights-onnx-graph"),
            place=path,
            hint=Message("weights-use-onnx", {"file": str(path), "named": named}),
        )
    if head[4:8] == b"TFL3":
        raise _of_another_library("tensorflow-lite", path)
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


def _of_another_library(kind: str, path: Path) -> CheckpointError:
    return refusal(
        CheckpointError,
        Message("weights-of-another-library", {"what": Message("weights-kind", {"kind": kind})}),
        place=path,
        hint=Message("weights-export-onnx"),
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
        raise refusal(
            CheckpointError,
            Message("weights-oldest"),
            place=path,
            hint=Message("weights-oldest-step"),
        )
    raise refusal(
        CheckpointError,
        Message("weights-tar-archive", {"names": sample(names)}),
        place=path,
        hint=Message("step-unpack-and-name"),
    )


def archive_name(names: Sequence[str]) -> Message:
    """What a ZIP archive without PyTorch's data is, by what it holds."""
    if names and all(name.endswith(".npy") for name in names):
        return Message("weights-archive-npz")
    if any(name.endswith("model.weights.h5") for name in names):
        return Message("weights-archive-keras")
    return Message("weights-archive-zip", {"names": sample(names)})


def sample(names: Sequence[str], count: int = 3) -> Message:
    """The weights files in an archive. Other names are not quoted: a card may name any file."""
    shown = [name for name in names if name.lower().endswith(WEIGHTS_ENDINGS)][:count]
    counts = {"names": tuple(shown) or None, "others": len(names) - len(shown)}
    return Message("weights-archive-sample", counts)
