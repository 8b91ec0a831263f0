"""Functions of a Python program as backbones, and what is known of any network that is wrapped."""

from __future__ import annotations

import dataclasses
import hashlib
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from reprlib import Repr
from types import FunctionType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, BackboneCard, Pictures, Runtime, Vectors, WrappedModel
from probe.embedding.card_file import LARGEST_SIDE
from probe.embedding.unknown import UnknownError
from probe.errors import BackboneError, UsageError
from probe.files.places import is_file
from probe.wording import Message

Function = Callable[[NDArray[np.float32]], Any]
"""Normalised pictures `float32 (n, 3, h, w)` to vectors `(n, d)`."""

MOST = 1e6
"""No mean or standard deviation of a channel is larger (ours)."""

_SHORT = Repr()
_SHORT.maxother = _SHORT.maxstring = 60

_PLAIN = (bool, int, float, complex, str, bytes, type(None), type(Ellipsis))


class FunctionBackbone(Backbone):
    """A function of normalised pictures.

    Args:
        card: how pictures come in.
        function: gives the vectors.
        files: that the function reads.
    """

    def __init__(self, card: BackboneCard, function: Function, files: tuple[Path, ...]) -> None:
        self._card, self._function, self._files = card, function, files
        self._mean = np.asarray(card.mean, np.float32)[:, None, None]
        self._std = np.asarray(card.std, np.float32)[:, None, None]

    @property
    def card(self) -> BackboneCard:
        """Its card."""
        return self._card

    @property
    def files(self) -> tuple[Path, ...]:
        """As they were named."""
        return self._files

    @property
    def engine(self) -> str:
        """The function."""
        return f"a function of {getattr(self._function, '__module__', 'a program')}"

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` RGB pictures at the card's input size.

        Raises:
            BackboneError: the function gives something else than `(n, d)`.
        """
        planes = images.transpose(0, 3, 1, 2)
        if self._card.channels == "BGR":
            planes = planes[:, ::-1]
        scaled = planes.astype(np.float32) / np.float32(255)
        given = self._function(np.ascontiguousarray((scaled - self._mean) / self._std))
        vectors = np.asarray(given)
        if vectors.ndim != 2 or len(vectors) != len(images) or vectors.dtype.kind not in "fiu":
            raise BackboneError(
                f"the function gives {_form(given)} for {len(images)} pictures, not an array "
                f"({len(images)}, d) of numbers",
                place=self._card.name,
                hint="wrap a function that gives one vector a picture and nothing else",
            )
        with np.errstate(over="ignore"):  # what is too large is infinite, and refused as that
            return vectors.astype(np.float32, copy=False)


def _form(given: object) -> str:
    shape = getattr(given, "shape", None)
    if shape is None:
        return f"a {type(given).__name__}"
    return f"an array {tuple(shape)} of {getattr(given, 'dtype', 'values')}"


def card_of(
    network: object,
    input_size: object,
    mean: object,
    std: object,
    channels: str,
    fit: str,
    name: str,
) -> BackboneCard:
    """The card of a network of a program.

    Args:
        network: of whose class or function the name is taken where `name` is empty.
        input_size: height and width, whole numbers.
        mean: three numbers.
        std: three numbers above 0.
        channels: `RGB` or `BGR`.
        fit: `letterbox` or `stretch`.
        name: in reports; may be empty.

    Raises:
        UsageError: a value is not possible; says which.
    """
    size, means, spreads = (_numbers(value) for value in (input_size, mean, std))
    sizes = len(size) == 2 and all(isinstance(v, int) and 0 < v <= LARGEST_SIDE for v in size)
    colours = len(means) == len(spreads) == 3
    wrong = {
        f"input_size={_short(input_size)}: height and width in pixels are needed, at most "
        f"{LARGEST_SIDE}": not sizes,
        f"mean={_short(mean)}, std={_short(std)}: three numbers each are needed": not colours,
        f"std={_short(std)}: numbers above 0 are needed": colours and min(spreads) <= 0,
        f"channels={channels!r} is not RGB or BGR": channels not in ("RGB", "BGR"),
        f"fit={fit!r} is not letterbox or stretch": fit not in ("letterbox", "stretch"),
        f"name={_short(name)}: a text is needed": not isinstance(name, str),
    }
    for message, applies in wrong.items():
        if applies:
            raise UsageError(message, hint="help(probe.wrap) says what each is")
    kind = network if inspect.isroutine(network) else type(network)
    own = getattr(kind, "__name__", "network")
    return BackboneCard(
        architecture=re.sub(r"[^A-Za-z0-9_.-]+", "-", name or own).strip("-.") or "network",
        summary=Message("card-summary-wrapped"),
        input_size=(int(size[0]), int(size[1])),
        mean=(means[0], means[1], means[2]),
        std=(spreads[0], spreads[1], spreads[2]),
        channels="RGB" if channels == "RGB" else "BGR",
        fit="stretch" if fit == "stretch" else "letterbox",
        feature=Message("card-feature-wrapped"),
        source=f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', own)}",
        needs_weights=False,
    )


def _numbers(value: object) -> tuple[float, ...]:
    """A list of finite numbers; empty for anything else."""
    given = value.tolist() if isinstance(value, np.ndarray | np.generic) else value
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        return ()
    numbers = tuple(n.item() if isinstance(n, np.generic) else n for n in given)
    sound = all(type(n) in (int, float) and abs(n) <= MOST for n in numbers)
    return numbers if sound else ()


def _short(value: object) -> str:
    """A value as it is shown: a large array not in full."""
    return _SHORT.repr(value)


def wrapped_function(card: BackboneCard, function: Function, files: Iterable[Path]) -> WrappedModel:
    """A function as a model.

    What decides its vectors is its source, with that of the modules it imports, and the files that
    are named. Of a function with a state (a closure, a method, an object that is called) that is
    not known.

    Args:
        card: how pictures come in.
        function: gives the vectors.
        files: that it reads.

    Raises:
        UsageError: one of the files is not there.
    """
    named = tuple(files)
    gone = next((path for path in named if not is_file(path)), None)
    if gone is not None:
        raise UsageError(
            "there is no such file, which the wrapped function is said to read",
            place=gone,
            hint="files=[...] of probe.wrap takes the paths of files that are there",
        )

    def load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
        return FunctionBackbone(card, function, named)

    if not isinstance(function, FunctionType) or function.__closure__:
        name = getattr(function, "__name__", type(function).__name__)
        return WrappedModel(card, load, reason=Message("key-state-unknown", {"what": name}))
    try:
        text = state_text([function.__defaults__, function.__kwdefaults__], function.__name__)
    except UnknownError as unknown:
        return WrappedModel(card, load, reason=unknown.reason)
    source = f"{function.__module__}.{function.__qualname__} {text}"
    digest = hashlib.sha256(source.encode()).hexdigest()
    return WrappedModel(card.with_changes(sha256=digest), load, (function.__module__,))


def state_text(value: object, place: str) -> str:
    """A value as text that is another for another value.

    Args:
        value: plain data, or a class or function that can be imported.
        place: whose value it is, for messages.

    Raises:
        UnknownError: it is something else.
    """
    if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
        content = hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()
        return f"array {value.dtype} {value.shape} {content}"
    if isinstance(value, (*_PLAIN, Enum, np.generic, Path)):
        return f"{type(value).__name__} {value!r}"
    if isinstance(value, Mapping):
        pairs = ((state_text(k, place), state_text(v, place)) for k, v in value.items())
        return f"{type(value).__name__} {sorted(pairs)}"
    if isinstance(value, tuple | list):
        return f"{type(value).__name__} {[state_text(entry, place) for entry in value]}"
    if isinstance(value, set | frozenset):
        return f"set {sorted(state_text(entry, place) for entry in value)}"
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__qualname__} {state_text(vars(value), place)}"
    if isinstance(value, type) or (inspect.isroutine(value) and _importable(value)):
        return f"{value.__module__}.{value.__qualname__}"
    if type(value).__module__ == "torch":  # dtype, device, Size
        return f"{type(value).__name__} {value!r}"
    raise UnknownError(Message("key-state-unknown", {"what": place}))


def _importable(value: object) -> bool:
    """Whether a function is found by its name: no lambda, no method of an object."""
    module = sys.modules.get(getattr(value, "__module__", None) or "")
    return getattr(module, getattr(value, "__qualname__", ""), None) is value
