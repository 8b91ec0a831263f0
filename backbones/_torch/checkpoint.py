"""Reading the tensors of a weights file without ever running code from it.

PyTorch files are opened with `weights_only=True` plus an allow-list for NumPy numbers and arrays
and for `argparse.Namespace`, which training scripts leave in their files; safetensors files hold
nothing but tensors. Files written by Python 2 are read too.
"""

from __future__ import annotations

import argparse
import pickle
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch

from probe.backbones._torch.file_kind import file_kind
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError
from probe.files.plain_text import spelt_out
from probe.wording import Message, refusal

Tensors = dict[str, torch.Tensor]

# Names under which the trainers of the field keep networks in their files.
_AVERAGED = ("model_ema", "ema", "ema_state_dict", "state_dict_ema", "teacher", "swa_state_dict")
_PLAIN = ("state_dict", "model", "model_state_dict", "student", "net", "network", "params")
_PLAIN_TOO = ("state_dict_backbone", "backbone", "encoder", "weights", "module")
_WRAPPERS = (*_PLAIN, *_PLAIN_TOO, *_AVERAGED)
_NAMED_FREELY = re.compile(r"\w+_(state_dict|model|net|network|weights)")
"""Names such as `net_state_dict`, which scripts make up."""

_OF_NO_NETWORK = re.compile(r"optim|sched|scaler|criterion|loss|center", re.IGNORECASE)
"""In the names of what a training keeps beside its network, with tensors as well."""

_KEYS_NAMED = 8
"""Entries of a file that are named where none is a network (ours: a line of a terminal)."""

_OF_TRAINING = frozenset({"recipe", "recipe_name", "stage", "epoch", "parts"})
"""Entries of the file that `probe train --resume` goes on from."""

_STATE_DICT_HINT = Message("weights-state-dict-step")


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The tensors of one network in a weights file.

    Attributes:
        path: the file.
        sha256: of the whole file.
        part: the wrapper they were found under, such as `state_dict`; empty for a bare file.
        tensors: by their name in the file, unchanged.
        others: names of further entries of the file (epoch, optimizer, ...).
    """

    path: Path
    sha256: str
    part: str
    tensors: Tensors
    others: tuple[str, ...]


def read_checkpoint(path: Path, part: str = "") -> Checkpoint:
    """Read the tensors of a `.pth`, `.pt`, `.tar` or `.safetensors` file.

    Args:
        path: the weights file.
        part: which of several networks in the file to take (`model`, `model_ema`, `teacher`, ...).

    Raises:
        CheckpointError: the file cannot be read, would run code, holds no tensors, or holds
            several networks and `part` does not say which.
    """
    kind = file_kind(path)
    content = _read_safetensors(path) if kind == "safetensors" else _read_torch(path)
    if not isinstance(content, Mapping):
        raise refusal(
            CheckpointError,
            Message("weights-no-names", {"type": type(content).__name__}),
            place=path,
            hint=_STATE_DICT_HINT,
        )
    networks = _networks(content)
    name = _choose(networks, part, path, tuple(map(str, content)))
    others = tuple(str(key) for key in content if key != name) if name else ()
    tensors = _as_tensors(networks[name])
    _refuse_unusable_numbers(tensors, path)
    return Checkpoint(path, sha256_of(path), name, tensors, others)


def _read_safetensors(path: Path) -> Tensors:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        # Behind the colon a word of the file may stand, and a card may name any file.
        raise refusal(
            CheckpointError,
            Message("weights-safetensors-damaged", {"detail": str(error).partition(":")[0]}),
            place=path,
            hint=Message("step-download-again"),
        ) from None


def _read_torch(path: Path) -> Any:
    """The content of a PyTorch file, in today's or in Python 2's text encoding."""
    try:
        return _torch_load(path)
    except UnicodeDecodeError:
        return _guarded(path, lambda: _torch_load(path, encoding="latin1"))
    except Exception as error:
        raise _unreadable(path, error) from error


def _guarded(path: Path, load: Callable[[], Any]) -> Any:
    try:
        return load()
    except Exception as error:
        raise _unreadable(path, error) from error


def _torch_load(path: Path, encoding: str = "utf-8") -> Any:
    with torch.serialization.safe_globals(_harmless()), warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # old storage types: of no use to the user
        return torch.load(path, map_location="cpu", weights_only=True, encoding=encoding)


def _harmless() -> list[Any]:
    """What training scripts leave beside tensors; building these runs nothing of the file's."""
    multiarray = np._core.multiarray  # type: ignore[attr-defined]
    rebuilt = [
        (getattr(multiarray, name), f"numpy.{core}.multiarray.{name}")
        for core in ("core", "_core")
        for name in ("scalar", "_reconstruct")
    ]
    kinds = {type(np.dtype(code)) for code in "?bBhHiIlLqQefdSU"}
    plain: list[Any] = [
        argparse.Namespace,
        SimpleNamespace,
        slice,
        range,
        list,
        dict,
        set,
        frozenset,
        tuple,
    ]
    plain += [bool, int, float, complex, str, bytes, bytearray, date, datetime, time]
    plain += [timedelta, timezone]
    filled = (_without_default, "collections.defaultdict"), (_as_list, "collections.deque")
    return [*rebuilt, np.ndarray, np.dtype, *kinds, *plain, *_paths(), *filled]


