"""Remedies with a network of the user's: `super-resolution=FILE.onnx`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from probe.backbones.onnx.enlarger import Enlarger, open_enlarger
from probe.contracts import Runtime
from probe.embedding.weights_files import UnknownFilesError, files_digest
from probe.errors import CheckpointError, UsageError
from probe.remedies.shipped._pictures import Picture
from probe.remedies.shipped.super_resolution import SuperResolution
from probe.wording import Message, refusal

ENLARGING = "super-resolution"
"""The one remedy that takes a network."""


class NetworkEnlarging(SuperResolution):
    """Small pictures enlarged by a network.

    Args:
        enlarger: the network.
        digest: see `digest`.

    Attributes:
        digest: hex sha256 of what decides its pictures: the file, with all that it names.
    """

    def __init__(self, enlarger: Enlarger, digest: str) -> None:
        self._enlarger = enlarger
        self.digest = digest
        self.label = Message("remedy-super-resolution-of", {"file": enlarger.path.name})

    def enlarge(self, picture: Picture) -> Picture:
        """The picture as the network makes it."""
        return self._enlarger(picture)


def own_remedies(names: Sequence[str], runtime: Runtime) -> dict[str, NetworkEnlarging]:
    """Remedies that are asked for with a file, each opened and tried, by name and file name.

    Args:
        names: `super-resolution=FILE.onnx`.
        runtime: names threads and cache.

    Raises:
        UsageError: another name, no file, or two files of one name.
        CheckpointError: the file is no network that enlarges pictures (see `Enlarger`).
    """
    opened: dict[str, NetworkEnlarging] = {}
    for given in names:
        name, _, file = given.partition("=")
        if name.replace("_", "-") != ENLARGING or not file:
            raise refusal(
                UsageError,
                Message("remedy-own-unknown", {"given": given}),
                hint=Message("remedy-own-step", {"name": ENLARGING}),
            )
        enlarger = open_enlarger(Path(file), runtime)
        remedy = NetworkEnlarging(enlarger, _digest(Path(file)))
        key = f"{ENLARGING}={Path(file).name}"
        if key in opened:
            raise refusal(
                UsageError,
                Message("remedy-own-twice", {"file": Path(file).name}),
                hint=Message("remedy-own-rename"),
            )
        opened[key] = remedy
    return opened


def _digest(file: Path) -> str:
    """Of a file and all that it names.

    Raises:
        CheckpointError: it cannot be told what belongs to it.
    """
    try:
        return files_digest([file])
    except UnknownFilesError as unknown:
        raise refusal(CheckpointError, unknown.reason, place=file) from None
