"""Protocols by path or by name: the user's own first, then the shipped ones."""

from __future__ import annotations

from importlib import resources
from itertools import chain
from pathlib import Path

from probe.errors import ProtocolError
from probe.files.neighbours import contents
from probe.files.places import is_file, is_folder
from probe.files.store_address import is_address
from probe.files.strict_yaml import load_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.model import Protocol
from probe.protocol.transforming import check_transforms
from probe.wording import Message, nearest, refusal


def shipped() -> dict[str, Path]:
    """Name -> file of the protocols that `protocols/` stands for."""
    return _protocols_in(_folder())


def shipped_further() -> dict[str, dict[str, Path]]:
    """Folder -> name -> file of those that are run when they are asked for.

    `outdoors` makes its pictures from any others, `rendered` asks what only the renderer shows.
    """
    folders = sorted(path for path in _folder().iterdir() if path.is_dir())
    return {path.name: inside for path in folders if (inside := _protocols_in(path))}


def every_shipped() -> dict[str, Path]:
    """Name -> file of all protocols that come with the package."""
    further = (files.items() for files in shipped_further().values())
    return {**shipped(), **dict(chain.from_iterable(further))}


def find_protocol(given: str | Path) -> Path:
    """The file of a protocol named by path, by shipped path or by shipped name.

    A local file wins; then `protocols/orientation.yaml` and `orientation` mean the shipped one. A
    folder of that name which holds no protocol, such as one of photographs, stands in no way.

    Raises:
        ProtocolError: there is none; the message names the nearest.
    """
    path = Path(given)
    if is_file(path):
        return path
    named = _shipped_file(path)
    if is_folder(path) and (named is None or _files_in(path)):
        raise refusal(
            ProtocolError, Message("protocol-is-folder"), place=path, hint=contents(path, "*.yaml")
        )
    if named is not None:
        return named
    near = nearest(path.stem, [*every_shipped(), *shipped_further()])
    hint = Message("path-bring-here") if is_address(given) else near
    raise refusal(ProtocolError, Message("protocol-unknown"), place=given, hint=hint)


def find_protocols(*given: str | Path) -> list[Path]:
    """The files of protocols, each once: of a folder all that lie in it, not below it.

    `protocols/`, `protocols/outdoors` or `outdoors`, ... are the shipped folders if there is none
    here.

    Raises:
        ProtocolError: nothing is found for one of those that are given.
    """
    found = chain.from_iterable(map(_found, given))
    return list({path.resolve(): path for path in found}.values())


def _found(given: str | Path) -> list[Path]:
    path = Path(given)
    paths = _files_in(path) if is_folder(path) else []
    if is_folder(path) and (paths or _shipped_file(path) is None):
        if not paths and is_file(path / "manifest.json"):
            raise refusal(
                ProtocolError,
                Message("protocol-run-folder"),
                place=path,
                hint=Message("protocol-run-report", {"folder": str(path)}),
            )
        if not paths:
            raise refusal(
                ProtocolError,
                Message("protocol-none-inside"),
                place=path,
                hint=Message("protocol-init"),
            )
        return paths
    if path.as_posix() == "protocols":
        return list(shipped().values())
    if path.parent.as_posix() in {".", "protocols"} and path.name in shipped_further():
        return list(shipped_further()[path.name].values())
    return [find_protocol(given)]


def further_protocols(*given: str | Path) -> dict[Path, list[str]]:
    """Folders inside folders of protocols, which are run when they are asked for.

    Returns:
        folder, as it is to be typed -> names of its protocols; empty for single protocols.
    """
    named = {Path(one).resolve() for one in given}
    inside = chain.from_iterable(_further(Path(one)).items() for one in given)
    return {folder: names for folder, names in inside if folder.resolve() not in named}


def _further(path: Path) -> dict[Path, list[str]]:
    if is_folder(path):
        inside = {folder: sorted(_protocols_in(folder)) for folder in sorted(path.iterdir())}
        return {folder: names for folder, names in inside.items() if names}
    if path.as_posix() != "protocols":
        return {}
    return {path / folder: list(files) for folder, files in shipped_further().items()}


def _shipped_file(path: Path) -> Path | None:
    """The shipped protocol that a path names: `lens`, or with the folder it lies in before it."""
    file = every_shipped().get(path.stem) if path.suffix in {"", ".yaml"} else None
    if file is None:
        return None
    inside = file.parent.relative_to(_folder())
    places = {Path(), inside, Path("protocols") / inside}
    return file if path.parent in places else None


def _files_in(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])


def _folder() -> Path:
    return Path(str(resources.files("probe.protocols")))


def _protocols_in(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def load_protocol(path: str | Path) -> Protocol:
    """Read and check a protocol.

    Raises:
        YamlError: not readable as plain YAML.
        ProtocolError: an unknown key, an unknown level, ...; the message names file and line.
    """
    file = load_yaml(find_protocol(path))
    protocol = protocol_of(file)
    check_transforms(protocol, file)
    return protocol
