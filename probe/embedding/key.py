"""What decides a vector: the one place that knows. The cache, `--resume` and a run's digest ask it.

A vector is decided by the picture and, here, by everything else: the weights with every external
file, the card, the precision (and the engine where the precision lets it show), how pictures are
fitted and prepared, and for code that is not ours that code itself. Where one of these cannot be
known, nothing is kept: a figure made twice is better than one made by something else.
"""

from __future__ import annotations

import functools
import hashlib
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from probe.contracts import Backbone, Masker, PairScorer, Runtime
from probe.embedding.composite import CompositeBackbone
from probe.embedding.loaded import AdaptedBackbone, AdaptedScorer, ModelKey
from probe.embedding.source import UnknownSourceError, code_digest
from probe.embedding.weights_files import UnknownFilesError, files_digest, has_companions
from probe.wording import Message

REVISION = 1
"""Raised when our own code changes what a shipped card gives: it makes every older key unknown."""

OURS = "probe"
"""Top-level package whose code needs no digest: its networks are known by card and revision."""

_FULL = "float32"


def model_key(
    model: Backbone | PairScorer,
    runtime: Runtime,
    load: Callable[..., object] | None = None,
    weights: Path | None = None,
) -> ModelKey:
    """The key of a loaded model.

    Args:
        model: the model.
        runtime: what it was loaded with.
        load: the function that loaded it.
        weights: the weights file that was named for it.
    """
    if isinstance(model, CompositeBackbone):
        return model.key
    try:
        parts = [str(REVISION), model.card.digest(), model.card.score, *_computing(model, runtime)]
        parts.append(_weights(model, load, weights))
        if not is_ours(model, load):
            parts += [code_key(model, load), json.dumps([runtime.precision, runtime.engine])]
    except (UnknownSourceError, UnknownFilesError) as unknown:
        return ModelKey("", unknown.reason)
    return ModelKey(_sha256(*parts))


def wrapped_key(
    model: Backbone | PairScorer, runtime: Runtime, modules: Iterable[str], reason: Message | None
) -> ModelKey:
    """The key of a network of a program: its state stands on its card, its source is digested.

    Args:
        model: as it was loaded.
        runtime: what it was loaded with.
        modules: that its classes come from, or that its function stands in.
        reason: why its state is not known; None where it is.
    """
    if reason is not None:
        return ModelKey("", reason)
    named = set(modules)
    try:
        code = code_digest({name for name in named if _written_here(name)}, named)
        files = files_digest(sorted(model.files)) if model.files else ""
    except (UnknownSourceError, UnknownFilesError) as unknown:
        return ModelKey("", unknown.reason)
    settings = json.dumps([runtime.precision, runtime.engine])
    card = (model.card.digest(), model.card.score)
    return ModelKey(_sha256("wrapped", *card, *_computing(model, runtime), code, files, settings))


def _written_here(module: str) -> bool:
    """Whether a module is no part of an installed package: its source counts, not a version."""
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    return not {"site-packages", "dist-packages"} & set(Path(file).parts)


def key_of_ours(model: Backbone | PairScorer) -> ModelKey:
    """The key of a shipped model from what it says of itself; of other code nothing is kept."""
    if not is_ours(model):
        return ModelKey("", Message("key-maker-unknown"))
    return model_key(model, Runtime())


def for_loading(runtime: Runtime, load: Callable[..., object]) -> Runtime:
    """The runtime with which a model is loaded: exported graphs are kept by their code, too.

    Graphs are named by card, weights and versions; those of code that is not ours get a folder of
    that code's own, or are not kept where its source cannot be had.
    """
    if runtime.cache is None or loads_ours(load):
        return runtime
    try:
        folder = runtime.cache / "graphs" / code_key(load, load)[:16]
    except UnknownSourceError:
        return replace(runtime, cache=None)
    return replace(runtime, cache=folder)


def masker_key(masker: Masker) -> str:
    """What stands for a masker in keys: its digest, and its code where that is not ours.

    Where the source of that code cannot be had it is another text every time: nothing made with its
    masks is found again.
    """
    if is_ours(masker):
        return masker.digest
    try:
        return f"{masker.digest} {code_key(masker)}"
    except UnknownSourceError:
        return f"{masker.digest} {uuid4().hex}"


def code_key(model: object, load: Callable[..., object] | None = None) -> str:
    """Digest of the code that makes a model (or a masker) and computes with it.

    Raises:
        UnknownSourceError: some of it cannot be read.
    """
    kinds = [kind for kind in type(_given(model)).__mro__ if kind is not object]
    modules = [kind.__module__ for kind in kinds]
    settings = ""
    while isinstance(load, functools.partial):
        settings += repr((load.args, sorted(load.keywords.items())))
        load = load.func
    written = {modules[0], *([load.__module__] if load is not None else [])}
    foreign = {name for name in written if not _our(name)}
    bases = [name for name in modules if not _our(name)]
    return _sha256(code_digest(foreign, bases), settings)


def is_ours(model: object, load: Callable[..., object] | None = None) -> bool:
    """Whether a model's class and its loader come with this package."""
    return _our(type(_given(model)).__module__) and (load is None or loads_ours(load))


def loads_ours(load: Callable[..., object]) -> bool:
    """Whether a loader comes with this package."""
    return _our(getattr(load, "__module__", "") or "")


def _our(module: str) -> bool:
    return module.partition(".")[0] == OURS


def _given(model: object) -> object:
    """What the loader gave, before it was adapted."""
    return model.given if isinstance(model, (AdaptedBackbone, AdaptedScorer)) else model


def _computing(model: Backbone | PairScorer, runtime: Runtime) -> tuple[str, ...]:
    """Precision, and the engine where it shows: engines agree to 1e-5 in float32 only."""
    if model.precision == _FULL and runtime.precision == _FULL:
        return (_FULL,)
    return model.precision, runtime.precision, model.engine


def _weights(
    model: Backbone | PairScorer, load: Callable[..., object] | None, weights: Path | None
) -> str:
    """Digest of the weights: our own loaders have put that of a file that stands alone on the card.

    Raises:
        UnknownFilesError: a file that belongs to them is missing or cannot be told.
    """
    files = set(model.files)
    on_card = is_ours(model, load) and bool(model.card.sha256)
    if weights is not None and (not on_card or has_companions(weights)):
        files.add(weights)
    return files_digest(sorted(files)) if files else ""


def _sha256(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
