"""The files of a house: which there are, and the room each belongs to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDERS = ("probe", "backbones", "reports")


@dataclass(frozen=True)
class Module:
    """A file of the house.

    Attributes:
        name: import name (see above); a package is the module of its `__init__`.
        folder: `probe`, `backbones` or `reports`.
        path: where it lies, links resolved.
        place: its path below the checkout, as printed.
        text: what stands in it.
    """

    name: str
    folder: str
    path: Path
    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, str(self.path))

    @property
    def is_package(self) -> bool:
        """Whether it is the `__init__` of a package."""
        return self.path.name == "__init__.py"

    @property
    def is_public(self) -> bool:
        """Whether no part of its name starts with an underscore."""
        return not any(part.startswith("_") for part in self.name.split("."))


def modules_of(root: Path) -> dict[str, Module]:
    """Every module of the house by name; links are followed, but no file is read twice."""
    found: dict[str, Module] = {}
    for folder in FOLDERS:
        for place in (root / folder, root / "probe" / folder):
            if place.is_dir():
                for module in _below(place.resolve(), folder):
                    found.setdefault(module.name, module)
    return dict(sorted(found.items()))


def _below(top: Path, folder: str) -> Iterator[Module]:
    """The modules below a folder, without those of another folder that lies inside."""
    others = {top / name for name in FOLDERS} if folder == "probe" else set()
    for path in sorted(top.rglob("*.py")):
        if others.isdisjoint(path.parents) and "__pycache__" not in path.parts:
            place = Path(folder) / path.relative_to(top)
            parts = place.parent.parts if path.stem == "__init__" else place.with_suffix("").parts
            text = path.read_text("utf-8")
            yield Module(".".join(parts), folder, path, place.as_posix(), text)


def room_of(module: str) -> str:
    """The room a module belongs to."""
    parts = module.split(".")
    if parts[0] == "probe":
        return parts[1] if len(parts) > 1 else "probe"
    return ".".join(parts[:2]) if parts[0] == "backbones" else parts[0]
