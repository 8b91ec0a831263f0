"""The packages that this one asks for: which are installed, and whether they can be imported.

A package that is installed may still not load: torchvision from a registry beside a PyTorch that it
was not built for is the usual case. So each is imported as the product imports it.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from importlib import metadata

from packaging.requirements import Requirement

from probe.wording import Message

PROJECT = "probe-reid"
_GATHERED = {"all", "test"}
"""Extras that gather others, and the one of developers."""

_MODULES = {
    "opencv-python": "cv2",
    "pillow": "PIL",
    "pyyaml": "yaml",
    "fluent-runtime": "fluent.runtime",
}
"""What is imported where its name is not the package's with "_" for "-"."""


@dataclass(frozen=True)
class Package:
    """A package that is asked for.

    Attributes:
        name: as pip knows it.
        version: that is installed; empty where none is.
        fault: why it cannot be used as installed; None where it can, or is not installed.
    """

    name: str
    version: str
    fault: Message | None

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()


def packages_by_extra() -> dict[str, list[Package]]:
    """Every package that is asked for by the extra that brings it; "" for a plain installation.

    Extras that only gather others are left out. Each package is imported, which takes seconds.
    """
    found: dict[str, list[Package]] = {}
    for line in map(Requirement, metadata.requires(PROJECT) or ()):
        extra = str(line.marker).partition("extra == ")[2].strip("'\"") if line.marker else ""
        if line.name != PROJECT and extra not in _GATHERED:
            found.setdefault(extra, []).append(_looked_at(line))
    return found


def _looked_at(line: Requirement) -> Package:
    name = line.name.lower()
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Package(name, "", None)
    if not line.specifier.contains(version, prereleases=True):
        return Package(
            name, version, Message("cli-doctor-version", {"wanted": str(line.specifier)})
        )
    return Package(name, version, _import_fault(_MODULES.get(name, name.replace("-", "_"))))


def _import_fault(module: str) -> Message | None:
    """What importing says that fails; None where it can be imported."""
    from probe.backbones._torch.torchvision_import import allow_torchvision

    allow_torchvision()
    try:
        importlib.import_module(module)
    except Exception as error:  # whatever a broken package raises
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        return Message("cli-doctor-import", {"module": module, "said": said})
    return None