def _paths() -> list[tuple[Any, str]]:
    """Paths of either system as pure ones, by their names before and from Python 3.13."""
    return [
        (kind, f"{module}.{name}")
        for module in ("pathlib", "pathlib._local")
        for kind, name in (
            (PurePosixPath, "PosixPath"), (PurePosixPath, "PurePosixPath"),
            (PureWindowsPath, "WindowsPath"), (PureWindowsPath, "PureWindowsPath"),
        )
    ]  # fmt: skip


def _without_default(*_: object) -> dict[Any, Any]:
    """A dictionary in place of a `defaultdict`: what makes its defaults is not called."""
    return {}


def _as_list(*_: object) -> list[Any]:
    """A list in place of a `deque`: PyTorch fills lists alone."""
    return []


def _unreadable(path: Path, error: Exception) -> CheckpointError:
    """Say why PyTorch could not open the file: code inside, or damage."""
    text = str(error)
    if isinstance(error, pickle.UnpicklingError) and ("GLOBAL" in text or "nsupported" in text):
        return refusal(
            CheckpointError,
            Message("weights-would-run-code", {"why": _code_in(path, text)}),
            place=path,
            hint=_STATE_DICT_HINT,
        )
    return refusal(
        CheckpointError,
        Message("weights-damaged", {"detail": text.splitlines()[0] if text else repr(error)}),
        place=path,
        hint=Message("step-download-again"),
    )


def _code_in(path: Path, message: str) -> Message:
    """Names of the classes or functions that the file wants to call."""
    try:
        names = set(torch.serialization.get_unsafe_globals_in_checkpoint(path))
    except Exception:  # only the newer, zipped format can be searched whole
        names = set(re.findall(r"GLOBAL ([\w.]+)", message))
    if not names:
        return Message("weights-more-than-tensors")
    return Message("weights-asks-for", {"names": tuple(sorted(names)[:4])})


def _is_tensor(value: object) -> bool:
    return isinstance(value, torch.Tensor) or (
        isinstance(value, np.ndarray) and value.dtype.kind in "fiub"
    )


def _holds_tensors(value: object) -> bool:
    return isinstance(value, Mapping) and sum(map(_is_tensor, value.values())) > 0


