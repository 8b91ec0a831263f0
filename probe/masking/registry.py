"""Maskers by name: `scene`, `files=FOLDER`, shipped segmenters, third-party entry points."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from probe.contracts import Masker, Runtime
from probe.errors import MaskError, ProbeError, nearest
from probe.masking.sources import FileMasks, MaskSource, SceneMasks, SeenMasks

GROUP = "probe.maskers"
SHIPPED = "probe.backbones._maskers"
"""Package whose folders are maskers; named, not imported."""


MaskerLoader = Callable[[Path | None, Runtime], Masker]
"""What a masker registers: opens it with its weights (None for none) on the runtime's device."""


def masker_names() -> list[str]:
    """Names that `--mask` knows."""
    return sorted({"scene", "files", *(name for name, _ in _loaders())})


def find_masker(given: str, runtime: Runtime | None = None) -> MaskSource:
    """What `--mask GIVEN` means: NAME or NAME=WEIGHTS (`files=FOLDER`).

    Raises:
        MaskError: unknown, weights missing or wrong.
    """
    name, equals, told = given.partition("=")
    path = Path(told) if equals else None
    if name == "scene":
        return _without_weights(SceneMasks(), path)
    if name == "files":
        if path is None:
            raise MaskError("files needs a folder of masks", hint="--mask files=FOLDER")
        return FileMasks(path)
    for known, place in _loaders():
        if known == name:
            return SeenMasks(_loaded(place)(path, runtime or Runtime()))
    raise MaskError(
        f"there is no masker {name!r}", hint=f"{nearest(name, masker_names())}; see --mask"
    )


def _loaders() -> Iterator[tuple[str, str]]:
    """Name -> place of the function that opens a masker."""
    shipped = importlib.import_module(SHIPPED)

    for module in sorted(pkgutil.iter_modules(shipped.__path__), key=lambda m: m.name):
        if module.ispkg and not module.name.startswith("_"):
            yield module.name, f"{shipped.__name__}.{module.name}:masker"
    for entry in entry_points(group=GROUP):
        yield entry.name, entry.value


def _loaded(place: str) -> MaskerLoader:
    module, _, attribute = place.partition(":")
    try:
        loader: MaskerLoader = getattr(importlib.import_module(module), attribute)
    except ProbeError:
        raise
    except Exception as error:
        # Somebody else's module: whatever it raises on import is its own fault, and said so.
        raise MaskError(
            f"cannot be imported ({type(error).__name__}: {error})", place=place
        ) from None
    return loader


def _without_weights(source: MaskSource, path: Path | None) -> MaskSource:
    if path is not None:
        raise MaskError(f"{source.name} takes no file", place=path, hint=f"--mask {source.name}")
    return source
