"""Names and checksums of weights files."""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path

from probe.contracts import BackboneCard
from probe.files.weights_name import NETWORK_ENDINGS


def sha256_of(path: Path) -> str:
    """Hex sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tag_of(path: Path, architecture: str) -> str:
    """A short label for weights, from their file's name: only a name, nothing is decided by it."""
    stem = path.name
    while Path(stem).suffix.lower() in NETWORK_ENDINGS or re.search(r"\.tar-\d+$", stem):
        stem = Path(stem).stem
    stem = re.sub(rf"^{re.escape(architecture)}(?=[._-])", "", stem, flags=re.IGNORECASE)
    return re.sub(r"[^0-9A-Za-z_-]+", "_", stem).strip("_-").lower() or "weights"


def named_file(card: BackboneCard) -> Path | None:
    """The file that a card names as its source, as `onnx:FILE` does; None where it names none."""
    return Path(card.source) if card.source and isinstance(card.source, str) else None


def shipped_weights(card: BackboneCard, package: str) -> Path | None:
    """The weights file that comes with the package of a card; None where the user names one."""
    if card.needs_weights:
        return None
    name = re.sub(r"-\d+\Z", "", card.name)  # named again, it is called `moco.demo-2` in a run
    return Path(str(resources.files(package))) / "weights" / f"{name}.safetensors"
