"""Exported graphs kept between runs: a file a card, in a folder of the cache with a size limit."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import torch

from probe.backbones._torch.export import OPSET, REVISION
from probe.contracts import BackboneCard, Runtime
from probe.files.pruning import prune

LIMIT = 2 * 1024**3
"""Bytes of graphs that are kept: 2 GiB (our choice: room for twenty networks like ResNet-50, whose
23.5 million weights are 94 MB)."""


@contextmanager
def graph_file(card: BackboneCard, runtime: Runtime, limit: int = LIMIT) -> Iterator[Path]:
    """Where the graph of a card is kept: in the cache, or for the moment only.

    A graph in use counts as used now; when the folder has outgrown its limit, those used longest
    ago go, but never the one in use.

    Args:
        card: of what is exported; without a checksum of its weights nothing is kept.
        runtime: names the cache folder.
        limit: bytes that all graphs together may have.
    """
    if runtime.cache is None or not card.sha256:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / "graph.onnx"
        return
    name = sha256(f"{card.digest()} {torch.__version__} {OPSET} {REVISION}".encode()).hexdigest()
    path = runtime.cache / "graphs" / f"{name[:32]}.onnx"
    yield path
    if path.is_file():
        os.utime(path)
        prune(([graph] for graph in path.parent.glob("*.onnx")), limit, spared=1)
