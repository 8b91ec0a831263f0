"""One way to register whatever can be named: backbones, maskers, layouts, remedies, objectives.

A shipped plug-in is a module of a package that is kept for its kind: it is registered by being
there. A third party registers under an entry-point group. Names are read without importing
anything; a plug-in is imported when it is asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Generic, TypeVar

from probe.errors import ProbeError
from probe.wording import Message, nearest, refusal

Plugin = TypeVar("Plugin")

ATTRIBUTE = "spec"
"""What a shipped module offers under this name is its plug-in."""

PLACE = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*\Z")
"""`package.module:attribute`, as entry points write it."""


@dataclass(frozen=True)
class Registry(Generic[Plugin]):
    """The plug-ins of one kind.

    Attributes:
        noun: what one of them is called in messages, such as `masker`.
        kind: type that every plug-in must have.
        group: entry-point group of third parties; an entry point's name is the plug-in's.
        packages: packages whose modules are the shipped plug-ins, by name: rooms below the package
            do not know it. A module's name is the plug-in's; one that begins with `_` is none.
        error: raised for an unknown name, two plug-ins of one name, and a plug-in that cannot be
            imported or has another type.
        separator: stands in names where a module's name has `_`.
        folders_only: whether the plug-ins are folders, and single modules beside them are none.
    """

    noun: str
    kind: type[Plugin]
    group: str
    packages: tuple[str, ...] = ()
    error: type[ProbeError] = ProbeError
    separator: str = "_"
    folders_only: bool = False

    def places(self) -> dict[str, str]:
        """Name -> `package.module:attribute` of every plug-in, the shipped ones first.

        Raises:
            ProbeError: two plug-ins have one name; both places are named.
        """
        places: dict[str, str] = {}
        for name, place in (*self._shipped(), *self._registered()):
            if places.setdefault(name, place) != place:
                raise refusal(
                    self.error,
                    Message(
                        "plug-in-twice",
                        {
                            "noun": self._noun,
                            "name": repr(name),
                            "first": places[name],
                            "second": place,
                        },
                    ),
                    hint=Message("plug-in-twice-step"),
                )
        return places

    def names(self) -> list[str]:
        """All names, sorted; nothing is imported."""
        return sorted(self.places())

    def get(self, name: str) -> Plugin:
        """The plug-in of a name.

        Raises:
            ProbeError: there is none (the hint names the nearest), or it cannot be used.
        """
        places = self.places()
        if name not in places:
            raise self.unknown(name)
        return self.imported(places[name])

    def all(self) -> dict[str, Plugin]:
        """Name -> plug-in of all, the shipped ones first; every one is imported.

        Raises:
            ProbeError: one cannot be used.
        """
        return {name: self.imported(place) for name, place in self.places().items()}

    def unknown(self, name: str) -> ProbeError:
        """The error for a name that nobody has registered."""
        return refusal(
            self.error,
            Message("plug-in-unknown", {"noun": self._noun, "name": repr(name)}),
            hint=nearest(name, self.names()),
        )

    def imported(self, place: str) -> Plugin:
        """The plug-in at `package.module:attribute`.

        This runs the module: a place may come from a registry or from the command line, never from
        a file of data.

        Raises:
            ProbeError: it cannot be imported, or has another type.
        """
        module, _, attribute = place.partition(":")
        try:
            plugin: object = getattr(importlib.import_module(module), attribute)
        except ProbeError:
            raise
        except Exception as error:
            # Somebody else's module: whatever it raises on import is its own fault, and said so.
            raise refusal(
                self.error,
                Message(
                    "plug-in-not-imported", {"fault": type(error).__name__, "said": str(error)}
                ),
                place=place,
                hint=Message("plug-in-not-imported-step"),
            ) from None
        if not isinstance(plugin, self.kind):
            raise refusal(
                self.error,
                Message(
                    "plug-in-other-type",
                    {
                        "attribute": attribute,
                        "type": type(plugin).__name__,
                        "noun": self._noun,
                        "kind": self.kind.__name__,
                    },
                ),
                place=place,
                hint=Message("plug-in-other-type-step", {"kind": self.kind.__name__}),
            )
        return plugin

    def imported_from_here(self, place: str) -> Plugin:
        """The plug-in at a place that the command line names: the current folder counts, too.

        The folder is searched behind everything that is installed, so nothing of it stands in for a
        package.

        Raises:
            ProbeError: as `imported`.
        """
        here = str(Path.cwd())
        if here not in sys.path:
            sys.path.append(here)
            importlib.invalidate_caches()
        return self.imported(place)

    @property
    def _noun(self) -> Message:
        values = {"noun": self.noun, "kind": self.noun.replace(" ", "-")}
        return Message("plug-in-noun", values)

    def _shipped(self) -> list[tuple[str, str]]:
        modules = [
            (module.name, f"{package}.{module.name}:{ATTRIBUTE}")
            for package in self.packages
            for module in pkgutil.iter_modules(importlib.import_module(package).__path__)
            if not module.name.startswith("_") and (module.ispkg or not self.folders_only)
        ]
        return [(name.replace("_", self.separator), place) for name, place in sorted(modules)]

    def _registered(self) -> list[tuple[str, str]]:
        return [(entry.name, entry.value) for entry in entry_points(group=self.group)]
