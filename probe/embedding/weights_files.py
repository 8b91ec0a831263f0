"""The files that weights consist of: a file may name others that hold its numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from probe.embedding.unknown import UnknownError
from probe.errors import ProbeError
from probe.files.data_path import path_in_data
from probe.wording import Message


class UnknownFilesError(UnknownError):
    """A file that belongs to weights is missing, or it cannot be told which do."""


def has_companions(path: Path) -> bool:
    """Whether files of this kind may keep their numbers in other files."""
    return path.suffix.lower() in {".onnx", ".xml"}


def files_digest(paths: Sequence[Path]) -> str:
    """Hex sha256 over the contents of weights files and all files they name, not over where they
    lie.

    Raises:
        UnknownFilesError: one is missing, or it cannot be told which belong to it.
    """
    digest = hashlib.sha256()
    for path in paths:
        for file in (path, *companions(path)):
            try:
                with file.open("rb") as stream:
                    digest.update(hashlib.file_digest(stream, "sha256").digest())
            except OSError as error:
                values = {"file": file.name, "detail": error.strerror or ""}
                raise UnknownFilesError(Message("key-file-unreadable", values)) from None
    return digest.hexdigest()


def companions(path: Path) -> tuple[Path, ...]:
    """The files that hold the numbers of a graph: ONNX external data, OpenVINO's `.bin`.

    Raises:
        UnknownFilesError: the graph cannot be read.
    """
    if path.suffix.lower() == ".xml":
        return (path.with_suffix(".bin"),)
    if path.suffix.lower() != ".onnx":
        return ()
    return tuple(_beside(path, name) for name in sorted(set(_locations(path))))


def _beside(path: Path, name: str) -> Path:
    """A file that a graph names, below its folder.

    Raises:
        UnknownFilesError: it leads out.
    """
    try:
        return path_in_data(path.parent, name, ProbeError, path)
    except ProbeError:
        values = {"file": path.name, "detail": "it names numbers outside its folder"}
        raise UnknownFilesError(Message("key-file-unreadable", values)) from None


def _locations(path: Path) -> Iterator[str]:
    """Files that the tensors of an ONNX graph lie in, below its folder."""
    try:
        import onnx
    except ImportError:
        raise UnknownFilesError(Message("key-needs-onnx", {"file": path.name})) from None
    try:
        model = onnx.load(str(path), load_external_data=False)
    except Exception as error:  # protobuf's own class has no types
        raise UnknownFilesError(Message("key-no-onnx", {"file": path.name})) from error
    for tensor in _tensors(model):
        for entry in tensor.external_data:
            if entry.key == "location":
                yield entry.value


def _tensors(model: Any) -> Iterator[Any]:
    """Every tensor of a model: initialisers, sparse ones, and those in nodes and functions."""
    yield from _tensors_of_graph(model.graph)
    for function in model.functions:
        yield from _tensors_of_nodes(function.node)
    for training in model.training_info:
        for graph in (training.initialization, training.algorithm):
            yield from _tensors_of_graph(graph)


def _tensors_of_graph(graph: Any) -> Iterator[Any]:
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    yield from _tensors_of_nodes(graph.node)


def _tensors_of_nodes(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        for attribute in node.attribute:
            yield attribute.t
            yield from attribute.tensors
            for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                yield from (sparse.values, sparse.indices)
            for graph in (attribute.g, *attribute.graphs):
                yield from _tensors_of_graph(graph)