def _networks(content: Mapping[Any, Any]) -> dict[str, Mapping[Any, Any]]:
    """Networks in a file by wrapper name; the file itself, under the empty name, when bare."""
    networks = {str(key): content[key] for key in content if _is_network(key, content[key])}
    for name, inner in list(networks.items()):
        nested = {key: inner[key] for key in inner if _is_network(key, inner[key])}
        if nested and not any(map(_is_tensor, inner.values())):
            networks.pop(name)
            networks.update({f"{name}.{key}": value for key, value in nested.items()})
    # Beside a named network a file may hold a few tensors (a queue, a rate); from eight on (ours)
    # it is a bare network, one part of which has a name like `backbone`.
    bare = sum(map(_is_tensor, content.values()))
    return networks if networks and bare < 8 else ({"": content} if bare else {})


def _is_network(key: object, value: object) -> bool:
    """A mapping with tensors under a known wrapper name (optimizers have tensors as well)."""
    if not _is_wrapper(key) or not isinstance(value, Mapping):
        return False
    return _holds_tensors(value) or any(
        _is_wrapper(k) and _holds_tensors(v) for k, v in value.items()
    )


def _is_wrapper(key: object) -> bool:
    name = str(key)
    named = name in _WRAPPERS or _NAMED_FREELY.fullmatch(name) is not None
    return named and not _OF_NO_NETWORK.search(name)


def _choose(
    networks: Mapping[str, Mapping[Any, Any]], part: str, path: Path, keys: tuple[str, ...]
) -> str:
    """The wrapper to take: the only one, or the one asked for; never a guess."""
    if not networks:
        seen = ", ".join(spelt_out(key)[:40] for key in keys[:_KEYS_NAMED])
        raise refusal(
            CheckpointError,
            Message("weights-no-tensors", {"seen": seen or None, "more": len(keys) > _KEYS_NAMED}),
            place=path,
            hint=(
                Message("weights-of-training")
                if _OF_TRAINING.issubset(keys)
                else Message("weights-expected-state-dict")
            ),
        )
    if part and part in networks:
        return part
    if len(networks) == 1 and not part:
        return next(iter(networks))
    listed = tuple(
        Message("weights-network-entries", {"name": name or None, "entries": len(networks[name])})
        for name in networks
    )
    raise refusal(
        CheckpointError,
        Message(
            "weights-networks",
            {"networks": len(networks), "part": part or None, "listed": listed},
        ),
        place=path,
        hint=Message("weights-say-which", {"part": next(iter(networks))}),
    )


def _as_tensors(network: Mapping[Any, Any]) -> Tensors:
    return {
        str(key): value if isinstance(value, torch.Tensor) else torch.from_numpy(np.asarray(value))
        for key, value in network.items()
        if _is_tensor(value)
    }


PLAIN_TYPES = frozenset(
    {
        *(torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.bool),
        *(torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64),
    }
)
"""What is read as numbers; others (float8, quantised, complex) would be changed in silence."""


def _refuse_odd_tensor(name: str, tensor: torch.Tensor, path: Path) -> None:
    """Refuse what is no plain array of numbers, before anything is computed with it."""
    odd: Message | None = None
    if tensor.is_nested:
        odd = Message("weights-tensor-nested")
    elif tensor.is_meta:
        odd = Message("weights-tensor-meta")
    elif tensor.is_quantized:
        odd = Message("weights-tensor-quantised")
    elif tensor.layout is not torch.strided:
        odd = Message("weights-tensor-sparse")
    elif tensor.dtype not in PLAIN_TYPES:
        kind = str(tensor.dtype).removeprefix("torch.")
        odd = Message("weights-tensor-type", {"type": kind})
    elif tensor.numel() * tensor.element_size() > tensor.untyped_storage().nbytes():
        odd = Message("weights-tensor-claims", {"count": tensor.numel()})
    if odd:
        raise refusal(
            CheckpointError,
            Message("weights-odd-tensor", {"name": name, "odd": odd}),
            place=path,
            hint=Message("weights-save-float32"),
        )


def _refuse_unusable_numbers(tensors: Tensors, path: Path) -> None:
    for name, tensor in tensors.items():
        _refuse_odd_tensor(name, tensor, path)
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise refusal(
                CheckpointError,
                Message("weights-not-finite", {"name": name}),
                place=path,
                hint=Message("weights-take-earlier"),
            )
