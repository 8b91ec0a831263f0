"""Protocols by path or by name: the user's own first, then the shipped ones."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from probe.errors import ProtocolError, nearest
from probe.files.neighbours import contents
from probe.files.places import is_file, is_folder
from probe.files.strict_yaml import load_yaml
from probe.protocol.model import Protocol, protocol_of


def shipped() -> dict[str, Path]:
    """Name -> file of the protocols that come with the package."""
    folder = Path(str(resources.files("probe.protocols")))
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def find_protocol(given: str | Path) -> Path:
    """The file of a protocol named by path, by shipped path or by shipped name.

    A local file wins; then `protocols/orientation.yaml` and `orientation` mean the shipped one.

    Raises:
        ProtocolError: there is none; the message names the nearest.
    """
    path = Path(given)
    if is_file(path):
        return path
    if is_folder(path):
        raise ProtocolError(
            "this is a folder, and one protocol is needed",
            place=path,
            hint=contents(path, "*.yaml"),
        )
    ours = shipped()
    if path.stem in ours and str(path) in {
        path.stem,
        f"{path.stem}.yaml",
        f"protocols/{path.stem}.yaml",
        f"protocols/{path.stem}",
    }:
        return ours[path.stem]
    raise ProtocolError(
        "there is no such protocol, here or among the shipped ones",
        place=given,
        hint=nearest(path.stem, ours),
    )


def find_protocols(given: str | Path) -> list[Path]:
    """One protocol, or all of a folder; `protocols/` is the shipped folder if there is none here.

    Raises:
        ProtocolError: nothing is found.
    """
    path = Path(given)
    if is_folder(path):
        paths = sorted([*path.glob("*.yaml"), *path.glob("*.yml")])
        if not paths and is_file(path / "manifest.json"):
            raise ProtocolError(
                "this is the folder of a run, not of protocols",
                place=path,
                hint=f"`probe report {path}` writes its report",
            )
        if not paths:
            raise ProtocolError(
                "the folder holds no protocol, which is a .yaml file",
                place=path,
                hint="`probe init FOLDER` writes one for a folder of photographs",
            )
        return paths
    if str(path) == "protocols":
        return list(shipped().values())
    return [find_protocol(given)]


def load_protocol(path: str | Path) -> Protocol:
    """Read and check a protocol.

    Raises:
        YamlError: not readable as plain YAML.
        ProtocolError: an unknown key, an unknown level, ...; the message names file and line.
    """
    file = load_yaml(find_protocol(path))
    return protocol_of(file)
